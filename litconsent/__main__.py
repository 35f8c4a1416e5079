"""`python -m litconsent`."""

import sys

from litconsent.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
