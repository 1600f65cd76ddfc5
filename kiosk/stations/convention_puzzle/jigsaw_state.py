"""A table written down as plain JSON values and laid again, after a crash or on a screen of another size. Pure."""

from typing import Any

from kiosk.stations.convention_puzzle.jigsaw_cut import Cut, cut
from kiosk.stations.convention_puzzle.jigsaw_glide import Glides
from kiosk.stations.convention_puzzle.jigsaw_layout import Layout
from kiosk.stations.convention_puzzle.jigsaw_snap import keep_inside
from kiosk.stations.convention_puzzle.jigsaw_table import Rest, Table

VERSION = 1


def export_table(table: Table) -> dict[str, Any]:
    """Places are in cells from the board's corner, so that they hold on any screen."""
    board, (wide, high) = table.layout.board, table.cut.cell
    return {
        "version": VERSION,
        "seed": table.cut.seed,
        "grid": [table.cut.columns, table.cut.rows],
        "trays": [[[piece, table.group(piece).turn] for piece in tray.pieces] for tray in table.trays],
        "groups": [
            {
                "home": group.rest is Rest.HOME,
                "at": [round((group.x - board.x) / wide, 4), round((group.y - board.y) / high, 4)],
                "turn": group.turn,
                "tray": group.tray,
                "pieces": list(group.pieces),
            }
            for group in table.groups.values()
            if group.rest is not Rest.TRAY
        ],
    }


def cut_of(state: dict[str, Any], width: int, height: int) -> Cut:
    """The cut that the state speaks of, for a picture of that size. Raises ValueError for what is no such state."""
    try:
        columns, rows = (int(one) for one in state["grid"])
        seed, version = int(state["seed"]), state["version"]
    except (KeyError, TypeError) as error:
        raise ValueError(f"no state of a jigsaw: {error!r}") from error
    if version != VERSION or not (0 < columns <= width and 0 < rows <= height):
        raise ValueError(f"a state of version {version} with a grid of {columns} by {rows}")
    return cut(seed, columns, rows, width, height)


def import_table(state: dict[str, Any], made: Cut, layout: Layout, glides: Glides) -> Table:
    """The table as it was. Raises ValueError where a piece is missing or named twice."""
    table = Table(made, layout, glides)
    try:
        named = [piece for tray in state["trays"] for piece, _ in tray]
        named += [piece for group in state["groups"] for piece in group["pieces"]]
        if sorted(named) != list(range(made.count)):
            raise ValueError("the state does not name every piece once")
        _lay_groups(state["groups"], table)
        _fill_trays(state["trays"], table)
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError(f"no state of a jigsaw: {error!r}") from error
    return table


def _lay_groups(groups: list[dict[str, Any]], table: Table) -> None:
    board, (wide, high) = table.layout.board, table.cut.cell
    for kept in groups:
        first, *others = kept["pieces"]
        group = table.group(first)
        for piece in others:
            table.merge(table.group(piece), group)
        group.turn, group.tray = int(kept["turn"]) % 4, int(kept["tray"]) % len(table.trays)
        group.rest = Rest.HOME if kept["home"] else Rest.FREE
        at = (0.0, 0.0) if kept["home"] else kept["at"]
        table.move(group, board.x + at[0] * wide, board.y + at[1] * high)
        if kept["home"]:
            for piece in group.pieces:
                table.heights[piece] = 0
        else:
            keep_inside(table, group)


def _fill_trays(trays: list[list[list[int]]], table: Table) -> None:
    for number, kept in enumerate(trays):
        tray = table.trays[number % len(table.trays)]
        for piece, turn in kept:
            group = table.group(piece)
            group.tray, group.turn = number % len(table.trays), int(turn) % 4
            tray.pieces.append(piece)
    for tray in table.trays:
        tray.refresh()
    table.arrange()
    for piece in range(table.cut.count):
        table.glides.stop(piece)
