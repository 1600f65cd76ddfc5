"""What is kept of one child, for its guardian: a list to read, and a zip with the child's own takes and answers."""

import io
import sqlite3
import wave
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kiosk.core.returning import ReturnHashes
from kiosk.core.words import say
from kiosk.exports.asked import Asked
from kiosk.exports.columns import LOG
from kiosk.exports.csv_file import write_csv
from kiosk.exports.log_rows import log_rows
from kiosk.exports.paper import Paper
from kiosk.exports.privacy_ground import Ground, day
from kiosk.exports.zipping import zipped

PROMISED = next(place for place, column in enumerate(LOG) if column.key == "returning")
RATE = 48_000


@dataclass(frozen=True, slots=True)
class CopiedTake:
    """A take in the list; `number` is its file's, 0 for one in which others speak, too."""

    title: str
    made_ms: int
    seconds: float
    state: str
    number: int


@dataclass(frozen=True, slots=True)
class CopiedCode:
    """A return code in the list."""

    issued_ms: int
    ends_ms: int
    promises: tuple[str, ...]
    plans: tuple[str, ...]
    visits: int


@dataclass(frozen=True, slots=True)
class Copied:
    """Everything that is kept under the number of a paper form. `consents`: kind, terms, given, withdrawn (or 0)."""

    form: str
    request: str
    signed: str
    class_label: str
    consents: tuple[tuple[str, str, int, int], ...] = ()
    takes: tuple[CopiedTake, ...] = ()
    codes: tuple[CopiedCode, ...] = ()


def copy_paper(ground: Ground, found: Copied) -> bytes:
    """The list as a PDF, with lines to sign on."""
    say_ = ground.say
    paper = ground.paper(say_("copy_title"), say_("copy_subtitle", form=found.form, request=found.request))
    if not (found.consents or found.takes or found.codes):
        paper.note(say_("copy_none"))
    if found.consents:
        paper.heading(say_("copy_consents"))
        paper.paragraph(say_("copy_register", label=found.class_label or "—", signed=found.signed or "—"))
        headings = [say_(f"col_{one}") for one in ("kind", "terms", "given", "withdrawn")]
        rows = [
            [say_(f"kind_{kind}"), terms, day(given), day(back) if back else "—"]
            for kind, terms, given, back in found.consents
        ]
        paper.table(headings, rows)
    if found.takes:
        _takes(paper, ground, found.takes)
    for code in found.codes:
        _code(paper, ground, code)
    paper.note(say_("copy_journal"))
    paper.paragraph(say_("form_officer", officer=ground.officer))
    paper.lines([say_("copy_sign_guardian"), say_("form_staff"), say_("form_day")])
    return paper.bytes()


def copy_pack(
    ground: Ground,
    found: Copied,
    takes: Mapping[int, bytes],
    db: sqlite3.Connection,
    asked: Asked,
    own: Collection[str],
    password: str = "",
) -> bytes:
    """The zip: the list, the takes as WAV by their number, and the answers of the visits in which a code was shown.

    `asked` has the codes' hashes, `own` those of this child. With a `password` nothing opens without it. Raises
    sqlite3.Error.
    """
    parts = {ground.say("copy_file_paper"): copy_paper(ground, found)}
    if own:
        rows = (row for row in log_rows(db, asked) if row[PROMISED] in own)
        buffer = io.BytesIO()
        write_csv(buffer, LOG, rows, asked)
        parts[ground.say("copy_file_answers")] = buffer.getvalue()
    for number, sound in takes.items():
        parts[ground.say("copy_file_take", number=number)] = _wav(sound)
    return zipped(parts, ground.made, password)


def asked_of(hashes: ReturnHashes, start_ms: int, language: str) -> Asked:
    """What the log is asked for: everything since the code was issued."""
    return Asked(start=start_ms, language=language, returning=hashes)


def _takes(paper: Paper, ground: Ground, takes: Sequence[CopiedTake]) -> None:
    say_ = ground.say
    paper.heading(say_("copy_takes"))
    headings = [say_(f"col_{one}") for one in ("title", "made", "seconds", "state", "file")]
    rows = [
        [
            one.title or say_("copy_untitled"), day(one.made_ms), f"{one.seconds:.0f}", say_(f"state_{one.state}"),
            say_("copy_file_take", number=one.number) if one.number else "—",
        ]
        for one in takes
    ]  # fmt: skip
    paper.table(headings, rows)
    if any(not one.number for one in takes):
        paper.paragraph(say_("copy_duet"))


def _code(paper: Paper, ground: Ground, code: CopiedCode) -> None:
    say_ = ground.say
    paper.heading(say_("copy_codes"))
    paper.paragraph(say_("copy_code", issued=day(code.issued_ms), ends=day(code.ends_ms), visits=code.visits))
    if code.promises:
        comma = say("staff.list_comma", ground.language)
        paper.paragraph(say_("copy_promises", promises=comma.join(code.promises)))
    for plan in code.plans:
        paper.paragraph(say_("copy_plan", plan=plan))
    paper.paragraph(say_("copy_answers"))


def _wav(sound: bytes) -> bytes:
    """One channel of 16-bit samples, as every player takes it."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound)
    return buffer.getvalue()
