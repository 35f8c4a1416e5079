"""What a consent is: pure rules and frozen values. No I/O, no clock, no language."""
