"""Where the places, the pieces and what is said stand. Pure; all numbers are pixels of the 1080p design."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.stations.convention_puzzle.rules import Board, Token

GAP, PAD = 24, 24
LARGEST, SMALLEST = 60, 28
MINI = 76
"""A sorted situation's picture under its line."""


class Box(NamedTuple):
    """A rectangle within the body of the screen."""

    x: float
    y: float
    w: float
    h: float

    @property
    def bottom(self) -> float:
        """The first pixel below it."""
        return self.y + self.h


class Area(NamedTuple):
    """The room there is, how the words are shown, and the least side of what is touched."""

    w: float
    h: float
    upright: bool = False
    pinyin: bool = False
    target: float = 120


@dataclass(frozen=True, slots=True)
class Plan:
    """Boxes by key; `seats` by number. `tokens` go with the board's. `size` is the height of words to place.

    Pieces go into `slots`, which are parts of the `places` that are touched.
    """

    places: Mapping[str, Box]
    slots: Mapping[str, Box]
    seats: Sequence[Box]
    strip: Box
    tray: Box
    panel: Box
    tokens: Sequence[Box]
    size: int
    beam: float = 0
    picture: Box | None = None
    """Where the line's picture stands, if there is room for it."""


def ems(text: str, pinyin: bool) -> float:
    """How wide `text` is at most, in heights of a character; syllables above make characters wider."""
    wide = 1.5 if pinyin else 1.0
    return sum(wide if unicodedata.east_asian_width(one) in "WFA" else 0.62 for one in text)


def plan(board: Board, area: Area) -> Plan:
    """Where everything of `board` stands in `area`."""
    if board.tokens:
        return _sentence(board, area)
    return _bins(board, area) if any(place.room > 1 for place in board.places) else _pairs(board, area)


