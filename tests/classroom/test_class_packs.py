"""Children play from the banks that the teacher chose, as long as the class is here, also after a restart."""

from pathlib import Path
from random import Random

from kiosk.classroom import Asked, Classroom
from kiosk.core.clock import SteppedClock
from kiosk.packs.library import Library
from kiosk.store.store import Store
from tests.classroom.class_help import QUIZZES

CHOSEN = ("game_skin", "scare")


def opened(home: Path, clock: SteppedClock) -> tuple[Store, Library, Classroom]:
    store = Store.open(home, clock)
    library = Library(store, QUIZZES, clock)
    library.ensure_built_in()
    room = Classroom(store, clock, "visitor", lambda: "", library.form_items, library.limit, Random(1))
    room.resume()
    return store, library, room


def test_only_the_chosen_banks_are_played(tmp_path: Path) -> None:
    clock = SteppedClock(utc=1_795_147_200_000)
    store, library, room = opened(tmp_path, clock)
    every = {one.id for one in library.families()}
    ids = {one.id for one in library.installed() if one.id.endswith(CHOSEN)}
    assert len(ids) == 2
    room.start(Asked("", packs=tuple(ids)), "teacher")
    assert {one.id for one in library.families()} == set(CHOSEN)
    found = library.pick("game_skin", 8, random=Random(2))
    assert len(found) == 8 and {one.pack for one in found} <= ids
    assert len(library.form_items()) == 30  # the tests' forms are whole all the same
    store.close()

    store, library, room = opened(tmp_path, clock)
    assert room.now and {one.id for one in library.families()} == set(CHOSEN)
    room.end()
    assert {one.id for one in library.families()} == every
    store.close()
