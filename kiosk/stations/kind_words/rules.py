"""How a sentence is put together and what it is worth. Pure: every step takes a talk and gives a new one.

Several answers are good: all phrases true, kind and to the point, and the roles that the scene needs among them, in
their order. A sentence that was sent can be taken back and mended; nothing is ever lost by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from kiosk.stations.kind_words.scene import Scene, Tile

PLACES = 3
Verdict = Literal["good", "hurt", "untrue", "off", "missing", "order"]
Mood = Literal["upset", "calm", "glad"]
MOODS: dict[Verdict, Mood] = {
    "good": "glad", "hurt": "upset", "untrue": "upset", "off": "calm", "missing": "calm", "order": "calm",
}  # fmt: skip
"""How the other child looks after hearing it."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One scene at play. `seats` holds the tiles in the order of the tray, `placed` those of the sentence (empty: a
    free place), `held` the one in the hand; `tries` counts sentences that were sent, `changes` tiles taken out again.
    """

    scene: Scene
    player: int
    seats: tuple[str, ...]
    placed: tuple[str, ...] = ("",) * PLACES
    held: str = ""
    sent: bool = False
    tries: int = 0
    changes: int = 0
    hinted: bool = False

    @property
    def said(self) -> tuple[Tile, ...]:
        """The phrases of the sentence, in order."""
        return tuple(self.scene.tile(key) for key in self.placed if key)

    @property
    def text(self) -> str:
        """The sentence."""
        return "".join(tile.text for tile in self.said)

    @property
    def ready(self) -> bool:
        """Whether there is anything to send."""
        return bool(self.said) and not self.sent

    @property
    def verdict(self) -> Verdict:
        """What the sentence is worth: the worst of what is wrong with it first."""
        return judge(self.scene, self.said)

    @property
    def mood(self) -> Mood:
        """How the other child looks: upset at first, then as the sent sentence makes them."""
        return MOODS[self.verdict] if self.sent else "upset"

    @property
    def solved(self) -> bool:
        """Whether a good sentence was sent."""
        return self.sent and self.verdict == "good"


def begin(scene: Scene, player: int, random: Random) -> Talk:
    """A talk about `scene`, its tiles shuffled."""
    keys = [tile.key for tile in scene.tiles]
    return Talk(scene, player, tuple(random.sample(keys, len(keys))))


def judge(scene: Scene, said: Sequence[Tile]) -> Verdict:
    """What these phrases are worth, said in this order."""
    roles = [tile.role for tile in said]
    for bad in ("hurt", "untrue", "off"):
        if bad in roles:
            return bad
    if missing(scene, said):
        return "missing"
    firsts = [roles.index(need) for need in scene.needs]
    return "good" if firsts == sorted(firsts) else "order"


def missing(scene: Scene, said: Sequence[Tile]) -> tuple[str, ...]:
    """The roles that the scene needs and nobody has said."""
    roles = {tile.role for tile in said}
    return tuple(need for need in scene.needs if need not in roles)


def pick(talk: Talk, key: str) -> Talk:
    """Take a tile into the hand; a second touch lays it back into the tray."""
    if talk.sent or key not in talk.seats:
        return talk
    if talk.held == key:
        return lay_back(talk, key)
    return replace(talk, held=key)


def put(talk: Talk, key: str, place: int) -> Talk:
    """Put a tile down. What lay there goes to where the tile came from, or back into the tray."""
    if talk.sent or key not in talk.seats or not 0 <= place < PLACES:
        return talk
    placed = list(talk.placed)
    there, came_from = placed[place], placed.index(key) if key in placed else None
    if came_from is not None:
        placed[came_from] = there
    placed[place] = key
    changed = bool(there and there != key and came_from is None)
    held = "" if talk.held == key else talk.held
    return replace(talk, placed=tuple(placed), held=held, changes=talk.changes + changed)


def lay_back(talk: Talk, key: str) -> Talk:
    """Back into the tray."""
    if talk.sent:
        return talk
    placed = tuple("" if one == key else one for one in talk.placed)
    held = "" if talk.held == key else talk.held
    return replace(talk, placed=placed, held=held, changes=talk.changes + (key in talk.placed))


def touch_place(talk: Talk, place: int) -> Talk:
    """A place was touched: the tile in the hand goes there; with an empty hand the one that lies there is taken up."""
    if talk.held:
        return put(talk, talk.held, place)
    return replace(talk, held=talk.placed[place]) if not talk.sent else talk


def send(talk: Talk) -> Talk:
    """Say it."""
    return replace(talk, sent=True, held="", tries=talk.tries + 1) if talk.ready else talk


def take_back(talk: Talk) -> Talk:
    """撤回: what was good stays, what hurt, was untrue or beside the point goes back; then there is a hint."""
    if not talk.sent or talk.solved:
        return talk
    kept = [tile.key for tile in talk.said if tile.good]
    placed = tuple(kept + [""] * (PLACES - len(kept)))
    return replace(talk, sent=False, placed=placed, hinted=True)


def hint(talk: Talk) -> Talk:
    """Show what each place may say."""
    return replace(talk, hinted=True)


def next_good(talk: Talk) -> str:
    """A tile that still belongs into the sentence; empty when it is good as it is."""
    left = missing(talk.scene, talk.said)
    return next((tile.key for tile in talk.scene.tiles if left and tile.role == left[0]), "")
