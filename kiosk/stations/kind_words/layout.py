"""Where the talk, the places of the sentence and the tiles stand. Pure; in pixels of the design."""

from dataclasses import dataclass

from kiosk.stations.kind_words.rules import PLACES

GAP = 20.0
PAD = 22.0
LEAST = 120.0
"""A tile is never lower than a small finger needs."""
ROOMY = 132.0
TALK = 232.0
"""How high tiles are, and at least the moment above them, where there is room."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its corner at `x`, `y`."""

    x: float
    y: float
    w: float
    h: float

    def outside(self, x: float, y: float) -> float:
        """How far the point lies outside; 0 within."""
        return max(self.x - x, x - self.x - self.w, self.y - y, y - self.y - self.h, 0.0)


@dataclass(frozen=True, slots=True)
class Plan:
    """All boxes: the talk above, the places, the tray with a seat for each tile, and the room for reasons."""

    talk: Box
    places: tuple[Box, ...]
    tray: Box
    seats: tuple[Box, ...]


def plan(width: float, height: float, tiles: int, *, upright: bool, target: float = LEAST) -> Plan:
    """The plan for a body of that size."""
    columns = 2 if upright else 3
    rows = -(-tiles // columns)
    stacked = rows + (PLACES if upright else 1)
    room = height - TALK - 2 * PAD - (stacked + 1) * GAP
    tile = max(LEAST, min(room / stacked, max(target, ROOMY)))
    tray_h = rows * tile + (rows - 1) * GAP + 2 * PAD
    tray = Box(0, height - tray_h, width, tray_h)
    seat_w = (width - 2 * PAD - (columns - 1) * GAP) / columns
    seats = tuple(
        Box(PAD + at % columns * (seat_w + GAP), tray.y + PAD + at // columns * (tile + GAP), seat_w, tile)
        for at in range(tiles)
    )
    if upright:
        places_y = tray.y - GAP - (PLACES * tile + (PLACES - 1) * GAP)
        places = tuple(Box(0, places_y + at * (tile + GAP), width, tile) for at in range(PLACES))
    else:
        places_y = tray.y - GAP - tile
        place_w = (width - (PLACES - 1) * GAP) / PLACES
        places = tuple(Box(at * (place_w + GAP), places_y, place_w, tile) for at in range(PLACES))
    return Plan(Box(0, 0, width, places_y - GAP), places, tray, seats)
