"""Fingers on the table: any number at once. A tap picks and places, a drag carries, two fingers turn. Pure; pixels."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2, degrees

from kiosk.stations.convention_puzzle.jigsaw_cut import Point
from kiosk.stations.convention_puzzle.jigsaw_snap import drop, keep_inside, put_away, put_home
from kiosk.stations.convention_puzzle.jigsaw_table import Rest, Table

SLACK = 14
"""A finger that strays less than this (pixels of the 1080p design) taps."""
REACH = 0.6
TURN_REACH = 2.2
"""How far beside a piece a finger may come down and still mean it, and how far from a held one to turn it, in cells."""
QUARTER = 90.0


@dataclass(slots=True)
class Finger:
    """One finger. `piece` is what it took hold of, `off` where its group's corner is from the finger; `helps` is the
    finger whose piece it turns, `angle` how the two lay at the last quarter (degrees)."""

    start: Point
    at: Point
    piece: int | None = None
    off: Point = (0.0, 0.0)
    dragging: bool = False
    helps: int | None = None
    angle: float = 0.0


class Hands:
    """All fingers of all children. `chosen` are pieces that were tapped and wait for a place, one a tray at most."""

    def __init__(self, table: Table, unit: float, turning: bool = False) -> None:
        self._table = table
        self._slack = SLACK * unit
        self._turning = turning
        self._fingers: dict[int, Finger] = {}
        self.chosen: list[int] = []
        self._moves = 0

    @property
    def raised(self) -> set[int]:
        """The pieces that are in somebody's hand or chosen, with all they are joined to."""
        held = [finger.piece for finger in self._fingers.values() if finger.piece is not None]
        return {piece for one in [*held, *self.chosen] for piece in self._table.group(one).pieces}

    def taken_moves(self) -> int:
        """How many moves were made since this was last asked."""
        moves, self._moves = self._moves, 0
        return moves

    def press(self, number: int, x: float, y: float) -> bool:
        """A finger comes down; whether it took hold of something. One that was never seen to be lifted lets go."""
        self.cancel(number)
        finger = self._fingers[number] = Finger((x, y), (x, y))
        piece = self._table.hit(x, y, REACH * min(self._table.cut.cell))
        if piece is None or self._holder(piece) is not None:
            finger.helps = self._near_holder(x, y) if piece is None else self._holder(piece)
            if finger.helps is not None:
                finger.angle = self._angle(finger.helps, finger)
            return False
        finger.piece = piece
        group = self._table.lift(piece)
        finger.off = group.x - x, group.y - y
        self._hold()
        return True

    def move(self, number: int, x: float, y: float) -> None:
        """The finger moves; what it holds follows, but never off the table."""
        finger = self._fingers.get(number)
        if finger is None:
            return
        area = self._table.layout.area
        finger.at = min(max(x, area.x), area.x + area.width), min(max(y, area.y), area.y + area.height)
        if finger.piece is not None:
            strayed = max(abs(x - finger.start[0]), abs(y - finger.start[1])) > self._slack
            if strayed and not finger.dragging:
                finger.dragging = True
                self._forget(finger.piece)
            if finger.dragging:
                group = self._table.group(finger.piece)
                self._table.move(group, finger.at[0] + finger.off[0], finger.at[1] + finger.off[1])
        self._twist(number)

    def release(self, number: int) -> None:
        """The finger is lifted: the end of a drag, or a tap."""
        finger = self._fingers.pop(number, None)
        if finger is None or self._hand_over(number, finger):
            return
        self._hold()
        if finger.piece is not None and finger.dragging:
            self._moves += 1
            drop(self._table, finger.piece)
        elif finger.helps is None and not self._strayed(finger):
            self._tap(finger)

    def cancel(self, number: int) -> None:
        """The finger is taken away by something else: what it held slides back."""
        finger = self._fingers.pop(number, None)
        if finger is None or self._hand_over(number, finger):
            return
        self._hold()
        if finger.piece is not None:
            tray = self._table.trays[self._table.group(finger.piece).tray].place.box
            put_away(self._table, finger.piece, (tray.x, tray.y))

    def cancel_all(self) -> None:
        """All fingers are taken away."""
        for number in list(self._fingers):
            self.cancel(number)

    def place(self, piece: int) -> None:
        """Lay the piece, which has its right turn, on its place, unless it is in somebody's hand."""
        if self._table.group(piece).number in self._table.held:
            return
        self._forget(piece)
        self._moves += 1
        self._table.lift(piece)
        put_home(self._table, piece)

    # Taps

    def _tap(self, finger: Finger) -> None:
        """Place what was chosen, or choose, or turn."""
        placed = next((one for one in reversed(self.chosen) if self._table.fits(one, *finger.start)), None)
        if placed is not None and (finger.piece is None or self._apart(finger.piece, placed)):
            self._settle(finger.piece)
            self.place(placed)
        elif finger.piece is not None:
            self._settle(finger.piece)
            self._choose(finger.piece)
        elif self.chosen:
            self._moves += 1
            piece = self.chosen[-1]
            self._forget(piece)
            self._table.lift(piece)
            self._table.carry(piece, *finger.start)
            drop(self._table, piece)

    def _choose(self, piece: int) -> None:
        """Choose the piece; a second tap turns it where pieces are turned, else lets go of it."""
        group = self._table.group(piece)
        again = any(self._table.group(one) is group for one in self.chosen)
        if again and self._turning:
            self._table.turn(piece, 1, self._table.centre(piece))
            if group.rest is Rest.FREE:
                keep_inside(self._table, group)
            return
        others = [one for one in self.chosen if self._table.group(one).tray == group.tray]
        for one in others:
            self._forget(one)
        if not again:
            self.chosen.append(piece)
            self._table.changed.update(group.pieces)

    def _settle(self, piece: int | None) -> None:
        """What was tapped while it slid goes on to its place."""
        if piece is not None and self._table.group(piece).rest is Rest.TRAY:
            self._table.arrange()

    def _forget(self, piece: int) -> None:
        """The piece's group is chosen no longer."""
        pieces = self._table.group(piece).pieces
        self.chosen = [one for one in self.chosen if one not in pieces]
        self._table.changed.update(pieces)

    def _apart(self, one: int, other: int) -> bool:
        return self._table.group(one) is not self._table.group(other)

    def _strayed(self, finger: Finger) -> bool:
        return max(abs(finger.at[0] - finger.start[0]), abs(finger.at[1] - finger.start[1])) > self._slack

    # Holding and turning

    def _hold(self) -> None:
        """Tell the table what is in hands."""
        held = [finger.piece for finger in self._fingers.values() if finger.piece is not None]
        before = self._table.held
        self._table.held = {self._table.group(piece).number for piece in held}
        for number in before ^ self._table.held:
            if number in self._table.groups:
                self._table.changed.update(self._table.groups[number].pieces)

    def _holder(self, piece: int) -> int | None:
        """The finger that holds the piece's group."""
        group = self._table.group(piece)
        return next(
            (n for n, one in self._fingers.items() if one.piece is not None and self._table.group(one.piece) is group),
            None,
        )

    def _near_holder(self, x: float, y: float) -> int | None:
        """The finger with a piece that a second finger here means to turn."""
        reach = TURN_REACH * max(self._table.cut.cell)
        holders = [n for n, one in self._fingers.items() if one.piece is not None]
        near = [n for n in holders if max(abs(self._fingers[n].at[0] - x), abs(self._fingers[n].at[1] - y)) < reach]
        return near[0] if near and self._turning else None

    def _angle(self, holder: int, helper: Finger) -> float:
        at = self._fingers[holder].at
        return degrees(atan2(helper.at[1] - at[1], helper.at[0] - at[0]))

    def _twist(self, number: int) -> None:
        """Where two fingers turned by more than half a quarter, the piece between them turns by a quarter."""
        if not self._turning:
            return
        for helper in self._helpers_of(number):
            assert helper.helps is not None
            holder = self._fingers[helper.helps]
            assert holder.piece is not None
            by = (self._angle(helper.helps, helper) - helper.angle + 180) % 360 - 180
            if abs(by) <= QUARTER / 2:
                continue
            sign = 1 if by > 0 else -1
            helper.angle += sign * QUARTER
            holder.dragging = True
            self._table.turn(holder.piece, sign, holder.at)
            group = self._table.group(holder.piece)
            holder.off = group.x - holder.at[0], group.y - holder.at[1]

    def _helpers_of(self, number: int) -> Iterable[Finger]:
        """The turning fingers that this finger is, or that turn with it."""
        return [one for n, one in self._fingers.items() if one.helps is not None and number in (n, one.helps)]

    def _hand_over(self, number: int, finger: Finger) -> bool:
        """Whether a finger that turned with this one goes on carrying what it held."""
        helpers = [one for one in self._fingers.values() if one.helps == number]
        for helper in helpers:
            helper.helps = None
        if not helpers or finger.piece is None:
            return False
        group = self._table.group(finger.piece)
        heir = helpers[0]
        heir.piece, heir.dragging = finger.piece, True
        heir.off = group.x - heir.at[0], group.y - heir.at[1]
        return True
