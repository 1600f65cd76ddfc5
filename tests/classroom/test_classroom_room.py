"""Sessions over a real store: begun, found again, joined, counted, read from sheets, put together by a stick."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kiosk.classroom import Asked
from kiosk.classroom.attempt import choose, confirmed
from kiosk.classroom.choice import class_form
from kiosk.classroom.parts import part_name, read_part, write_part
from kiosk.classroom.rules import MINUTE_MS
from kiosk.classroom.sheets import Filled
from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.events import ClassCounted, FormFinished, FormStarted, ItemAnswered, VisitorNamed
from kiosk.core.returning import NoReturns, Returned
from kiosk.core.visit import Visit
from kiosk.store import class_sessions
from kiosk.store.store import Store
from tests.classroom.class_help import do_form, make_room

ASKED = Asked("五年级（2）班", packs=("game_skin", "scare"), present=38)


@pytest.fixture
def stepped() -> SteppedClock:
    return SteppedClock(utc=1_795_147_200_000)


@pytest.fixture
def homes(tmp_path: Path, stepped: SteppedClock) -> Iterator[list[Store]]:
    """Two kiosks of one base."""
    stores = [Store.open(tmp_path / name, stepped) for name in ("one", "two")]
    yield stores
    for store in stores:
        store.close()


def test_a_session_outlives_the_program(tmp_path: Path, stepped: SteppedClock) -> None:
    """What runs is found again with its part and packs; a session that ended, or was forgotten, is not."""
    limits: list[Sequence[str]] = []
    store = Store.open(tmp_path, stepped)
    room = make_room(store, stepped)
    started = room.start(ASKED, "teacher")
    with pytest.raises(KioskError, match=r"classroom\.running"):
        room.start(ASKED, "teacher")
    stepped.step(MINUTE_MS)
    room.move(started.following)
    store.close()

    store = Store.open(tmp_path, stepped)
    again = make_room(store, stepped, limits=limits)
    again.resume()
    assert again.now == room.now
    assert again.now and again.now.moment == "play"
    assert limits == [ASKED.packs]
    stepped.step(70 * MINUTE_MS)
    again.look()
    assert again.now is None and again.last and again.last.ended
    assert limits[-1] == ()
    third = make_room(store, stepped)
    assert store.flush(10)
    third.resume()
    assert third.now is None
    store.close()


def test_a_form_goes_on_where_the_screen_died(homes: list[Store], stepped: SteppedClock) -> None:
    """Answers that were on disk stay; a form without one begins anew; a stale one is left."""
    store = homes[0]
    room = make_room(store, stepped)
    room.start(ASKED, "teacher")
    attempt, facts = room.attempt(3)
    visit = Visit(attempt.visit)
    store.append_many([(fact, visit) for fact in facts])
    for _ in range(4):
        attempt, fact = confirmed(choose(attempt, "ask_first"), 3_000)
        store.append(fact, visit)
    untouched, facts = room.attempt(1)
    store.append_many([(fact, Visit(untouched.visit)) for fact in facts])
    do_form(store, room, 2)
    again = make_room(store, stepped)
    again.resume()
    assert again.half_done() == [attempt]
    stepped.step(11 * MINUTE_MS)
    assert again.half_done() == []


def test_a_return_code_matches_forms_across_places(homes: list[Store], stepped: SteppedClock) -> None:
    store = homes[0]
    room = make_room(store, stepped)
    session = room.start(ASKED, "teacher")
    assert do_form(store, room, 1, returning="c0de").form == "A"
    room.move("post")
    assert room.attempt(2, "c0de")[0].form == "B"
    assert room.attempt(2, "new")[0].form == "A"
    with store.read() as connection:
        assert class_sessions.form_of(connection, session.id, "c0de") == "A"


def test_counts_of_the_whole_class_can_be_corrected(homes: list[Store], stepped: SteppedClock) -> None:
    store = homes[0]
    room = make_room(store, stepped)
    session = room.start(ASKED, "guide")
    form = class_form(session.code, session.moment)
    bank = room.forms(session).items(form)[0]
    for counts in ((20, 10, 8), (21, 10, 7)):
        room.count(form, bank, ("scam", "genuine", "ask_first"), counts)
    assert store.flush(10)
    with store.read() as connection:
        told = [one.event for one in class_sessions.facts(connection, session.id) if one.kind == "class_counted"]
        assert room.progress(connection, session).counted == 1
    assert isinstance(told[-1], ClassCounted) and told[-1].counts == (21, 10, 7)
    room.move("post")
    assert room.now and class_form(session.code, room.now.moment) != form


def test_a_printed_sheet_is_the_same_facts_and_counts_once(homes: list[Store], stepped: SteppedClock) -> None:
    store = homes[0]
    room = make_room(store, stepped)
    session = room.start(ASKED, "teacher")
    answers = ["scam", "genuine", "", *["ask_first"] * 7]
    visit = room.record_sheet(session, Filled("pre", "A", answers, "017"))
    assert visit and store.flush(10)
    assert room.record_sheet(session, Filled("pre", "A", answers, "017")) is None
    for odd in (answers[:9], ["x", *answers[1:]]):
        with pytest.raises(KioskError, match=r"classroom\.bad_sheet"):
            room.record_sheet(session, Filled("pre", "A", odd))
    with store.read() as connection:
        events = [one.event for one in class_sessions.own_facts(connection, session.id)][1:]
    assert events[0] == FormStarted(session.id, "A", "pre", "sheet")
    assert events[1] == VisitorNamed("五年级（2）班")
    assert [one.chosen for one in events if isinstance(one, ItemAnswered)] == [(key,) for key in answers if key]
    assert events[-1] == FormFinished(session.id, "A", "pre", 9, completed=False)


class Codes(NoReturns):
    """One child's code is in force."""

    def offered(self) -> bool:
        return True

    def find(self, pictures: Sequence[str]) -> Returned | None:
        return Returned("r1") if tuple(pictures) == ("boat", "fan", "star") else None

    def pseudonym(self, returned: Returned) -> str:
        return "0123456789abcdef"


