"""One JSON object a line, UTF-8."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

BYTES_A_ROW = 2_600


def write_json_lines(path: Path, objects: Iterable[dict[str, Any]]) -> int:
    """Write each object on a line. Returns how many. Raises OSError."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
    count = 0
    with path.open("w", encoding="utf-8", newline="", buffering=1 << 18) as file:
        for one in objects:
            file.write(encode(one) + "\n")
            count += 1
    return count
