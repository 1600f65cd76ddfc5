"""What 理性表达 and 承诺桥 leave is found in the log: sentences with the phrases chosen, promises without a score."""

from pathlib import Path
from random import Random

from kiosk.core.clock import SteppedClock
from kiosk.core.events import StationOpened, VisitEnded, VisitStarted
from kiosk.core.ids import uuid7
from kiosk.core.places import program_folder
from kiosk.core.visit import Visit
from kiosk.packs.content import ContentShelf
from kiosk.packs.texts import TextKeeper
from kiosk.stations.kind_words import facts as kind_words
from kiosk.stations.kind_words import rules
from kiosk.stations.pledge import facts as pledge
from kiosk.stations.pledge.promises import read_promises
from kiosk.stations.pledge.rules import Lantern
from kiosk.store import Store
from tests.exports.exports_help import Played
from tests.exports.test_exports_log import exported
from tests.stations.kind_words_stage import good_keys, key_of, ours

SHELF = ContentShelf(program_folder() / "content")


def test_both_are_read_in_the_log_and_promises_count_as_no_answers(tmp_path: Path) -> None:
    clock = SteppedClock()
    store = Store.open(tmp_path / "home", clock)
    keep = TextKeeper(store).keep
    scene = ours()[0]
    talk = rules.begin(scene, 2, Random(1))
    for place, key in enumerate([good_keys(talk)[0], key_of(talk, "hurt")]):
        talk = rules.put(talk, key, place)
    talk = rules.send(talk)
    promises = read_promises(SHELF.brought("promises"), SHELF.brought("conventions"), "zh")
    made = promises.named(["kind", "sleep", "time"])
    hashes = [keep(one.item) for one in made]
    events = [
        *(VisitStarted(), StationOpened("kind_words", 2), kind_words.answered(talk, keep(scene.item), 9_000)),
        *pledge.promised(promises, pledge.Pledge(made, hashes, (), Lantern(2, place=5), 1, 30_000)),
        VisitEnded("left"),
    ]
    visit = Visit(uuid7(clock.utc_ms()))
    for event in events:
        store.append(event, visit)
    store.flush(5)
    played = Played(store, tmp_path / "home", "")
    rows = exported(played, tmp_path / "log.csv", "log")
    (visited,) = exported(played, tmp_path / "visits.csv", "visits")
    store.close()
    assert [row["展位"] for row in rows] == ["理性表达", "承诺桥", "承诺桥", "承诺桥"]
    assert scene.situation in rows[0]["题目"] and talk.said[1].text in "".join(rows[0].values())
    assert [row["题目"] for row in rows[1:]] == [one.text for one in made]
    assert "许下承诺" in rows[1].values() and "答错" in rows[0].values()
    assert (visited["答题数"], visited["答对数"], visited["点亮的灯"]) == ("1", "0", "1")
