"""Install the pack in `sys.argv[2]` into the home `sys.argv[1]`; `sys.argv[3]` bytes are the longest file it may write.

Says `ready` before it begins; then what came of it.
"""

import sys
from pathlib import Path

from kiosk.core.clock import SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.packs.check import check_file
from kiosk.packs.families import load_families
from kiosk.packs.library import Library
from kiosk.store import Store
from tests.packs.packs_help import TODAY


def tell(text: str) -> None:
    """One line to whoever waits."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """One installation."""
    home, path, most = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    quizzes = program_folder() / "quizzes"
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    library = Library(store, home.parent / "bare", SystemClock())
    library.ensure_built_in()
    checked = check_file(path, load_families(quizzes), TODAY)
    if most:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    tell("ready")
    try:
        tell(library.install_checked(checked).version)
    except KioskError as error:
        tell(error.code)
    if most:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    store.close()


if __name__ == "__main__":
    main()
