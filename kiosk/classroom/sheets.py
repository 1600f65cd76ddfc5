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


def sheet_facts(
    session: Session, moment: str, form: str, items: Sequence[BankItem], answers: Sequence[str], sheet: str, now: int
) -> SheetFacts:
    """What `answers` mean; `sheet` names the sheet within the session. Raises KioskError `classroom.bad_sheet`."""
    known = moment in FORM_MOMENTS and all(one in (*JUDGEMENTS, BLANK) for one in answers)
    if not known or len(answers) != len(items):
        raise KioskError("classroom.bad_sheet", f"{moment} {answers}", items=len(items), answers=len(answers))
    visit = sheet_visit(session.id, moment, form, sheet) if sheet else uuid7(now)
    given = [answered(bank, moment, key, 0) for bank, key in zip(items, answers, strict=True) if key != BLANK]
    named = [VisitorNamed(session.asked.class_label)] if session.asked.class_label else []
    return SheetFacts(
        visit,
        (
            FormStarted(session.id, form, moment, "sheet"),
            *named,
            *given,
            FormFinished(session.id, form, moment, len(given), len(given) == len(items)),
        ),
    )


def sheet_visit(session: str, moment: str, form: str, sheet: str) -> str:
    """The id of the visit that a sheet becomes: the same whenever, and at whichever kiosk, it is read."""
    return str(uuid.uuid5(SPACE, f"{session}\n{moment}\n{form}\n{sheet}"))
