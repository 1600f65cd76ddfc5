"""A run of several scenes: which come, whose turn it is, what came of them, what is kept against a crash. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from kiosk.core.ages import suited
from kiosk.core.item import item_hash
from kiosk.stations.kind_words.rules import Talk, begin
from kiosk.stations.kind_words.scene import THEMES, Scene

LENGTHS = {1: 5, 2: 6, 3: 6, 4: 8}
"""Scenes in a run by children: three to five minutes, each child as often as the others."""
KEPT = ("placed", "sent", "tries", "changes", "hinted")
"""What of a talk is not made again from the seed."""


@dataclass(frozen=True, slots=True)
class Run:
    """`talks` are the scenes of the run; `at` is the one at play; `firsts` tells of each begun whether its first
    sentence was good."""

    seed: int
    players: int
    talks: tuple[Talk, ...]
    at: int = 0
    firsts: tuple[bool, ...] = ()

    @property
    def talk(self) -> Talk:
        """The scene at play."""
        return self.talks[self.at]

    @property
    def last(self) -> bool:
        """Whether no scene follows."""
        return self.at + 1 == len(self.talks)

    @property
    def solved(self) -> tuple[Talk, ...]:
        """The scenes that ended well."""
        return tuple(talk for talk in self.talks if talk.solved)

    @property
    def stars(self) -> int:
        """0 before the end; then 1 for coming through, more for sentences that were good at once."""
        if len(self.solved) < len(self.talks):
            return 0
        right = sum(self.firsts)
        return 1 + (2 * right >= len(self.talks)) + (right >= len(self.talks) - 1)


def draw(scenes: Sequence[Scene], count: int, met: Collection[str], random: Random, ages: str = "") -> list[Scene]:
    """`count` scenes, the themes by turns; never one twice.

    Those for the band `ages` come first (empty: all are), and of these those whose item hash is not in `met`: where a
    pack brings too few for a class, others come after them.
    """
    fresh = random.sample([*scenes], len(scenes))
    suits = set(suited(fresh, ages))
    fresh.sort(key=lambda scene: (scene not in suits, item_hash(scene.item) in met))
    themes = random.sample([*THEMES], len(THEMES))
    queues = [[scene for scene in fresh if scene.theme == theme] for theme in themes]
    picked: list[Scene] = []
    while len(picked) < count and any(queues):
        for queue in queues:
            if queue and len(picked) < count:
                picked.append(queue.pop(0))
    return picked


def start(scenes: Sequence[Scene], players: int, seed: int) -> Run:
    """A run of these scenes; scene i belongs to player i mod n."""
    random = Random(seed)
    talks = tuple(begin(scene, at % players + 1, random) for at, scene in enumerate(scenes))
    return Run(seed, players, talks)


def moved(run: Run, talk: Talk) -> Run:
    """The run with its present scene as it is after a move."""
    return replace(run, talks=(*run.talks[: run.at], talk, *run.talks[run.at + 1 :]))


def answered(run: Run) -> Run:
    """The first sentence of the present scene counts."""
    return replace(run, firsts=(*run.firsts, run.talk.verdict == "good")) if run.talk.tries == 1 else run


def onward(run: Run) -> Run:
    """The next scene."""
    return replace(run, at=run.at + 1)


def keep(run: Run) -> dict[str, Any]:
    """The run as JSON values."""
    talks = [{"scene": one.scene.id} | {name: getattr(one, name) for name in KEPT} for one in run.talks]
    return {"seed": run.seed, "players": run.players, "at": run.at, "firsts": list(run.firsts), "talks": talks}


def restore(kept: Mapping[str, Any], scenes: Sequence[Scene]) -> Run:
    """The run that `keep` gave. Raises KeyError, TypeError or IndexError where it does not fit."""
    known = {scene.id: scene for scene in scenes}
    run = start([known[one["scene"]] for one in kept["talks"]], kept["players"], kept["seed"])
    talks = tuple(
        replace(talk, **{name: one[name] for name in KEPT} | {"placed": tuple(one["placed"])})
        for talk, one in zip(run.talks, kept["talks"], strict=True)
    )
    run.talks[kept["at"]]
    return replace(run, talks=talks, at=kept["at"], firsts=tuple(kept["firsts"]))
