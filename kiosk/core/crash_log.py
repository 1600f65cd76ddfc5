"""What a crashed screen said last, kept for staff and helpers: few files, small, without personal data."""

import re
import time
from pathlib import Path

KEPT = 10
TAIL_BYTES = 32_768
_LONG_NUMBER = re.compile(r"\d{6,}")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")


def scrub(text: str, home: Path) -> str:
    """`text` without what could name a person: the home's path, long numbers and every Chinese word.

    The log is English; what is Chinese in it is content, which might be somebody's nickname.
    """
    text = text.replace(str(home.absolute()), "HOME").replace(str(Path.home()), "~")
    return _CHINESE.sub("…", _LONG_NUMBER.sub("#", text))


def write_crash_log(home: Path, heading: str, tail: str) -> Path:
    """Write one file to `home/logs` and remove all but the newest `KEPT`. Raises OSError when it cannot."""
    folder = home / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    nanoseconds = time.time_ns()
    stamp = time.strftime("%Y%m%dT%H%M%S", time.gmtime(nanoseconds // 1_000_000_000))
    path = folder / f"screen-{stamp}.{nanoseconds // 1_000_000 % 1000:03}Z.log"
    path.write_text(f"{heading}\n\n{scrub(tail, home)[-TAIL_BYTES:]}\n", "utf-8")
    for old in sorted(folder.glob("screen-*.log"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path
