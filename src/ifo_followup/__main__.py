"""`python -m ifo_followup`: the program `ifo-followup`."""

import sys

from ifo_followup.cli import main

if __name__ == "__main__":
    sys.exit(main())
