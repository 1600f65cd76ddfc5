"""审计资料包 as a file: the report, the workbook, or both in a zip with all papers, receipts and hashes. Qt-free."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from kiosk.core.errors import KioskError
from kiosk.exports.audit import Audit
from kiosk.exports.audit_paper import audit_paper
from kiosk.exports.audit_words import sections, words_in
from kiosk.exports.audit_xlsx import audit_xlsx
from kiosk.exports.breach_paper import breach_paper
from kiosk.exports.child_rules import child_rules
from kiosk.exports.consent_form import consent_form
from kiosk.exports.impact import impact_paper
from kiosk.exports.ledger_period import Period, parsed
from kiosk.exports.locking import check_zip
from kiosk.exports.privacy_ground import Ground
from kiosk.exports.writing import Written, write_bytes
from kiosk.exports.zipping import zipped

Format = Literal["pdf", "xlsx", "zip"]
FORMATS: tuple[Format, ...] = ("pdf", "xlsx", "zip")


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
    password: str = "",
) -> Written:
    """Write it, whole or not at all. `steps` are the breach checklist's hours, `receipts` proofs of erasures.

    With a `password` it opens only by that: the PDF by itself, the rest as a zip. Raises KioskError (`exports.…`). The
    rows told are those of its tables.
    """
    rows = sum(len(one.rows) for one in sections(found, ground))
    if form == "pdf":
        return write_bytes(audit_paper(found, replace(ground, password=password)), rows, out)
    if password:
        check_zip(out)
    if form == "xlsx":
        parts = {f"{out.stem}.xlsx": audit_xlsx(found, ground)}
        content = zipped(parts, ground.made, password) if password else parts[f"{out.stem}.xlsx"]
    else:
        content = zipped(_packed(found, ground, steps, receipts), ground.made, password)
    return write_bytes(content, rows, out)


def _packed(
    found: Audit, ground: Ground, steps: Mapping[str, int], receipts: Sequence[Mapping[str, Any]]
) -> dict[str, bytes]:
    """The files of the zip, with a list of hashes that `sha256sum -c` takes."""
    words = words_in(ground.language)
    numbers = {one.receipt for one in found.erased}
    proofs = [dict(one) for one in receipts if one["id"] in numbers]
    registers = found.registers
    parts = {
        words("file_report"): audit_paper(found, ground),
        words("file_book"): audit_xlsx(found, ground),
        words("file_impact"): impact_paper(ground, registers.forms, registers.takes, key_apart=registers.key_apart),
        words("file_rules"): child_rules(ground),
        words("file_form"): consent_form(ground),
        words("file_breach"): breach_paper(ground, steps),
        words("file_receipts"): json.dumps(proofs, ensure_ascii=False, indent=1).encode(),
    }
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in parts.items())
    return {**parts, words("file_sums"): sums.encode()}
