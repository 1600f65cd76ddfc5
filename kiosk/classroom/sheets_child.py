"""The process that reads pictures of answer sheets: NumPy lives and dies in here.

On standard input `{"files": […], "pictures": folder}`; on standard output a JSON object a line, one for each file:
`{"file": place, "sheets": [{"digits", "why", "rows": [[answer, doubt], …], "code", "picture": path}]}`, or, when it is
no picture, `{"file", "detail"}`. `code` names a return code's pictures, or is null where they are not clear. Pictures
are the sheets, straightened, as JPEG in that folder.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy
from PIL import Image

from kiosk.classroom.sheets_bubbles import Measured
from kiosk.classroom.sheets_judging import Bubble, judged, pictures_of
from kiosk.classroom.sheets_reading import QUALITY, Sheet, pictures, sheets_in


def main() -> None:
    """One request, answered line by line."""
    asked = json.loads(sys.stdin.read())
    for place, file in enumerate(asked["files"]):
        try:
            found = [one for picture in pictures(Path(file)) for one in sheets_in(picture)]
            said: dict[str, Any] = {
                "sheets": [_told(one, Path(asked["pictures"]), place, at) for at, one in enumerate(found)]
            }
        except OSError as error:
            said = {"detail": repr(error)}
        sys.stdout.write(json.dumps({"file": place, **said}) + "\n")
        sys.stdout.flush()


def _told(one: Sheet, folder: Path, place: int, at: int) -> dict[str, Any]:
    path = folder / f"{place:04}-{at}.jpg"
    Image.fromarray(numpy.clip(one.picture, 0, 255).astype(numpy.uint8)).save(path, "JPEG", quality=QUALITY)
    rows = [[row.answer, row.doubt] for row in judged(_bubbles(one.bubbles), one.bubbles.rows)] if one.bubbles else []
    code = pictures_of(one.bubbles.fields) if one.bubbles else ()
    return {"digits": one.digits, "why": one.why, "rows": rows, "code": code, "picture": str(path)}


def _bubbles(all_: Measured) -> list[list[Bubble]]:
    rows = zip(all_.dark, all_.peak, all_.uneven, strict=True)
    return [[Bubble(*one) for one in zip(*row, strict=True)] for row in rows]


if __name__ == "__main__":
    main()
