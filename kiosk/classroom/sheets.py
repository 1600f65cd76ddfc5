"""A printed answer sheet becomes the same facts as a form at the screen. Pure."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.classroom.attempt import JUDGEMENTS, answered
from kiosk.classroom.rules import FORM_MOMENTS, SPACE, Session
from kiosk.core.errors import KioskError
from kiosk.core.events import Event, FormFinished, FormStarted, VisitorNamed
from kiosk.core.ids import uuid7
from kiosk.stations.station import BankItem

BLANK = ""


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """The facts of one sheet, all of the visit with this id."""

    visit: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet as it was read: `answers` are `scam`, `genuine` or `ask_first`, empty where nothing or more than one was
    marked. `sheet` tells it from others of the session (its printed number); `pictures` are a return code, if any."""

    moment: str
    form: str
    answers: Sequence[str]
    sheet: str = ""
    pictures: Sequence[str] = ()


def sheet_facts(
    session: Session, filled: Filled, items: Sequence[BankItem], now: int, returning: str = ""
) -> SheetFacts:
    """What a sheet means; `returning` is the keyed hash of its return code. Raises KioskError `classroom.bad_sheet`."""
    moment, form, answers = filled.moment, filled.form, filled.answers
    known = moment in FORM_MOMENTS and all(one in (*JUDGEMENTS, BLANK) for one in answers)
    if not known or len(answers) != len(items):
        raise KioskError("classroom.bad_sheet", f"{moment} {answers}", items=len(items), answers=len(answers))
    visit = sheet_visit(session.id, moment, form, filled.sheet) if filled.sheet else uuid7(now)
    given = [answered(bank, moment, key, 0) for bank, key in zip(items, answers, strict=True) if key != BLANK]
    named = [VisitorNamed(session.asked.class_label)] if session.asked.class_label else []
    return SheetFacts(
        visit,
        (
            FormStarted(session.id, form, moment, "sheet", returning),
            *named,
            *given,
            FormFinished(session.id, form, moment, len(given), len(given) == len(items)),
        ),
    )


def sheet_visit(session: str, moment: str, form: str, sheet: str) -> str:
    """The id of the visit that a sheet becomes: the same whenever, and at whichever kiosk, it is read."""
    return str(uuid.uuid5(SPACE, f"{session}\n{moment}\n{form}\n{sheet}"))
