"""Which piece a hint is about, and what QML is told of the trays. Pure."""

from collections.abc import Sequence

from kiosk.stations.convention_puzzle.jigsaw_layout import Layout
from kiosk.stations.convention_puzzle.jigsaw_table import Rest, Table


def piece_to_show(table: Table, chosen: Sequence[int]) -> int | None:
    """The piece that was chosen last, else a loose one in nobody's hand: in sight and beside what lies on the board."""
    groups = [one for one in table.groups.values() if one.rest is not Rest.HOME and one.number not in table.held]
    loose = sorted(piece for group in groups for piece in group.pieces)
    waiting = [piece for piece in chosen if piece in loose]
    return waiting[-1] if waiting else max(loose, key=lambda piece: _ease(table, piece), default=None)


def _ease(table: Table, piece: int) -> tuple[bool, int, bool]:
    """The larger, the better the piece suits a hint."""
    around = table.cut.around(piece)[:4]
    lying = sum(other is None or table.group(other).rest is Rest.HOME for other in around)
    return table.visible(piece), lying, table.group(piece).rest is Rest.TRAY


def upright(table: Table, piece: int) -> None:
    """The piece's group turns the right way round."""
    group = table.group(piece)
    if group.turn:
        table.turn(piece, -group.turn, table.centre(piece))


def tray_dicts(layout: Layout, players: int) -> list[dict[str, float]]:
    """The trays for QML; `player` is 0 where there is only one child."""
    return [
        {
            "x": tray.box.x,
            "y": tray.box.y,
            "width": tray.box.width,
            "height": tray.box.height,
            "turnerX": tray.turner.x - tray.box.x,
            "turnerY": tray.turner.y - tray.box.y,
            "turner": tray.turner.width,
            "player": number if players > 1 else 0,
        }
        for number, tray in enumerate(layout.trays, start=1)
    ]
