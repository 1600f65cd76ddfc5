"""A classroom over a real store and our real forms."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

from kiosk.classroom import Classroom
from kiosk.classroom.attempt import Attempt, choose, confirmed, finished
from kiosk.classroom.lan import Net
from kiosk.core.clock import Clock
from kiosk.core.item import item_hash
from kiosk.core.returning import NoReturns, Returns
from kiosk.core.visit import Visit
from kiosk.packs.native import built_in_bank
from kiosk.stations.station import BankItem
from kiosk.store.store import Store

QUIZZES = Path(__file__).parents[2] / "quizzes"
BASE = "运河少年网络文明基地"


@cache
def form_items() -> tuple[tuple[BankItem, bool], ...]:
    """The items of our own forms."""
    banks = [bank for path in sorted(QUIZZES.glob("*.json")) if (bank := built_in_bank(path))]
    return tuple(
        (BankItem(item, item_hash(item), bank.id, "0" * 16), True) for bank in banks for item in bank.items if item.form
    )


def make_room(
    store: Store,
    clock: Clock,
    *,
    base: str = BASE,
    limits: list[Sequence[str]] | None = None,
    net: Net | None = None,
    returns: Returns | None = None,
) -> Classroom:
    """A classroom whose codes are the same in every run; `limits` is told which packs are played from."""
    told = limits if limits is not None else []
    codes = returns or NoReturns()
    return Classroom(
        store, clock, "visitor", lambda: base, form_items, told.append, Random(7), net, lambda label: codes
    )


def do_form(store: Store, room: Classroom, place: int, keys: Sequence[str] = (), *, returning: str = "") -> Attempt:
    """A child at `place` does its form: `keys` are its answers, all right where there are none."""
    attempt, facts = room.attempt(place, returning)
    visit = Visit(attempt.visit)
    for fact in facts:
        store.append(fact, visit)
    while not attempt.finished:
        key = keys[attempt.answered] if keys else attempt.item.item.nature
        attempt, fact = confirmed(choose(attempt, key), 4_000)
        store.append(fact, visit)
    store.append(finished(attempt), visit)
    assert store.flush(10)
    return attempt
