"""The table: pieces in trays, in groups that lie free, and at home on the board. Pure; pixels.

A group is held by one point, the picture's upper left corner as the group has it: two groups fit when they have the
same turn and that point in common, and a group is at home when it is the board's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from random import Random

from kiosk.stations.convention_puzzle.jigsaw_cut import Cut, Point
from kiosk.stations.convention_puzzle.jigsaw_glide import Glides
from kiosk.stations.convention_puzzle.jigsaw_layout import Layout
from kiosk.stations.convention_puzzle.jigsaw_trays import Tray


class Rest(Enum):
    """Where a group is."""

    TRAY = "tray"
    FREE = "free"
    HOME = "home"


@dataclass(slots=True)
class Group:
    """Pieces that move as one. `turn` counts quarters clockwise; `tray` is whose it is."""

    number: int
    pieces: list[int]
    x: float = 0.0
    y: float = 0.0
    turn: int = 0
    tray: int = 0
    rest: Rest = Rest.TRAY


@dataclass(frozen=True, slots=True)
class Happening:
    """What came of a move: `home`, `joined`, `back` (slid back from a wrong place), `aside` (put away), `turned`."""

    what: str
    pieces: tuple[int, ...]


@dataclass
class Table:
    """All pieces of one cut on one layout. `changed` gathers the pieces that look or lie differently than before,
    `held` the numbers of the groups in somebody's hand, which nothing else moves."""

    cut: Cut
    layout: Layout
    glides: Glides = field(default_factory=Glides)
    groups: dict[int, Group] = field(default_factory=dict)
    trays: list[Tray] = field(default_factory=list)
    changed: set[int] = field(default_factory=set)
    happened: list[Happening] = field(default_factory=list)
    held: set[int] = field(default_factory=set)
    heights: list[int] = field(default_factory=list)
    _group_of: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.trays = [Tray(place) for place in self.layout.trays]
        self.groups = {piece: Group(piece, [piece]) for piece in range(self.cut.count)}
        self._group_of = list(range(self.cut.count))
        self.heights = [1] * self.cut.count
        self._top = 1

    def deal(self, random: Random, turning: bool = False) -> None:
        """The picture on the board falls apart: as many pieces into each tray; with `turning` each some way round."""
        order = random.sample(range(self.cut.count), self.cut.count)
        for number, piece in enumerate(order):
            group = self.groups[piece]
            group.x, group.y = self.layout.board.x, self.layout.board.y
            group.tray, group.rest = number % len(self.trays), Rest.TRAY
            if turning:
                self.turn(piece, random.randrange(4), self.centre(piece))
            self.trays[group.tray].pieces.append(piece)
        for tray in self.trays:
            tray.refresh()
        self.arrange()

    # What is where

    def group(self, piece: int) -> Group:
        """The group a piece belongs to; alone it is one of its own."""
        return self.groups[self._group_of[piece]]

    @property
    def whole(self) -> bool:
        """Whether the picture lies finished on the board."""
        return len(self.groups) == 1 and self.group(0).rest is Rest.HOME

    def centre(self, piece: int) -> Point:
        """Where the middle of the piece belongs now."""
        group = self.group(piece)
        right, down = turned(self.cut.centre(piece), group.turn)
        return group.x + right, group.y + down

    def shown(self, piece: int) -> Point:
        """Where the middle of the piece is seen, which is on the way to its place."""
        (x, y), (right, down, _) = self.centre(piece), self.glides.off(piece)
        return x + right, y + down

    def visible(self, piece: int) -> bool:
        """Not on another page of its tray, or still on the way there."""
        group = self.group(piece)
        return group.rest is not Rest.TRAY or piece in self.glides or self.trays[group.tray].slot(piece) is not None

    def hit(self, x: float, y: float, reach: float = 0.0) -> int | None:
        """The uppermost loose piece at that point, else the nearest whose middle is at most `reach` away."""
        near: tuple[float, int] | None = None
        far = max(self.cut.cell)
        for piece in sorted(range(self.cut.count), key=lambda one: -self.heights[one]):
            group = self.group(piece)
            middle = self.shown(piece)
            right, down = x - middle[0], y - middle[1]
            if group.rest is Rest.HOME or abs(right) > far or abs(down) > far or not self.visible(piece):
                continue
            from_middle = turned((right, down), -group.turn)
            own = self.cut.centre(piece)
            if self.cut.contains(piece, own[0] + from_middle[0], own[1] + from_middle[1]):
                return piece
            distance = max(abs(right), abs(down))
            if distance <= reach and (near is None or distance < near[0]):
                near = distance, piece
        return near[1] if near else None

    def cell_at(self, x: float, y: float) -> int | None:
        """The piece whose place on the board has that point."""
        board = self.layout.board
        if not board.holds(x, y):
            return None
        return self.cut.at(int((x - board.x) / self.cut.cell[0]), int((y - board.y) / self.cut.cell[1]))

    def fits(self, piece: int, x: float, y: float) -> bool:
        """Whether the piece, or one it is joined to, has its place at that point and lies the right way round."""
        group = self.group(piece)
        return group.turn == 0 and self.cell_at(x, y) in group.pieces

    # What hands do

    def lift(self, piece: int) -> Group:
        """The piece's group comes to the front, and stays where it is seen."""
        group = self.group(piece)
        right, down, _ = self.glides.off(piece)
        for one in group.pieces:
            x, y, spin = self.glides.off(one)
            self.glides.start(one, x - right, y - down, spin)
        self.raise_up(group)
        self.move(group, group.x + right, group.y + down)
        return group

    def move(self, group: Group, x: float, y: float) -> None:
        """Lay the group's corner there."""
        group.x, group.y = x, y
        self.changed.update(group.pieces)

    def carry(self, piece: int, x: float, y: float) -> None:
        """Lay the group so that the piece's middle is there; it slides."""
        group = self.group(piece)
        before = self.seen(group.pieces)
        here = self.centre(piece)
        self.move(group, group.x + x - here[0], group.y + y - here[1])
        self.slide(before)

    def turn(self, piece: int, quarters: int, pivot: Point) -> None:
        """Turn the piece's group about a point, by quarters clockwise."""
        group = self.group(piece)
        before = self.seen(group.pieces)
        right, down = turned((group.x - pivot[0], group.y - pivot[1]), quarters)
        group.turn = (group.turn + quarters) % 4
        self.move(group, pivot[0] + right, pivot[1] + down)
        self.slide(before, -90.0 * quarters)
        self.happened.append(Happening("turned", tuple(group.pieces)))

    def arrange(self) -> None:
        """Every piece in a tray slides to its place; those that are not shown wait behind the page button."""
        for tray in self.trays:
            for piece in tray.pieces:
                turner = tray.place.turner
                x, y = tray.slot(piece) or (turner.x + turner.width / 2, turner.y + turner.height / 2)
                now = self.centre(piece)
                if self._group_of[piece] not in self.held and (abs(now[0] - x) > 0.5 or abs(now[1] - y) > 0.5):
                    self.carry(piece, x, y)

    def leave_tray(self, group: Group) -> None:
        """The group lies free from now on."""
        if group.rest is Rest.TRAY:
            group.rest = Rest.FREE
            self.trays[group.tray].take(group.pieces[0])
            self.arrange()

    def to_tray(self, piece: int, number: int) -> None:
        """A lone piece belongs to that tray from now on and slides there."""
        group = self.group(piece)
        if number != group.tray or group.rest is not Rest.TRAY:
            if group.rest is Rest.TRAY:
                self.trays[group.tray].take(piece)
            group.tray, group.rest = number, Rest.TRAY
            self.trays[number].add(piece)
        self.arrange()

    def merge(self, group: Group, into: Group) -> None:
        """One group of two. A piece's looks tell which of its neighbours it is joined to: all are changed."""
        for piece in group.pieces:
            self._group_of[piece] = into.number
        into.pieces += group.pieces
        del self.groups[group.number]
        self.changed.update(into.pieces)

    def raise_up(self, group: Group) -> None:
        """The group lies above all others."""
        self._top += 1
        for piece in group.pieces:
            self.heights[piece] = self._top
        self.changed.update(group.pieces)

    def seen(self, pieces: Iterable[int]) -> dict[int, Point]:
        """Where each is seen now, for `slide`."""
        return {piece: self.shown(piece) for piece in pieces}

    def slide(self, before: dict[int, Point], spin: float = 0) -> None:
        """The pieces slide from where they were seen to where they belong now."""
        for piece, (x, y) in before.items():
            now = self.centre(piece)
            self.glides.start(piece, x - now[0], y - now[1], spin)
            self.changed.add(piece)


def turned(point: Point, quarters: int) -> Point:
    """The point turned about the origin, by quarters clockwise."""
    x, y = point
    return ((x, y), (-y, x), (-x, -y), (y, -x))[quarters % 4]
