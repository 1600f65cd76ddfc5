"""Which form a child does. Pure."""

from kiosk.classroom.attempt import Attempt, ordered
from kiosk.classroom.form_sets import FormSet
from kiosk.classroom.rules import Session
from kiosk.core.events import Event, FormStarted, VisitorNamed
from kiosk.learning.forms import plan


def form_for(moment: str, place: int, before: str = "") -> str:
    """Form A, B or C for the child at `place` (1 to 4); `before` is the form it is known to have done first.

    Neighbours begin with A and B in turn. A child without a return code gets the other form afterwards if it comes back
    to its place, which the screen asks for.
    """
    first, second, third = plan(("A", "B").index(before) if before in ("A", "B") else place - 1)
    return {"pre": first, "post": second}.get(moment, third)


def class_form(code: str, moment: str) -> str:
    """The form that a whole class does together (全班模式) at `moment`: one class A first, another B, by its code.

    So sheets can be printed before the class begins.
    """
    first = int(code) % 2
    return {"pre": "AB"[first], "post": "BA"[first]}.get(moment, "C")


def next_attempt(
    session: Session, forms: FormSet, place: int, visit: str, before: str, returning: str
) -> tuple[Attempt, list[Event]]:
    """The attempt at `place` as `visit`, and the facts of its beginning."""
    form = form_for(session.moment, place, before)
    attempt = Attempt(session.id, session.moment, form, visit, place, ordered(forms.items(form), visit))
    facts: list[Event] = [FormStarted(session.id, form, session.moment, "quarter", returning)]
    if session.asked.class_label:
        facts.append(VisitorNamed(session.asked.class_label))
    return attempt, facts
