"""`setup`: print a new one-time code for the first account."""

from typing import TextIO

from litconsent.services.clinic import open_clinic
from litconsent.services.set_up import issue_setup_code
from litconsent.settings import Settings


def print_setup_code(settings: Settings, out: TextIO) -> int:
    """Print a code and return 0, or say that the clinic is set up and return 1."""
    code = issue_setup_code(open_clinic(settings))
    if code is None:
        print("This clinic is set up already: sign in with an account.", file=out)
        return 1
    print(f"One-time set-up code (30 minutes, one use): {code}", file=out)
    return 0
