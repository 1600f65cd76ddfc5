"""The class session at this kiosk: begun, joined, moved on, ended, and found again after a power cut."""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING

from kiosk.classroom import rules
from kiosk.classroom.attempt import Attempt
from kiosk.classroom.choice import next_attempt
from kiosk.classroom.form_sets import BUILT_IN, FormSet, form_sets
from kiosk.classroom.half_done import half_done
from kiosk.classroom.progress import Progress, read_progress
from kiosk.classroom.rules import Asked, Session
from kiosk.classroom.sheets import Filled, sheet_facts
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import ClassCounted, ClassSessionMoved, ClassSessionStarted, Event, Origin
from kiosk.core.ids import uuid7
from kiosk.core.returning import NoReturns, Returns
from kiosk.core.visit import Visit
from kiosk.stations.station import BankItem
from kiosk.store import class_sessions
from kiosk.store.queries import local_day
from kiosk.store.store import Store

if TYPE_CHECKING:
    from kiosk.classroom.lan import Lan, Net
    from kiosk.classroom.lan_state import LanState
    from kiosk.classroom.sheets_pile import Expected

log = logging.getLogger(__name__)


class Classroom:
    """At most one session runs here. What there is follows from the journal; `resume` reads it once at the start.

    `base_name()` is the base's name in the settings, `form_items()` the items of the tests' forms and whether each is
    from a built-in bank, `limit(packs)` has children play from those packs only (empty: from all). Everything is called
    on one thread; `changed`, a list of callables, is told on it of every change. `net` is where kiosks of a class look
    for each other, by default in this machine's local networks; `returns(class_label)` knows the class's return codes.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        origin: Origin,
        base_name: Callable[[], str],
        form_items: Callable[[], Iterable[tuple[BankItem, bool]]],
        limit: Callable[[Sequence[str]], None],
        random: Random,
        net: "Net | None" = None,
        returns: Callable[[str], Returns] = lambda class_label: NoReturns(),
    ) -> None:
        self.changed: list[Callable[[], None]] = []
        self._store = store
        self._clock = clock
        self._origin = origin
        self._base_name = base_name
        self._form_items = form_items
        self._limit = limit
        self._random = random
        self._net = net
        self._returns = returns
        self._lan: Lan | None = None
        self._now: Session | None = None
        self._last: Session | None = None

    @property
    def now(self) -> Session | None:
        """The session that runs, or `None`."""
        return self._now

    @property
    def last(self) -> Session | None:
        """The session that ended last, or the one that runs."""
        return self._last

    def resume(self) -> None:
        """Find the session that a power cut or a crash interrupted; one that nobody ended long ago is ended."""
        try:
            with self._store.read() as connection:
                found = class_sessions.last_session(connection)
        except sqlite3.Error:
            log.exception("whether a class session runs cannot be read")
            return
        session = rules.replayed((one.event, one.utc_ms) for one in found)
        if session and found[0].from_whom == self._origin:
            self._last = session
        if self._last is None or self._last.ended:
            self._play_from(())
            return
        self._now = self._last
        self.look()
        self._play_from(self._now.asked.packs if self._now else ())
        self._tell()

    def day(self) -> str:
        """Today's local date, as session ids are made of it."""
        return datetime.fromtimestamp(self._clock.utc_ms() / 1000).date().isoformat()

    def start(self, asked: Asked, role: str, code: str = "") -> Session:
        """Begin a session with a new code, or with the `code` that stands on sheets printed ahead.

        Raises KioskError `classroom.running`, `classroom.bad_code`, or `classroom.code_taken`.
        """
        with self._store.read() as connection:
            taken = class_sessions.codes_since(connection, local_day(self._clock.utc_ms())[0])
        if code in taken:
            raise KioskError("classroom.code_taken", code)
        return self._begin(asked, role, code or rules.new_code(taken, self._random), joined=False)

    def join(self, asked: Asked, role: str, code: str) -> Session:
        """Join, or come back to, the session with `code` that began today at another kiosk of this base.

        Raises KioskError `classroom.running` or `classroom.bad_code`.
        """
        return self._begin(asked, role, code, joined=True)

    def move(self, moment: str, why: str = "by_hand") -> None:
        """Come to another part, or to the end."""
        if self._now is None or moment == self._now.moment:
            return
        event = ClassSessionMoved(self._now.id, moment, why)
        self._store.append(event, None)
        self._last = rules.moved(self._now, event, self._clock.utc_ms())
        self._now = None if self._last.ended else self._last
        if self._last.ended:
            self._play_from(())
            if self._lan:
                self._lan.finish()
        self._tell()

    def end(self, why: str = "by_hand") -> None:
        """The session is over: `by_hand` or `time_up`."""
        self.move(rules.ENDED, why)

    def look(self) -> None:
        """End a session that nobody ended. To be called now and then."""
        if self._now and self._now.forgotten(self._clock.utc_ms()):
            self.end("time_up")

    # Other kiosks

    @property
    def lan(self) -> "LanState | None":
        """How it goes with the last session's other kiosks on the local network; `None` while nobody asked for that."""
        last = self._last
        return self._lan.state if self._lan and last and self._lan.session == last.id else None

    def link(self) -> None:
        """Exchange parts with the other kiosks of the running session over the local network, until it ends.

        Nothing is ever tried before this is asked for, and it must be asked for anew after a restart.
        """
        # Imported here: cryptography alone is 8 MB, and hardly any class has several kiosks.
        from kiosk.classroom.lan import Lan, Net

        self._lan = Lan(self._store, self._running(), self._clock, self._net or Net(), after=self._lan)

    def unlink(self) -> None:
        """Leave the local network alone again."""
        if self._lan:
            self._lan.end()

    def close(self) -> None:
        """The program ends; the session goes on with the next."""
        if self._lan:
            self._lan.close()

    def progress(self, connection: sqlite3.Connection, session: Session) -> Progress:
        """How far the class is, on all kiosks whose part is here."""
        return read_progress(connection, session.id, session.moment)

    def done_here(self, session: Session) -> int:
        """How many forms of its present part were done whole, as far as is known here."""
        with self._store.read() as connection:
            return self.progress(connection, session).done

    # Forms

    def sets(self) -> dict[str, FormSet]:
        """The complete sets of forms, by name; ours is `BUILT_IN`."""
        return form_sets(self._form_items())

    def forms(self, session: Session) -> FormSet:
        """The forms of `session`. Raises KioskError `classroom.no_forms` when there are none."""
        return self.forms_named(session.asked.forms)

    def forms_named(self, name: str) -> FormSet:
        """The set of that name, else ours. Raises KioskError `classroom.no_forms` when there are none."""
        sets = self.sets()
        found = sets.get(name) or sets.get(BUILT_IN)
        if found is None:
            raise KioskError("classroom.no_forms")
        return found

    def attempt(self, place: int, returning: str = "") -> tuple[Attempt, list[Event]]:
        """The form of the child at `place` (1 to 4), and the facts of its beginning. Only while forms are done.

        `returning` is the keyed hash of its return code, if it has one. Raises KioskError `classroom.no_forms`.
        """
        session = self._running()
        with self._store.read() as connection:
            before = class_sessions.form_of(connection, session.id, returning) if returning else ""
        visit = uuid7(self._clock.utc_ms())
        return next_attempt(session, self.forms(session), place, visit, before, returning)

    def half_done(self) -> list[Attempt]:
        """The forms in the middle of which the screen died, to go on with."""
        session = self._now
        if session is None or not session.testing:
            return []
        with self._store.read() as connection:
            return half_done(connection, session, self.forms(session), self._store.kiosk, self._clock.utc_ms())

    def count(self, form: str, bank: BankItem, options: Sequence[str], counts: Sequence[int]) -> None:
        """How many of the class held up each of `options`; a later count of the same item takes its place."""
        session = self._running()
        self._store.append(
            ClassCounted(
                session.id, form, session.moment, bank.item.id, bank.hash, bank.pack, tuple(options), tuple(counts)
            ),
            None,
        )

    def record_sheet(self, session: Session, filled: Filled) -> str | None:
        """Record a printed answer sheet: its answers are to the items of `forms(session).items(form)`, in that order.

        A sheet that is read twice is recorded once. The id of its visit, or `None` when it was there already. Raises
        KioskError `classroom.bad_sheet`, `no_forms`.
        """
        items = self.forms(session).items(filled.form)
        made = sheet_facts(session, filled, items, self._clock.utc_ms(), self._returning(session, filled))
        if filled.sheet and made.visit.replace("-", "") in self.recorded(session):
            return None
        visit = Visit(made.visit, self._origin)
        self._store.append_many([(event, visit) for event in made.events])
        return made.visit

    def _returning(self, session: Session, filled: Filled) -> str:
        """What ties a sheet to the same child's others; nothing without a code that is in force.

        Nor where the child had the very same messages before: it does not tell what was learned.
        """
        returns = self._returns(session.asked.class_label)
        found = returns.find(filled.pictures) if filled.pictures and returns.offered() else None
        returning = returns.pseudonym(found) if found else ""
        with self._store.read() as connection:
            again = returning and class_sessions.form_of(connection, session.id, returning) == filled.form
        return "" if again and filled.moment != "pre" else returning

    def recorded(self, session: Session) -> frozenset[str]:
        """The visits (hex digits) whose forms are here, those of other kiosks included."""
        with self._store.read() as connection:
            found = class_sessions.facts(connection, session.id)
            return frozenset(one.visit.replace("-", "") for one in found if one.kind == "form_started")

    def expected(self, session: Session) -> "Expected":
        """Which answer sheets belong to `session`. Raises KioskError `classroom.no_forms`."""
        # Imported here: hardly any day has sheets, and every start would pay for them.
        from kiosk.classroom.sheets_pile import Expected
        from kiosk.core.answer_sheet import items_digits

        forms = self.forms(session)
        items = {form: items_digits(one.hash for one in forms.items(form)) for form in forms.forms}
        return Expected(session, self._base_name(), items, self.recorded(session))

    def _begin(self, asked: Asked, role: str, code: str, *, joined: bool) -> Session:
        if self._now is not None:
            raise KioskError("classroom.running")
        if not rules.is_code(code):
            raise KioskError("classroom.bad_code", code)
        self.unlink()
        event = ClassSessionStarted(
            role=role,
            session=rules.session_id(self._base_name(), self.day(), code),
            code=code,
            class_label=asked.class_label,
            packs=asked.packs,
            plan=asked.plan,
            minutes=asked.minutes,
            present=asked.present,
            forms=asked.forms,
            joined=joined,
        )
        self._play_from(asked.packs)
        self._store.append(event, None)
        self._now = self._last = rules.begun(event, self._clock.utc_ms())
        self._tell()
        return self._now

    def _play_from(self, packs: Sequence[str]) -> None:
        try:
            self._limit(packs)
        except KioskError:
            # The class goes on with what can be played; staff see the machine's trouble among the checks.
            log.exception("the packs of the class could not be chosen")

    def _running(self) -> Session:
        if self._now is None:
            raise KioskError("classroom.not_running")
        return self._now

    def _tell(self) -> None:
        for listener in self.changed:
            listener()
