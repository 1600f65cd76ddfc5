"""A supervisor as a process of its own, with little patience: `supervise_here.py HOME SCREEN TROUBLE`."""

import signal
import sys
from pathlib import Path

from kiosk.supervisor import Patience, Supervisor

if __name__ == "__main__":
    home, screen, trouble = sys.argv[1:4]
    patience = Patience(hang=0.6, start=1.5, leave=0.5, retry=1.0)
    supervisor = Supervisor(Path(home), ["--windowed"], screen=screen, trouble=trouble, patience=patience)
    signal.signal(signal.SIGTERM, lambda *_: supervisor.stop())
    signal.signal(signal.SIGINT, lambda *_: supervisor.stop())
    sys.exit(supervisor.run())
