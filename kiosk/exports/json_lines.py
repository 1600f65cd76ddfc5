"""One JSON object a line, UTF-8."""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

BYTES_A_ROW = 2_600


def write_json_lines(file: BinaryIO, objects: Iterable[dict[str, Any]]) -> int:
    """Write each object on a line. Returns how many. Raises OSError."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
    count = 0
    for one in objects:
        file.write(f"{encode(one)}\n".encode())
        count += 1
    return count
