"""The lines between the screen and its sound process: one JSON object a line, each way.

To the process: `{"do": "play", "id", "path"}` (when the file is sealed with `"key"`, in hex digits, and `"loudness"`,
a share of the volume), `{"do": "stop", "id"}`, `{"do": "volume", "level"}`. From it, once for every sound:
`{"id", "why", "detail"}`.
"""

import json
from typing import IO, Any

PLAYED = ""
"""The `why` of a sound that was played or stopped as asked; any other is a words code of `devices`."""


def write_line(stream: IO[str], **fields: object) -> None:
    """Send one line now. Raises OSError (or ValueError on a closed stream) when nobody reads any more."""
    stream.write(json.dumps(fields) + "\n")
    stream.flush()


def read_line(line: str) -> dict[str, Any]:
    """The fields of one line; empty when the line is not one of ours (libraries print to stdout, too)."""
    try:
        fields = json.loads(line)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}
