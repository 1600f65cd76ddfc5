"""The hub: the lines as pictures with lanterns, the games that the chosen line has. Pure; numbers as in `layout`."""

from typing import Any

from kiosk.stations.convention_puzzle.convention import Convention, Half, Line
from kiosk.stations.convention_puzzle.facts import Say
from kiosk.stations.convention_puzzle.games import GAMES, offered
from kiosk.stations.convention_puzzle.layout import GAP, Area, Box
from kiosk.stations.convention_puzzle.progress import Progress

BEGINNING = 14
"""So many characters of a half are shown where there is little room."""


def places(count: int, area: Area) -> list[Box]:
    """Where `count` pictures stand, lanterns included, in the area above what is said."""
    columns = _columns(count, area.upright)
    rows = -(-count // columns)
    width = min((area.w - (columns - 1) * GAP) / columns, 520 if count > 1 else 700)
    height = (area.h - (rows - 1) * 12) / rows
    boxes = []
    for number in range(count):
        row, column = divmod(number, columns)
        inside = min(columns, count - row * columns)
        left = (area.w - inside * width - (inside - 1) * GAP) / 2
        boxes.append(Box(left + column * (width + GAP), row * (height + 12), width, height))
    return boxes


def _columns(count: int, upright: bool) -> int:
    if upright:
        return min(count, 3) if count <= 9 else 4
    return count if count <= 5 else -(-count // 2)


def show_lines(convention: Convention, progress: Progress, chosen: str) -> list[dict[str, Any]]:
    """Every line as the hub shows it."""
    return [
        {
            "id": line.id,
            "name": line.name,
            "picture": picture_of(convention, line),
            "lit": progress.lit(line),
            "known": progress.known(line),
            "chosen": line.id == chosen,
        }
        for line in convention.lines
    ]


def picture_of(convention: Convention, line: Line) -> str:
    """Where QML finds the picture of a line; empty where it has none."""
    return convention.pictures + line.picture if line.picture else ""


def show_games(convention: Convention, line: Line, progress: Progress, say: Say) -> list[dict[str, Any]]:
    """Every game: whether the line has it, how well it went, whether it is suggested."""
    having, next_one = offered(convention, line), progress.suggested(line)
    return [
        {
            "key": game,
            "label": say(f"convention_puzzle.{game}"),
            "usable": game in having,
            "grade": progress.grade(line.id, game),
            "suggested": game == next_one,
        }
        for game in GAMES
    ]


def show_beginning(line: Line) -> list[dict[str, str]]:
    """The halves where there is little room: of long ones their beginning."""
    if len(line.text) <= 2 * BEGINNING:
        return show_halves(line)
    return [{"mark": half.mark, "text": half.text[:BEGINNING] + "……"} for half in line.halves]


def show_halves(line: Line) -> list[dict[str, str]]:
    """The halves with their marks, each with the punctuation that follows it."""
    last = len(line.halves) - 1
    return [
        {"mark": half.mark, "text": half.text + _after(half, number == last)} for number, half in enumerate(line.halves)
    ]


def _after(half: Half, last: bool) -> str:
    return "" if half.text[-1:] in "，。！？；,.!?;" else "。" if last else "，"
