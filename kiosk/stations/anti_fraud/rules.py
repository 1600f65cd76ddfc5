"""How a run of a level goes. Pure: every step takes a run and gives a new one; items come in through functions.

A monster has lies; a right answer takes one away, a wrong one costs a heart and brings another item of the same
trick back later. A run always goes on to its end: hearts only count into the stars.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from kiosk.core.item import Kind
from kiosk.stations.anti_fraud.chat import node_after, towards
from kiosk.stations.anti_fraud.cues import toggle
from kiosk.stations.anti_fraud.steps import place
from kiosk.stations.anti_fraud.turns import Turn, make_turn, retry_position
from kiosk.stations.station import BankItem

PLAYED: tuple[Kind, ...] = ("choice", "multi", "true_false", "judge", "cues", "order", "chat")
"""The kinds of items that a run can ask."""
SEVERAL = ("multi", "cues")
"""The kinds of which several answers may be right at once."""
HEARTS = 3
LIES = 5
BOSS_LIES = 6
ITEMS = 8
EXTRA = 2
"""At most this many turns are added at the end of a run for tricks missed there."""

Verdict = Literal["right", "wrong", "ask_ok"]
Another = Callable[[str, Collection[str]], BankItem | None]
"""`another(trick, avoid)`: a different item of `trick` whose hash is not in `avoid`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A confirmed answer. `lie_taken`: the monster lost a lie by it; `said`: the replies given in a chat."""

    turn: Turn
    chosen: tuple[str, ...]
    verdict: Verdict
    changes: int
    lie_taken: bool = False
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A run of level `level`. The present turn is `turns[len(answers)]`; `chosen` is not confirmed yet.

    `mode` is recorded with each answer. `players` take turns; a run at one side of a split screen has a single one, who
    stands in its turns. In a chat each reply is confirmed on its own: `said` holds them until the chat ends, which is
    the answer.
    """

    level: str
    players: int
    turns: tuple[Turn, ...]
    lies_total: int
    lies: int
    hearts: int = HEARTS
    answers: tuple[Answer, ...] = ()
    chosen: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    changes: int = 0
    combo: int = 0
    best_combo: int = 0
    extra: int = 0
    hearts_total: int = HEARTS
    mode: str = "practice"

    @property
    def finished(self) -> bool:
        """Every turn is answered."""
        return len(self.answers) >= len(self.turns)

    @property
    def turn(self) -> Turn:
        """The turn that waits for an answer. Only while the run is not finished."""
        return self.turns[len(self.answers)]

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be chosen now."""
        chat = self.turn.bank.item.chat
        return tuple(reply.key for reply in node_after(chat, self.said).replies) if chat else self.turn.order

    @property
    def right_now(self) -> tuple[str, ...]:
        """What to choose for a right answer; in a chat the next reply on the way to it."""
        if self.finished:
            return ()
        item = self.turn.bank.item
        return (towards(item.chat, self.said, item.right) or self.keys[0],) if item.chat else item.right

    @property
    def ready(self) -> bool:
        """What is chosen can be confirmed: something is, and of steps to order all."""
        if self.finished or not self.chosen:
            return False
        return self.turn.bank.item.kind != "order" or len(self.chosen) == len(self.turn.order)

    @property
    def beaten(self) -> bool:
        """The monster has no lie left."""
        return self.lies == 0

    @property
    def right(self) -> int:
        """How many answers were right."""
        return sum(answer.verdict == "right" for answer in self.answers)

    @property
    def stars(self) -> int:
        """0 before the end; then 1 for coming through, 2 for a beaten monster, 3 if at most one heart went."""
        if not self.finished:
            return 0
        return 1 + self.beaten + (self.beaten and self.hearts >= self.hearts_total - 1)


def begin(level: str, picked: Sequence[BankItem], players: int, random: Random, *, most_lies: int = LIES) -> Run:
    """A run over `picked`; with fewer items than usual the monster has fewer lies. Turn i belongs to player i mod n."""
    turns = tuple(make_turn(bank, index % players + 1, random) for index, bank in enumerate(picked))
    lies = min(most_lies, max(1, round(LIES * len(turns) / ITEMS)))
    return Run(level, players, turns, lies_total=lies, lies=lies)


def choose(run: Run, key: str) -> Run:
    """Choose `key`; where several may be right a second touch takes it back, which counts as a change too."""
    if run.finished or key not in run.keys:
        return run
    if run.turn.bank.item.kind in SEVERAL:
        kept = toggle(run.chosen, key)
        chosen = tuple(one for one in run.turn.order if one in kept)
        return replace(run, chosen=chosen, changes=run.changes + bool({*run.chosen} - kept))
    if run.turn.bank.item.kind == "order":
        return replace(run, chosen=place(run.chosen, key), changes=run.changes + (key in run.chosen))
    changed = bool(run.chosen) and run.chosen != (key,)
    return replace(run, chosen=(key,), changes=run.changes + changed)


def verdict(turn: Turn, chosen: Sequence[str]) -> Verdict:
    """All or nothing; asking a grown-up first is never wrong about a message."""
    item = turn.bank.item
    if item.kind == "order":
        return "right" if tuple(chosen) == item.right else "wrong"
    if item.kind == "chat":
        return "right" if set(chosen) <= set(item.right) else "wrong"
    if set(chosen) == set(item.right):
        return "right"
    return "ask_ok" if item.kind == "judge" and set(chosen) == {"ask_first"} else "wrong"


def confirm(run: Run) -> Run:
    """Answer the present turn with what is chosen. Nothing happens while that is not complete."""
    if not run.ready:
        return run
    if chat := run.turn.bank.item.chat:
        said = (*run.said, *run.chosen)
        ending = node_after(chat, said).ending
        run = replace(run, said=said, chosen=(ending,) if ending else ())
        if not ending:
            return run
    judged = verdict(run.turn, run.chosen)
    lie_taken = judged == "right" and run.lies > 0
    combo = {"right": run.combo + 1, "ask_ok": run.combo, "wrong": 0}[judged]
    chosen = run.chosen if run.turn.bank.item.kind == "order" else tuple(sorted(run.chosen))
    answer = Answer(run.turn, chosen, judged, run.changes, lie_taken, run.said)
    return replace(
        run,
        answers=(*run.answers, answer),
        lies=run.lies - lie_taken,
        hearts=max(0, run.hearts - (judged == "wrong")),
        combo=combo,
        best_combo=max(combo, run.best_combo),
        chosen=(),
        said=(),
        changes=0,
    )


def bring_back(run: Run, another: Another, met: Collection[str], random: Random) -> Run:
    """After a wrong answer, ask a different item of the same trick later: instead of a planned one, or added.

    A trick comes back once in a run; with no other item of it left the run stays as it is.
    """
    last = run.answers[-1]
    trick = last.turn.bank.item.trick
    if last.verdict != "wrong" or last.turn.again or not trick:
        return run
    position = retry_position(len(run.answers) - 1, run.turns, run.players)
    if position == len(run.turns) and run.extra >= EXTRA:
        return run
    bank = another(trick, {*met, *(turn.bank.hash for turn in run.turns)})
    if bank is None:
        return run
    player = position % run.players + 1 if run.players > 1 else last.turn.player
    turn = make_turn(bank, player, random, again=True)
    turns = (*run.turns[:position], turn, *run.turns[position + 1 :])
    return replace(run, turns=turns, extra=run.extra + (position == len(run.turns)))
