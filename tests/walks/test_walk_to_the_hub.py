"""The walk of an answer to its end: a touch, the journal, `kill -9`, the wire, the hub, and the text that was asked."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.hub.store import tables
from kiosk.sync import status
from tests.conftest import MakeKiosk
from tests.hub.hub_help import PushingKiosk, Served, free_port, same_at_both_ends
from tests.store.store_help import VISIT, answer
from tests.walks.walking import PlayingScreen, report


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A hub as a process of its own, as `make hub` runs it."""
    made = Served(tmp_path / "hub", "", free_port()).start()
    yield made
    made.stop()


@pytest.fixture
def home(served: Served, tmp_path: Path) -> Path:
    """The home of a kiosk that is let in."""
    kiosk = PushingKiosk(tmp_path / "home")
    kiosk.enrol(served.url, served.code())
    kiosk.close()
    return kiosk.home


def test_an_answer_walks_from_the_finger_to_the_hub(served: Served, home: Path) -> None:
    screen = PlayingScreen(home, "--level", "")
    screen.play(answers=3)
    screen.kill()
    told = report(home, "sync", "now")
    assert (told["waiting"], told["refused"], told["error"]) == (0, 0, None)
    event, kind = tables.event.c, tables.kind.c
    with served.opened() as hub, hub.database.read() as connection:
        answers = sa.select(event.dictionary, event.body, event.visit).join_from(
            tables.event, tables.kind, event.kind == kind.number
        )
        found = {
            (row.visit.hex(), body["item"], body["verdict"]): body["item_hash"]
            for row in connection.execute(answers.where(kind.name == "item_answered"))
            for body in [json.loads(hub.bodies.unpack(row.dictionary, row.body))]
        }
        texts = set(connection.execute(sa.select(tables.item_text.c.hash)).scalars())
    for visit, item, verdict in screen.praised:
        assert found[visit.replace("-", ""), item, verdict] in texts, "what the child saw can be shown"
    kiosk = PushingKiosk(home)
    same_at_both_ends([kiosk], served)
    kiosk.close()


def test_an_enrolled_screen_sends_by_itself(served: Served, home: Path, make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk((1280, 720), home=home)
    kiosk.store.append(answer(), VISIT)
    kiosk.prepare()
    finger.wait(lambda: status.read(home, kiosk.store, 0).success_ms > 0, "a delivery")
    finger.wait(lambda: status.read(home, kiosk.store, 0).waiting == 0, "all of it")
    assert len(served.held()) >= 1


def test_a_screen_without_a_hub_has_no_courier(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk((1280, 720))
    kiosk.prepare()
    assert kiosk._preparing is not None
    kiosk._preparing.join()
    finger.rest(50)
    assert kiosk._courier is None
