"""In a mount namespace of its own: watch, mount a real file system, tell how long each change took to be noticed."""

import json
import subprocess
import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QTimer

from kiosk.devices.drives import LinuxDrives
from kiosk.devices.qt_drives import DriveWatch


def main(place: str) -> int:
    """Mount, mount again read-only, unmount; print what the watch saw."""
    app = QCoreApplication([])
    watch = DriveWatch(drives=LinuxDrives(places=(place,), file_systems=("tmpfs",)))
    stick = Path(place) / "MY STICK"
    stick.mkdir()
    steps = [
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(stick)],
        ["mount", "-o", "remount,ro", str(stick)],
        ["umount", str(stick)],
    ]
    seen: list[dict[str, object]] = []
    started = 0.0

    def step() -> None:
        nonlocal started
        if not steps:
            sys.stdout.write(json.dumps(seen))
            app.quit()
            return
        started = monotonic()
        subprocess.run(steps.pop(0), check=True)

    def changed() -> None:
        labels = [[one.label, one.free_bytes, one.read_only] for one in watch.sticks]
        seen.append({"ms": (monotonic() - started) * 1000, "sticks": labels})
        QTimer.singleShot(0, step)

    watch.changed.connect(changed)
    QTimer.singleShot(0, step)
    QTimer.singleShot(10_000, lambda: app.exit(1))
    code = app.exec()
    watch.close()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