def test_sheets_before_and_after_are_one_childs_by_its_pictures(homes: list[Store], stepped: SteppedClock) -> None:
    """A code that nobody has counts as none; so does one under the very messages that the child had before."""
    store = homes[0]
    room = make_room(store, stepped, returns=Codes())
    session = room.start(ASKED, "teacher")
    sheets = [
        ("pre", "A", ("boat", "fan", "star")), ("pre", "B", ("star", "fan", "boat")), ("pre", "B", ()),
        ("post", "A", ("boat", "fan", "star")), ("post", "B", ("boat", "fan", "star")),
    ]  # fmt: skip
    for number, (moment, form, pictures) in enumerate(sheets):
        room.record_sheet(session, Filled(moment, form, ["scam"] * 10, f"{number}", pictures))
        assert store.flush(10)
    with store.read() as connection:
        told = [one.event for one in class_sessions.own_facts(connection, session.id)]
    begun = [one for one in told if isinstance(one, FormStarted)]
    assert [bool(one.returning) for one in begun] == [True, False, False, False, True]
    assert begun[0].returning == begun[-1].returning


def test_two_kiosks_put_a_class_together_by_a_stick(homes: list[Store], stepped: SteppedClock, tmp_path: Path) -> None:
    """The code alone makes it one session; reading a part twice, or one's own, changes nothing."""
    first, second = homes
    room, other = make_room(first, stepped), make_room(second, stepped)
    session = room.start(ASKED, "teacher")
    with pytest.raises(KioskError, match=r"classroom\.bad_code"):
        other.join(ASKED, "guide", "47")
    joined = other.join(ASKED, "guide", session.code)
    assert joined.id == session.id
    for place in (1, 2, 3):
        do_form(first, room, place)
        do_form(second, other, place)
    file = tmp_path / part_name(joined, second.kiosk)
    assert write_part(second, joined, file).rows == 1 + 3 * 13
    assert [read_part(first, session, file).new for _ in range(2)] == [40, 0]
    own = tmp_path / "own.classpart"
    write_part(first, session, own)
    assert read_part(first, session, own).new == 0
    with first.read() as connection:
        everything = list(class_sessions.facts(connection, session.id))
        progress = room.progress(connection, session)
        answers = connection.execute("SELECT count(*) FROM journal_entry WHERE kind = 'item_answered'").fetchone()[0]
    assert len(everything) == len({one.id for one in everything}) == 80
    assert (progress.done, progress.kiosks, answers) == (6, 2, 30)


def test_a_part_that_is_not_right_is_refused_whole(homes: list[Store], stepped: SteppedClock, tmp_path: Path) -> None:
    """Damaged, newer, foreign or no part at all: a sentence that says so, and nothing comes in."""
    first, second = homes
    room, other = make_room(first, stepped), make_room(second, stepped)
    session = room.start(ASKED, "teacher")
    joined = other.join(ASKED, "teacher", session.code)
    do_form(second, other, 1)
    good = tmp_path / "good.classpart"
    write_part(second, joined, good)
    data = good.read_bytes()
    head, _, rest = data.partition(b"\n")

    def headed(**change: object) -> bytes:
        return json.dumps(json.loads(head) | change).encode() + b"\n" + rest

    broken = {
        "part_damaged": [data[:-30], data.replace(b"item_answered", b"visit_started", 1), headed(kiosk="k" + "0" * 12)],
        "part_newer": [headed(version=3)],
        "part_older": [headed(version=1)],
        "part_other": [headed(session="another")],
        "part_unreadable": [b"", b"\x00\xff" * 50, b"[1]\n", b"{}\n", b"[" * 100_000],
    }
    for code, files in broken.items():
        for number, content in enumerate(files):
            path = tmp_path / f"{code}-{number}.classpart"
            path.write_bytes(content)
            with pytest.raises(KioskError, match=rf"classroom\.{code}"):
                read_part(first, session, path)
    with pytest.raises(KioskError, match=r"classroom\.part_unreadable"):
        read_part(first, session, tmp_path / "gone.classpart")
    with first.read() as connection:
        assert not list(class_sessions.joined_facts(connection, session.id))
