"""Claims for the tests of 辟谣台, its stage, and simulated children who rate them."""

from random import Random

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


def signals(bank: Bank, child: str, random: Random) -> list[tuple[str, str]]:
    """One run of such a child, as `learning.signal.count` takes it: of the facts that were recorded."""
    run = rules.begin(bank, rules.DESK, 1, (), random)
    found = []
    while not run.over:
        task = run.task
        run = give(run, judge(child, task.claim, random))
        item: Item = item_of(bank, task.claim)
        event = answered(run, task, run.answers[-1], item, "hash", 1)
        found.append((item.nature, event.chosen[0]))
    return found