def inside(plan: Plan, board: Board, key: str) -> Box:
    """Where the piece lies that was put into a place: all of it, or its number in a place for several."""
    place = board.placed[key]
    box = plan.slots[place]
    if board.place(place).room == 1:
        return box
    number = [piece for piece, where in board.placed.items() if where == place].index(key)
    across = max(1, int((box.w - 2 * PAD + 8) // (MINI + 8)))
    if box.h < 200:  # a flat bin: pictures from its right end
        return Box(box.x + box.w - PAD - MINI - number * (MINI + 8), box.y + (box.h - MINI) / 2, MINI, MINI)
    row, column = divmod(number, across)
    return Box(box.x + PAD + column * (MINI + 8), box.bottom - 20 - MINI - row * (MINI + 8), MINI, MINI)


def _strip_height(area: Area) -> float:
    return (236 if area.pinyin else 176) if area.upright else (160 if area.pinyin else 124)


def _strip(top: float, bottom: float, wish: float, area: Area) -> Box:
    """What is said, between what ends at `top` and what begins at `bottom`: no higher than it needs to be."""
    free = bottom - top - 2 * GAP
    height = min(free, wish * 1.25)
    return Box(0, top + GAP + (free - height) / 2, area.w, height)


def _pairs(board: Board, area: Area) -> Plan:
    """Each place is a head with a gap below it, or beside it on an upright screen."""
    count, strip = len(board.places), _strip_height(area)
    longest = max(len(one.text) for row in (board.places, board.pieces) for one in row)
    if area.upright:
        return _pairs_upright(board, area, strip, longest)
    beam = 96.0 if longest <= 20 and not area.pinyin else 0.0
    width = min((area.w - (count - 1) * GAP) / count, (area.w - 2 * PAD - (count - 1) * 16) / count, 620)
    height = min((area.h - beam - strip - 2 * GAP - 2 * PAD) / 3, 230)
    left = (area.w - count * width - (count - 1) * GAP) / 2
    places = {
        place.key: Box(left + number * (width + GAP), beam, width, 2 * height)
        for number, place in enumerate(board.places)
    }
    tray = Box(0, area.h - height - 2 * PAD, area.w, height + 2 * PAD)
    said = _strip(beam + 2 * height, tray.y, strip, area)
    seats = _row(len(board.seats), width, height, tray, 16)
    slots = {key: box._replace(y=box.y + height, h=height) for key, box in places.items()}
    return Plan(places, slots, seats, said, tray, Box(0, beam, area.w, 2 * height), (), 38, beam)


def _pairs_upright(board: Board, area: Area, strip: float, longest: int) -> Plan:
    count, seats = len(board.places), len(board.seats)
    across = 3 if longest <= 12 else 2 if longest <= 34 else 1
    lines = -(-seats // across)
    piece = max(area.target, 150 if across == 3 else 170)
    tray_height = lines * piece + (lines - 1) * 16 + 2 * PAD
    row = min((area.h - strip - tray_height - 2 * GAP - (count - 1) * 16) / count, 220)
    places = {place.key: Box(0, number * (row + 16), area.w, row) for number, place in enumerate(board.places)}
    top = count * row + (count - 1) * 16
    tray = Box(0, area.h - tray_height, area.w, tray_height)
    width = (area.w - 2 * PAD - (across - 1) * 16) / across
    boxes = [
        Box(PAD + number % across * (width + 16), tray.y + PAD + number // across * (piece + 16), width, piece)
        for number in range(seats)
    ]
    slots = {key: box._replace(x=area.w / 2, w=area.w / 2) for key, box in places.items()}
    said = _strip(top, tray.y, strip, area)
    return Plan(places, slots, boxes, said, tray, Box(0, 0, area.w, top), (), 36)


def _bins(board: Board, area: Area) -> Plan:
    """Places for many pieces: side by side, or below each other on an upright screen."""
    count, seats, strip = len(board.places), len(board.seats), _strip_height(area)
    across = (1 if seats <= 3 else 2) if area.upright else seats
    lines = -(-seats // across)
    flat = 150 if count > 3 else 172 if area.pinyin else 190
    piece = (flat if across == 1 else 240) if area.upright else 230 if area.pinyin else 190
    tray_height = lines * piece + (lines - 1) * 16 + 2 * PAD
    tray = Box(0, area.h - tray_height, area.w, tray_height)
    room = area.h - tray_height - strip - 2 * GAP
    columns = 1 if area.upright else count
    width = (area.w - (columns - 1) * GAP) / columns
    height = min((room - (count - 1) * 16) / count, 220) if area.upright else room
    places = {
        place.key: Box(number % columns * (width + GAP), number // columns * (height + 16), width, height)
        for number, place in enumerate(board.places)
    }
    bottom = max(box.bottom for box in places.values())
    wide = min((area.w - 2 * PAD - (across - 1) * 16) / across, 900)
    boxes = [
        box
        for line in range(lines)
        for box in _row(
            min(across, seats - line * across), wide, piece, tray._replace(y=tray.y + line * (piece + 16)), 16
        )
    ]
    said = _strip(bottom, tray.y, strip, area)
    return Plan(places, places, boxes, said, tray, Box(0, 0, area.w, bottom), (), 32)


def _sentence(board: Board, area: Area) -> Plan:
    """Words with gaps on a panel, the words to place below: as large as all of it has room for."""
    strip = _strip_height(area)
    room = area.h - strip - 2 * GAP
    found = None
    for size in range(LARGEST, SMALLEST - 1, -2):
        high = max(area.target, size * (2.1 if area.pinyin else 1.5) + 28)
        across = area.w - 2 * PAD - 24
        tokens = flow([_token_width(board, one, size, area) for one in board.tokens], across, high, 10, _bound(board))
        words = flow([_word_width(one, size, area) for one in _every_seat(board)], across, high, 20)
        found = size, high, tokens, words
        if _height(tokens, high) + _height(words, high) + 4 * PAD <= room:
            break
    assert found is not None
    size, high, tokens, words = found
    tray_height = _height(words, high) + 2 * PAD
    panel_height = min(room - tray_height, _height(tokens, high) + 2 * PAD + 80)
    spare = max(0.0, room - tray_height - panel_height)
    picture = Box((area.w - spare * 4 / 3) / 2, 0, spare * 4 / 3, spare) if 240 <= spare <= area.w * 0.75 else None
    panel = Box(0, spare + GAP / 2 if picture else spare / 2, area.w, panel_height)
    tray = Box(0, area.h - tray_height, area.w, tray_height)
    down = panel.y + (panel.h - _height(tokens, high)) / 2
    boxes = [box._replace(x=box.x + PAD + 12, y=box.y + down) for box in tokens]
    places = {token.place: box for token, box in zip(board.tokens, boxes, strict=True) if token.place}
    seats = [box._replace(x=box.x + PAD + 12, y=box.y + tray.y + PAD) for box in words]
    said = _strip(panel.bottom, tray.y, strip, area)
    return Plan(places, places, seats, said, tray, panel, boxes, size, picture=picture)


def _every_seat(board: Board) -> Sequence[str]:
    """The words that were dealt, whether they still lie there or not: seats keep their widths."""
    return [one.text for one in board.pieces]


def _token_width(board: Board, token: Token, size: int, area: Area) -> float:
    if token.place:
        return _word_width(board.place(token.place).takes, size, area)
    return size * 1.7 if token.mark else ems(token.text, area.pinyin) * size + 4


def _word_width(text: str, size: int, area: Area) -> float:
    return max(area.target, ems(text, area.pinyin) * size + 56)


def _bound(board: Board) -> set[int]:
    """The tokens that stay on a row with the next: a sign before its words, words before a comma."""
    following = [token.text for token in board.tokens[1:]] + [""]
    return {at for at, token in enumerate(board.tokens) if (token.mark and not token.text) or following[at] == "，"}


def flow(widths: Sequence[float], across: float, high: float, gap: float, bound: Collection[int] = ()) -> list[Box]:
    """Boxes of those widths one after the other, on as many rows as it takes, each row in the middle.

    A box whose number is in `bound` stays with the next, if both have room on a row.
    """
    rows: list[list[float]] = [[]]
    for number, width in enumerate(widths):
        last = number
        while last in bound and number - 1 not in bound and last + 1 < len(widths):
            last += 1
        needed = sum(widths[number : last + 1]) + gap * (last - number)
        if rows[-1] and sum(rows[-1]) + gap * len(rows[-1]) + needed > across:
            rows.append([])
        rows[-1].append(min(width, across))
    boxes = []
    for number, row in enumerate(rows):
        x = (across - sum(row) - gap * (len(row) - 1)) / 2
        for width in row:
            boxes.append(Box(x, number * (high + 16), width, high))
            x += width + gap
    return boxes


def _height(boxes: Sequence[Box], high: float) -> float:
    return boxes[-1].y + high if boxes else 0.0


def _row(count: int, width: float, height: float, tray: Box, gap: float) -> list[Box]:
    """`count` boxes in a row in the middle of the tray."""
    left = tray.x + (tray.w - count * width - (count - 1) * gap) / 2
    return [Box(left + number * (width + gap), tray.y + PAD, width, height) for number in range(count)]
