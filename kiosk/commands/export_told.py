"""What is said of a file that was exported."""

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.exports.writing import Written


def tell(written: "Written", args: argparse.Namespace) -> int:
    """Rows, bytes and hash of what lies at `args.out` now. The exit code."""
    if args.json:
        print(json.dumps({"file": str(args.out), **asdict(written)}, ensure_ascii=False, indent=2))
    else:
        print(say("commands.export_done", environment_language(), file=args.out, **asdict(written)))
    return 0
