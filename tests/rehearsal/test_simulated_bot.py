"""A bot plays a thousand visits through the real rules and the real store, and meets every item of every bank.

Where an item is met: those of the ten families in their levels, with bosses and, of messages to judge, after
小骗子模式; those of the topics (rumour, kind words, privacy and law) with bosses. Items of the forms A, B and C are
kept for tests: practice never asks them, but the rules can.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import Event, ItemAnswered
from kiosk.core.item import Item, from_json, item_hash
from kiosk.core.places import program_folder
from kiosk.core.visit import Visit
from kiosk.packs.library import Library
from kiosk.rehearsal.simulated_visit import Base, SimulatedVisit
from kiosk.stations.anti_fraud.rules import begin, choose, confirm
from kiosk.stations.station import BankItem
from kiosk.store import Store

QUIZZES = program_folder() / "quizzes"
VISITS = 1_000
STAYS = 250
"""Of so many visits one goes on until there is nothing left to play."""
ALL_DAY = 400
HOUR_MS = 3_600_000


def banks() -> dict[str, list[Item]]:
    """All items of our banks, by the bank's id."""
    loaded = [json.loads(path.read_text("utf-8")) for path in sorted(QUIZZES.glob("*.json"))]
    return {bank["id"]: [from_json(row) for row in bank["items"]] for bank in loaded if "items" in bank}


def practised() -> dict[str, Item]:
    """What practice may ask, by hash: all but the items of the forms."""
    return {item_hash(item): item for items in banks().values() for item in items if not item.form}


@dataclass
class Bot:
    """A store with our banks, and everything that is needed to visit it."""

    store: Store
    base: Base
    random: Random

    def play(self, number: int, runs: int = 0) -> list[ItemAnswered]:
        """One visit, handed to the store as one batch; its answers."""
        facts = list(SimulatedVisit(self.base, number * HOUR_MS, 10**9, self.random, runs).facts())
        batch: list[tuple[Event, Visit | None]] = [(fact.event, fact.visit) for fact in facts]
        self.store.append_many(batch)
        return [fact.event for fact in facts if isinstance(fact.event, ItemAnswered)]

    def journal(self) -> list[tuple[str, str]]:
        """Visit and item hash of all answers that are on disk."""
        assert self.store.flush(60)
        query = "SELECT visit, json_extract(body, '$.item_hash') FROM journal_entry WHERE kind = 'item_answered'"
        with self.store.read() as db:
            return [(row[0], row[1]) for row in db.execute(query)]


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Bot]:
    clock = SteppedClock()
    store = Store.open(tmp_path / "home", clock, housekeeping_after_s=None)
    library = Library(store, QUIZZES, clock)
    library.ensure_built_in()
    yield Bot(store, Base(library, ["一班"], ["小河"]), Random(3))
    store.close()


def test_a_thousand_visits_meet_every_item_and_nobody_one_twice(bot: Bot) -> None:
    given = 0
    modes: Counter[str] = Counter()
    for number in range(VISITS):
        answers = bot.play(number, ALL_DAY if number % STAYS == 0 else 0)
        met = [answer.item_hash for answer in answers]
        assert len(met) == len(set(met)), "nobody meets an item twice in a visit"
        given += len(answers)
        modes.update(answer.mode for answer in answers)
    journal = bot.journal()
    assert len(journal) == len(set(journal)) == given
    wanted = practised()
    assert {item for _, item in journal} == set(wanted), "every item that may be practised, and no other"
    assert set(modes) == {"practice", "trickster", "together", "versus"}


def test_who_stays_all_day_meets_everything_once(bot: Bot) -> None:
    for number in range(5):
        answers = bot.play(number, ALL_DAY)
        if len(answers) == len(practised()):
            return
    pytest.fail("no visit came to the end of the banks")


@pytest.mark.torture
def test_a_thousand_ordinary_visits_meet_every_item(bot: Bot) -> None:
    """Nobody stays all day: twelve runs at most."""
    for number in range(VISITS):
        bot.play(number, 12)
    assert {item for _, item in bot.journal()} == set(practised())


@pytest.mark.parametrize("pack", banks())
def test_every_item_can_be_answered_rightly(pack: str) -> None:
    """Those of the forms too."""
    for item in banks()[pack]:
        run = begin("any", [BankItem(item, item_hash(item), pack, "")], 1, Random(1))
        while not run.finished:
            for key in run.right_now:
                run = choose(run, key)
            assert run.ready, item.id
            run = confirm(run)
        assert run.answers[0].verdict == "right", item.id
