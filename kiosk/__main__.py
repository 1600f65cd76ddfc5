"""`python -m kiosk` is the command line `kiosk`."""

import sys

from kiosk.commands import main

if __name__ == "__main__":
    sys.exit(main())
