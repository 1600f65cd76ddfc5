"""Claims for the tests of 辟谣台, its stage, and simulated children who rate them."""

from collections.abc import Callable, Iterator
from random import Random

from kiosk.core.events import ItemAnswered
from kiosk.core.item import Item
from kiosk.core.places import program_folder
from kiosk.packs.content import ContentShelf
from kiosk.stations.rumour_desk import rules
from kiosk.stations.rumour_desk.card import CARD
from kiosk.stations.rumour_desk.claims import Bank, Claim, read_bank
from kiosk.stations.rumour_desk.facts import answered, item_of
from kiosk.stations.rumour_desk.rules import Run
from tests.stations.stage import Stage
from tests.stations.supervisor_stage import NoItems


def our_bank() -> Bank:
    """Our own claims."""
    return read_bank(ContentShelf(program_folder() / "content").brought("claims")[-1])


def stage(players: int = 1, **wishes: object) -> Stage:
    """The world around the station."""
    return Stage(NoItems(), CARD, players=players, **wishes)  # type: ignore[arg-type]


def give(run: Run, rating: str, sure: str = "sure", check: str = "source") -> Run:
    """Look, rate, be sure, confirm."""
    return rules.confirm(rules.be_sure(rules.rate(rules.look(run, check), rating), sure))


def judge(child: str, claim: Claim, random: Random) -> str:
    """How a paranoid, trusting or discerning child rates a claim."""
    if child == "discerning" and claim.truth == "unsure":
        return "ask_first"
    doubts = {"paranoid": 0.92, "trusting": 0.1, "discerning": 0.1 if claim.truth == "true" else 0.88}[child]
    return random.choice(("scam", "scam", "ask_first")) if random.random() < doubts else "genuine"


def facts(bank: Bank, child: str, random: Random, keep: Callable[[Item], str]) -> Iterator[ItemAnswered]:
    """One run of such a child, through rules and facts: sure of itself, but for a discerning one that does not know."""
    run = rules.begin(bank, rules.DESK, 1, (), random)
    while not run.over:
        task = run.task
        rating = judge(child, task.claim, random)
        run = give(run, rating, "guess" if rating == "ask_first" else "sure")
        item = item_of(bank, task.claim)
        yield answered(run, task, run.answers[-1], item, keep(item), 1)


def signals(bank: Bank, child: str, random: Random) -> list[tuple[str, str]]:
    """One run of such a child, as `learning.signal.count` takes it: of the facts that were recorded."""
    natures: dict[str, str] = {}

    def keep(item: Item) -> str:
        natures[item.id] = item.nature
        return item.id

    return [(natures[event.item], event.chosen[0]) for event in facts(bank, child, random, keep)]
