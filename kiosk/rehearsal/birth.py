"""How old this process is: the honest zero of every start-up figure."""

import os
import time
from pathlib import Path

_IMPORTED = time.monotonic()


def since_birth_ms() -> float:
    """Milliseconds since the kernel started this process; elsewhere than on Linux since this module was imported."""
    try:
        fields = Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return (time.monotonic() - _IMPORTED) * 1000
    born = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - born) * 1000
