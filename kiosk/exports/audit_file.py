"""审计资料包 as a file: the report, the workbook, or both in a zip with all papers, receipts and hashes. Qt-free."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from kiosk.core.errors import KioskError
from kiosk.exports.audit import Audit
from kiosk.exports.audit_paper import audit_paper
from kiosk.exports.audit_words import sections, words_in
from kiosk.exports.audit_xlsx import write_audit_xlsx
from kiosk.exports.breach_paper import breach_paper
from kiosk.exports.child_rules import child_rules
from kiosk.exports.consent_form import consent_form
from kiosk.exports.impact import impact_paper
from kiosk.exports.ledger_period import Period, parsed
from kiosk.exports.privacy_ground import Ground
from kiosk.exports.writing import Written, write_whole

Format = Literal["pdf", "xlsx", "zip"]
FORMATS: tuple[Format, ...] = ("pdf", "xlsx", "zip")
NEED = 4 << 20
"""More than a pack takes, in bytes."""


def year(text: str) -> Period:
    """The year that is written, as `2026`. Raises KioskError `audit.no_such_year`."""
    try:
        return parsed("year", text)
    except KioskError as error:
        raise KioskError("audit.no_such_year", text=text) from error


def write_audit(
    found: Audit,
    form: Format,
    ground: Ground,
    steps: Mapping[str, int],
    receipts: Sequence[Mapping[str, Any]],
    out: Path,
) -> Written:
    """Write it, whole or not at all. `steps` are the breach checklist's hours, `receipts` proofs of erasures.

    Raises KioskError (`exports.…`). The rows told are those of its tables.
    """
    rows = sum(len(one.rows) for one in sections(found, ground))
    if form == "xlsx":
        return write_whole(out, NEED, lambda path: write_audit_xlsx(path, found, ground))
    content = audit_paper(found, ground) if form == "pdf" else _packed(found, ground, steps, receipts)
    return write_bytes(content, rows, out)


def write_bytes(content: bytes, rows: int, out: Path) -> Written:
    """A paper that is made already, as a file. Raises KioskError (`exports.…`)."""

    def fill(path: Path) -> int:
        path.write_bytes(content)
        return rows

    return write_whole(out, max(NEED, len(content)), fill)


def _packed(found: Audit, ground: Ground, steps: Mapping[str, int], receipts: Sequence[Mapping[str, Any]]) -> bytes:
    """The zip, with a list of hashes that `sha256sum -c` takes."""
    words = words_in(ground.language)
    numbers = {one.receipt for one in found.erased}
    proofs = [dict(one) for one in receipts if one["id"] in numbers]
    registers = found.registers
    parts = {
        words("file_report"): audit_paper(found, ground),
        words("file_book"): _book(found, ground),
        words("file_impact"): impact_paper(ground, registers.forms, registers.takes, key_apart=registers.key_apart),
        words("file_rules"): child_rules(ground),
        words("file_form"): consent_form(ground),
        words("file_breach"): breach_paper(ground, steps),
        words("file_receipts"): json.dumps(proofs, ensure_ascii=False, indent=1).encode(),
    }
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in parts.items())
    return zipped({**parts, words("file_sums"): sums.encode()}, ground.made)


def zipped(parts: Mapping[str, bytes], made: str) -> bytes:
    """A zip of these files, all of the day `made`: the same parts give the same bytes."""
    at = datetime.fromisoformat(made)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name, (at.year, at.month, at.day, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _book(found: Audit, ground: Ground) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "audit.xlsx"
        write_audit_xlsx(path, found, ground)
        return path.read_bytes()
