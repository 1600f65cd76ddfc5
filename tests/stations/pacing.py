"""How long a run takes children who read at their own speed: the real view model, driven as a rehearsal drives it.

A child reads each sentence that comes up once (`pace_ms` a character: 80 a quick reader of 初中, 130 the middle of
primary school, 190 a slow reader of 三年级), looks at a picture or a choice for `LOOK_MS` before each touch, takes
`SIGN_MS` to sign and `PAINT_MS` to settle on a shape, a paper or a pattern. What the screen lets pass by itself (a day
in 督导亭) is added.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.stations.stage import Stage

LOOK_MS, NEXT_MS, SIGN_MS, PAINT_MS, DAY_MS = 1_900, 900, 9_000, 3_000, 1_100
PAINTING = ("shape", "paper", "pattern")
PACES = {"quick": 80, "middle": 130, "slow": 190}
Touch = Callable[[Any, str], None]
TOUCHES: dict[str, Touch] = {
    "street": lambda vm, name: vm.openStreet(name),
    "what": lambda vm, name: vm.sayWhat(name),
    "why": lambda vm, name: vm.sayWhy(int(name)),
    "act": lambda vm, name: vm.toggleAct(name),
    "mode": lambda vm, name: vm.play(name),
    "bait": lambda vm, name: vm.takeBait(int(name)),
    "check": lambda vm, name: vm.look(name),
    "rate": lambda vm, name: vm.rate(name),
    "sure": lambda vm, name: vm.beSure(name),
    "piece": lambda vm, name: vm.board.pick(vm.talk_now.seats[int(name)]),
    "place": lambda vm, name: vm.board.touchPlace(int(name)),
    "promise": lambda vm, name: vm.choose_now.pick(name),
    "plan": lambda vm, name: vm.plan_now.touch(name),
    "when": lambda vm, name: vm.plan_now.pickWhen(name),
    "way": lambda vm, name: vm.plan_now.pickWay(name),
    "reply": lambda vm, name: vm.practice_now.pick(int(name)),
    "shape": lambda vm, name: vm.paint.paint("shape", int(name)),
    "paper": lambda vm, name: vm.paint.paint("paper", int(name)),
    "pattern": lambda vm, name: vm.paint.paint("pattern", int(name)),
}


@dataclass
class Reader:
    """A child, or several who take turns, at a station; `spent_ms` is what the run has taken."""

    world: Stage
    pace_ms: int
    spent_ms: int = 0

    def play(self) -> float:
        """Minutes from coming in to the result card."""
        view_model = self.world.card.make_view_model(self.world.context())
        seen: set[str] = set()
        chance = Random(self.world.seed)
        while not self.world.results:
            self._read(view_model, seen)
            move = self.world.card.rehearse(view_model, (), chance)
            if move is None:
                view_model.tick()
                self.spent_ms += DAY_MS
            else:
                self._touch(view_model, move.touch, move.at)
        view_model.close()
        return self.spent_ms / 60_000

    def _read(self, view_model: Any, seen: set[str]) -> None:
        """What stands on the screen and was not read yet."""
        for sentence in re.findall("[^。！？]+", str(view_model.readingText)):
            if sentence not in seen:
                seen.add(sentence)
                self.spent_ms += len(sentence) * self.pace_ms

    def _touch(self, view_model: Any, name: str, at: tuple[float, float]) -> None:
        kind, _, rest = name.partition("-")
        looked = PAINT_MS if kind in PAINTING else LOOK_MS
        self.spent_ms += NEXT_MS if name == "primary" else SIGN_MS if name == "sign-pad" else looked
        if name == "primary":
            view_model.primary()
        elif name == "sign-pad":
            view_model.sign(True)
        elif name == "bridge":
            view_model.hangAt(at[0] * 1920, at[1] * 1080)
        else:
            TOUCHES[kind](view_model, rest)
