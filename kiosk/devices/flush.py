"""Getting everything that was written onto a stick, so that it can be pulled out."""

import ctypes
import os
import sys
from pathlib import Path


def flush_stick(folder: Path) -> None:
    """Return once all that was written below `folder` lies on its medium. Raises OSError when it does not get there.

    On Windows every file was flushed when it was written, and a removable medium keeps nothing back by default.
    """
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
        # The whole file system: also what others, and the file system itself, still hold back.
        if sys.platform == "linux" and ctypes.CDLL(None, use_errno=True).syncfs(handle):
            raise OSError(ctypes.get_errno(), "syncfs", str(folder))
    finally:
        os.close(handle)
