"""Understanding, deciding and signing for local intradermal therapy."""
