"""Where the board and the trays lie on a screen, and how many pieces may be cut for it. Pure; pixels.

Every child has a tray: one at the side, or two to four at the sides and corners; below the board where the screen
is upright.
"""

from dataclasses import dataclass
from math import floor, log

COUNTS = (12, 24, 48, 96)
"""What a child may choose from, and what a small screen falls back to."""
Size = tuple[float, float]
ROOM = (1.24, 1.14, 1.05)
"""A piece's place in a tray, as a multiple of its cell: the roomiest that needs no more than `PAGES` pages."""
PAGES = 3
KNOB = 0.16
"""How far a tray's first pieces keep off its edge, in cells, where there is room for it."""
FRAME = 18
GAP = 24
"""Around the board and between board and trays, in pixels of the 1080p design."""
SHARE = {1: 0.56, 2: 0.52, 3: 0.42, 4: 0.42}
"""The most of a lying screen's width that the board may take, by children."""
UPRIGHT_SHARE = 0.56
TARGET = 120
TARGET_MM = 20
LEAST = 64
"""No piece is smaller than this many pixels of the 1080p design, however large the panel."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def meets(self, other: "Box") -> bool:
        """Whether they overlap."""
        aside = self.x >= other.x + other.width or other.x >= self.x + self.width
        return not aside and self.y < other.y + other.height and other.y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Screen:
    """What is known of the place: its size, `unit` (one pixel of the 1080p design), the panel's pixels a millimetre
    (0: unknown), whether the child is left-handed, and whether pieces are to be turned."""

    width: float
    height: float
    unit: float
    density: float = 0
    left_handed: bool = False
    turning: bool = False

    @property
    def least(self) -> float:
        """The least side of a piece: 20 mm of the real panel, or the house's target where the panel is silent."""
        return max(TARGET_MM * self.density, LEAST * self.unit) if self.density else TARGET * self.unit


@dataclass(frozen=True, slots=True)
class TrayPlace:
    """A tray, the middles of its places in reading order, and the button that turns its pages."""

    box: Box
    slots: tuple[tuple[float, float], ...]
    turner: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """Whole pixels, so that pieces fit together without a seam."""

    area: Box
    board: Box
    trays: tuple[TrayPlace, ...]


