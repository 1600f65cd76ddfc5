"""Class sessions and their forms."""

from dataclasses import dataclass

from kiosk.core.events.event import Event


@dataclass(frozen=True, slots=True)
class ClassSessionStarted(Event):
    """A teacher began a class session. Several kiosks may join one: they share `session` and `code`, and each records
    this. `session` follows from base, day and code (`kiosk.classroom.rules.session_id`).

    `plan` is `pre_post`, `pre`, `post`, `booster` or `play` (no forms); `minutes` the time box; `present` the headcount
    the teacher entered, 0 when none was; `forms` the pack whose forms are used, empty for the built-in ones. `joined`
    when it was joined by its code: it had begun at another kiosk.
    """

    kind = "class_session_started"
    role: str
    session: str
    code: str
    class_label: str
    packs: tuple[str, ...]
    plan: str
    minutes: int
    present: int = 0
    forms: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True)
class ClassSessionMoved(Event):
    """A session came to its next part: `pre`, `play`, `post`, `booster`; or `ended`, by hand or when time was up."""

    kind = "class_session_moved"
    session: str
    moment: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class FormStarted(Event):
    """A child began form A, B or C. Its visit is this attempt and nothing else: answers carry the same visit.

    `moment` is `pre`, `post` or `booster`; `way` is `quarter` (at the screen) or `sheet` (a printed sheet that was
    read); `returning` a keyed hash of the return code, with consent, else empty.
    """

    kind = "form_started"
    session: str
    form: str
    moment: str
    way: str
    returning: str = ""


@dataclass(frozen=True, slots=True)
class FormFinished(Event):
    """A form was answered to its end (`completed`) or broken off."""

    kind = "form_finished"
    session: str
    form: str
    moment: str
    answered: int
    completed: bool


@dataclass(frozen=True, slots=True)
class ClassCounted(Event):
    """全班模式: how many of the class held up each option, entered by the guide. A later one of the same item counts.

    `options` are the item's option keys, `counts` the hands beside each.
    """

    kind = "class_counted"
    session: str
    form: str
    moment: str
    item: str
    item_hash: str
    pack: str
    options: tuple[str, ...]
    counts: tuple[int, ...]
