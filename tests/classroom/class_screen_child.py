"""A real screen in the middle of a class's form, which whoever started it kills.

Lines on standard output: `asked N` before the touch that confirms answer N, `kept N` once the screen has gone on.
"""

import os
import sys
from pathlib import Path
from random import Random

from kiosk.app import Devices, Kiosk, make_application
from kiosk.classroom import Asked
from kiosk.devices.sound import SilentPlayer
from kiosk.devices.speech import SilentSpeech
from kiosk.rehearsal.finger import hurried


def tell(*words: object) -> None:
    """One line at once."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def main() -> None:
    """Answer in the first place until killed."""
    app = make_application()
    kiosk = Kiosk(Path(sys.argv[1]), Devices(SilentSpeech(), SilentPlayer()), random=Random(2))
    kiosk.library.ensure_built_in()
    kiosk.show(windowed=True, size=(1280, 720))
    finger = hurried(kiosk.engine, kiosk.window)
    finger.wait(kiosk.window.isExposed, "the window")
    kiosk.classroom.start(Asked("", "pre_post"), "teacher")
    finger.touch("quarter-1-primary")
    quarter = kiosk.lesson.screen.quarters[0]  # type: ignore[union-attr]
    for number in range(1, 11):
        finger.wait(lambda: quarter.now == "question" and not quarter.hanging, "an item")
        finger.touch("quarter-1-option-0")
        tell("asked", number)
        finger.touch("quarter-1-primary")
        finger.wait(lambda: not quarter.hanging, "the next item")
        tell("kept", number)
    kiosk.close()
    app.exit()


if __name__ == "__main__":
    main()
