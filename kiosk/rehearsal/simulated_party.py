"""Simulated children at one screen: what they remember of their visit, and how they take a turn. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from random import Random

from kiosk.core.item import Item
from kiosk.learning.rating import Ability
from kiosk.rehearsal.children import Child
from kiosk.stations.anti_fraud.chat import node_after
from kiosk.stations.anti_fraud.match import fits
from kiosk.stations.anti_fraud.message import message_text
from kiosk.stations.anti_fraud.practice import fit, learn
from kiosk.stations.anti_fraud.rules import PLAYED, Another, Run, bring_back, choose, confirm
from kiosk.stations.station import BankItem, ItemSource

SEVERAL = ("multi", "cues", "order")
"""The kinds of which a second touch adds instead of changing the choice."""


@dataclass(frozen=True, slots=True)
class Party:
    """`children` in the order of their numbers; `met`, `kept` and `abilities` as in a `StationContext`."""

    children: Sequence[Child]
    items: ItemSource
    random: Random
    met: set[str] = field(default_factory=set)
    kept: dict[str, int] = field(default_factory=dict)
    abilities: dict[int, Ability] = field(default_factory=dict)

    def take_turn(self, run: Run, others: Sequence[Run] = ()) -> tuple[Run, int]:
        """The present turn as its child plays it: the run after it, and how long it took (milliseconds).

        `others` are the runs at the other sides of a shared screen: what is planned there comes to nobody else.
        """
        random = self.random
        run = fit(run, self.items, self.met, self.abilities, random)
        turn = run.turn
        child = self.children[turn.player - 1]
        self.met.add(turn.bank.hash)
        reading_ms = child.reading_ms(item_text(turn.bank.item), random)
        given = self._chat(run, child) if turn.bank.item.chat else self._choose(run, child)
        learn(self.abilities, given)
        planned = {one.bank.hash for other in others for one in other.turns}
        another = self._another(planned, narrow=bool(others))
        return bring_back(given, another, self.met, random), reading_ms

    def _choose(self, run: Run, child: Child) -> Run:
        """Choose as the child does, sometimes another answer first, and confirm."""
        turn, random = run.turn, self.random
        wanted = child.answer(turn.bank.item, turn.order, random)
        if turn.bank.item.kind not in SEVERAL and child.wavers(random):
            run = choose(run, random.choice(turn.order))
        for key in wanted:
            run = choose(run, key)
        return confirm(run)

    def _chat(self, run: Run, child: Child) -> Run:
        """Reply until the chat has ended: well where the child knows how, else anything."""
        item, answered = run.turn.bank.item, len(run.answers)
        while len(run.answers) == answered:
            knows = child.knows(item, self.random)
            run = confirm(choose(run, run.right_now[0] if knows else self.random.choice(run.keys)))
        return run

    def _another(self, planned: Collection[str], *, narrow: bool) -> Another:
        def find(trick: str, avoid: Collection[str]) -> BankItem | None:
            met = {*avoid, *planned}
            draw = partial(self.items.another, trick, kinds=PLAYED, random=self.random)
            while found := draw(avoid=met):
                if not narrow or fits(found.item):
                    return found
                met.add(found.hash)
            return None

        return find


def item_text(item: Item) -> str:
    """All there is to read before an answer; of a chat as far as it goes without one."""
    if item.chat:
        node = node_after(item.chat, ())
        return "".join((item.stem, *node.says, *(reply.text for reply in node.replies)))
    message = message_text(item.message) if item.message else ""
    return "".join((item.stem, message, *(option.text for option in item.options)))