def grid(count: int, aspect: float) -> tuple[int, int]:
    """Columns and rows of exactly `count` pieces that are as square as can be in a picture of that shape."""
    pairs = [(columns, count // columns) for columns in range(1, count + 1) if count % columns == 0]
    return min(pairs, key=lambda pair: abs(log(aspect * pair[1] / pair[0])))


def fitting_grid(wanted: int, aspect: float, screen: Screen, players: int) -> tuple[int, int]:
    """The grid for `wanted` pieces, or for the most of `COUNTS` below whose sides are at least `Screen.least`."""
    board = _board(screen, players, aspect)
    for count in [wanted, *(one for one in reversed(COUNTS) if one < wanted)]:
        columns, rows = grid(count, aspect)
        if min(board[0] / columns, board[1] / rows) >= screen.least:
            return columns, rows
    return grid(min(wanted, COUNTS[0]), aspect)


def fitting_counts(aspect: float, screen: Screen, players: int) -> list[int]:
    """Those of `COUNTS` whose pieces are large enough; at least the first."""
    grids = {count: fitting_grid(count, aspect, screen, players) for count in COUNTS}
    return [count for count, (columns, rows) in grids.items() if columns * rows == count]


def lay_out(screen: Screen, players: int, aspect: float, columns: int, rows: int) -> Layout:
    """Board and trays for a picture of that shape (width to height) in that many pieces."""
    width, height = _board(screen, players, aspect)
    frame, gap = FRAME * screen.unit, GAP * screen.unit
    upright = screen.height > screen.width
    if upright:
        board = Box(round((screen.width - width) / 2), round(frame), width, height)
        boxes = _below(screen, board.y + height + frame + gap, players, gap)
    else:
        aside = round(frame) if players == 1 else round((screen.width - width) / 2)
        if players == 1 and screen.left_handed:
            aside = round(screen.width - frame - width)
        board = Box(aside, round((screen.height - height) / 2), width, height)
        boxes = _beside(screen, board, players, frame + gap, gap)
    cell = (width / columns, height / rows)
    if screen.turning:
        cell = (max(cell), max(cell))
    trays = tuple(_tray(box, cell, columns * rows, players, screen) for box in boxes)
    return Layout(Box(0, 0, screen.width, screen.height), board, trays)


def _board(screen: Screen, players: int, aspect: float) -> tuple[int, int]:
    """The picture's size in whole pixels."""
    frame = 2 * FRAME * screen.unit
    if screen.height > screen.width:
        most = screen.width - frame, screen.height * UPRIGHT_SHARE - frame
    else:
        most = screen.width * SHARE[players] - frame, screen.height - frame
    width = min(most[0], most[1] * aspect)
    return max(1, floor(width)), max(1, floor(width / aspect))


def _below(screen: Screen, top: float, players: int, gap: float) -> list[Box]:
    """Trays under the board: up to three in a row, four in two rows."""
    across = 2 if players == 4 else players
    down = 2 if players == 4 else 1
    width = (screen.width - (across - 1) * gap) / across
    height = (screen.height - top - (down - 1) * gap) / down
    return [
        Box(number % across * (width + gap), top + number // across * (height + gap), width, height)
        for number in range(players)
    ]


def _beside(screen: Screen, board: Box, players: int, off: float, gap: float) -> list[Box]:
    """Trays left and right of the board; a side with two children has one in each corner."""
    left = Box(0, 0, board.x - off, screen.height)
    beyond = board.x + board.width + off
    right = Box(beyond, 0, screen.width - beyond, screen.height)
    if players == 1:
        return [left if screen.left_handed else right]
    half = (screen.height - gap) / 2

    def corners(side: Box) -> list[Box]:
        return [Box(side.x, top, side.width, half) for top in (0, half + gap)]

    return [*(corners(left) if players > 2 else [left]), *(corners(right) if players > 3 else [right])]


def _tray(box: Box, cell: tuple[float, float], count: int, players: int, screen: Screen) -> TrayPlace:
    """A tray with places for its share of `count`; its page button in the lower corner on the hand's side."""
    side, edge = TARGET * screen.unit, 10 * screen.unit
    x = box.x + edge if screen.left_handed else box.x + box.width - side - edge
    turner = Box(x, box.y + box.height - side - edge, side, side)
    inner = _inset(box, edge)
    found = _spread(inner, cell, ROOM[0])
    if len(found) < count:
        found = _paged(inner, cell, turner, -(-count // players), screen.left_handed)
    return TrayPlace(box, tuple(found), turner)


def _inset(box: Box, edge: float) -> Box:
    return Box(box.x + edge, box.y + edge, box.width - 2 * edge, box.height - 2 * edge)


def _paged(box: Box, cell: Size, turner: Box, share: int, left_handed: bool) -> list[Size]:
    """The roomiest places that hold a share of pieces on `PAGES` pages, else the most; they keep off `turner`."""
    beside = Box(box.x, box.y, max(cell[0], turner.x - box.x), box.height)
    if left_handed:
        beside = Box(turner.x + turner.width, box.y, box.x + box.width - turner.x - turner.width, box.height)
    above = Box(box.x, box.y, box.width, max(cell[1], turner.y - box.y))
    best: list[Size] = []
    for room in ROOM:
        ways = [_spread(part, cell, room) for part in (beside, above, box)]
        packed = [_packed(box, cell, room, left_handed, inset) for inset in (KNOB, 0.0)]
        for places in (*ways, *packed):
            free = [(x, y) for x, y in places if not turner.meets(_around(x, y, cell))]
            best = max(best, free, key=len)
        if len(best) * PAGES >= share:
            break
    return best or [(box.x + box.width / 2, box.y + cell[1] * 0.55)]


def _around(x: float, y: float, cell: Size) -> Box:
    """What a piece in that place covers, without its knobs' tips."""
    return Box(x - cell[0] * 0.55, y - cell[1] * 0.55, cell[0] * 1.1, cell[1] * 1.1)


def _counts(box: Box, cell: Size, room: float) -> tuple[int, int]:
    """How many pieces stand beside and below each other."""
    return max(1, floor(box.width / (cell[0] * room))), max(1, floor(box.height / (cell[1] * room)))


def _spread(box: Box, cell: Size, room: float) -> list[Size]:
    """Middles of places that fill the box evenly."""
    across, down = _counts(box, cell, room)
    width, height = box.width / across, box.height / down
    return _grid_of(box.x, box.y, (width, height), across, down)


def _packed(box: Box, cell: Size, room: float, left_handed: bool, inset: float = 0.0) -> list[Size]:
    """Middles of places close together in the upper corner away from the page button, `inset` of a cell from it."""
    across, down = _counts(box, cell, room)
    width, height = cell[0] * room, cell[1] * room
    right = min(inset * cell[0], (box.width - across * width) / 2)
    left = box.x + (box.width - across * width - right if left_handed else right)
    return _grid_of(left, box.y + min(inset * cell[1], (box.height - down * height) / 2), (width, height), across, down)


def _grid_of(left: float, top: float, size: Size, across: int, down: int) -> list[Size]:
    """Middles of so many fields of that size, row by row."""
    return [(left + (n % across + 0.5) * size[0], top + (n // across + 0.5) * size[1]) for n in range(across * down)]
