"""What a group does when it is let go of: it goes home, joins its neighbours, lies free or slides back. Pure."""

from kiosk.stations.convention_puzzle.jigsaw_cut import Point
from kiosk.stations.convention_puzzle.jigsaw_table import Group, Happening, Rest, Table

HOME_PULL = 0.45
JOIN_PULL = 0.36
"""Within this share of a piece's shorter side the board, or a neighbour, pulls a piece to its place."""


def drop(table: Table, piece: int) -> None:
    """The piece's group is let go of. A lone one that fits nowhere slides to the tray below it, else to its own."""
    group = table.group(piece)
    if _go_home(table, group):
        return
    if joined := _join(table, group):
        if joined.number not in table.held and not _go_home(table, joined):
            keep_inside(table, joined)
    elif len(group.pieces) > 1:
        keep_inside(table, group)
    else:
        put_away(table, piece, table.centre(piece))


def put_home(table: Table, piece: int) -> None:
    """Lay the piece's group, which has its right turn, on its place on the board."""
    group = table.group(piece)
    before = table.seen(group.pieces)
    table.move(group, table.layout.board.x, table.layout.board.y)
    table.slide(before)
    _go_home(table, group)


def put_away(table: Table, piece: int, at: Point) -> None:
    """A lone piece that was let go of at that point slides to the tray there, else back; a group stays."""
    group = table.group(piece)
    if len(group.pieces) > 1:
        keep_inside(table, group)
        return
    found = [number for number, tray in enumerate(table.trays) if tray.place.box.holds(*at)]
    table.to_tray(piece, found[0] if found else group.tray)
    table.happened.append(Happening("back" if table.layout.board.holds(*at) else "aside", (piece,)))


def keep_inside(table: Table, group: Group) -> None:
    """No part of a free group stays off the table, as far as it fits."""
    before = table.seen(group.pieces)
    wide, high = table.cut.cell if group.turn % 2 == 0 else table.cut.cell[::-1]
    middles = [table.centre(piece) for piece in group.pieces]
    area = table.layout.area
    right = _inwards([x for x, _ in middles], wide / 2, area.x, area.x + area.width)
    down = _inwards([y for _, y in middles], high / 2, area.y, area.y + area.height)
    table.move(group, group.x + right, group.y + down)
    table.slide(before)


def _go_home(table: Table, group: Group) -> bool:
    """Lock the group to the board where it is near enough."""
    board = table.layout.board
    if group.turn or not _near(group.x - board.x, group.y - board.y, HOME_PULL * min(table.cut.cell)):
        return False
    before = table.seen(group.pieces)
    table.leave_tray(group)
    table.move(group, board.x, board.y)
    table.slide(before)
    home = next((one for one in table.groups.values() if one.rest is Rest.HOME), None)
    group.rest = Rest.HOME
    for piece in group.pieces:
        table.heights[piece] = 0
    table.happened.append(Happening("home", tuple(group.pieces)))
    if home:
        table.merge(group, home)
    return True


def _join(table: Table, group: Group) -> Group | None:
    """Join the group to all loose neighbours that are near enough; what it is part of then, if any.

    A neighbour in another hand stays where that hand has it, and the joined group is held by it.
    """
    joined: Group | None = None
    for other in _neighbours(table, group):
        if joined is None:
            moving, target = group, other
        elif other.number not in table.held:
            moving, target = other, joined
        elif joined.number not in table.held:
            moving, target = joined, other
        else:
            continue
        _fit(table, moving, target)
        joined = target
    if joined:
        table.raise_up(joined)
        table.happened.append(Happening("joined", tuple(group.pieces)))
    return joined


def _fit(table: Table, moving: Group, target: Group) -> None:
    """One free group of two: `moving` slides to `target`."""
    before = table.seen(moving.pieces)
    table.leave_tray(moving)
    table.leave_tray(target)
    table.move(moving, target.x, target.y)
    table.merge(moving, target)
    table.slide(before)


def _neighbours(table: Table, group: Group) -> list[Group]:
    """The loose groups in sight that fit to it and lie near enough, the nearest first."""
    pull = JOIN_PULL * min(table.cut.cell)
    beside = {next_to for piece in group.pieces for next_to in table.cut.around(piece)[:4] if next_to is not None}
    others = {table.group(piece).number for piece in beside if table.visible(piece)} - {group.number}
    fitting = [
        other
        for number in sorted(others)
        if (other := table.groups[number]).rest is not Rest.HOME
        and other.turn == group.turn
        and _near(other.x - group.x, other.y - group.y, pull)
    ]
    return sorted(fitting, key=lambda one: abs(one.x - group.x) + abs(one.y - group.y))


def _near(right: float, down: float, reach: float) -> bool:
    return right * right + down * down <= reach * reach


def _inwards(middles: list[float], half: float, low: float, high: float) -> float:
    """How far to move so that everything lies between `low` and `high`; where that is too narrow, across all of it."""
    first, last = min(middles) - half, max(middles) + half
    least, most = sorted((low - first, high - last))
    return min(max(0.0, least), most)
