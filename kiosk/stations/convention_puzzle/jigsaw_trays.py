"""A child's tray: the loose pieces in it, and which of them its present page shows. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.stations.convention_puzzle.jigsaw_layout import TrayPlace


@dataclass
class Tray:
    """`shown` is the present page, place by place; a piece that was taken leaves a gap, so that nothing else moves
    while fingers reach for it. `wanted(piece)` says whether the tray shows such pieces now."""

    place: TrayPlace
    pieces: list[int] = field(default_factory=list)
    shown: list[int | None] = field(default_factory=list)
    wanted: Callable[[int], bool] = lambda piece: True

    @property
    def hidden(self) -> int:
        """How many wanted pieces lie on other pages."""
        return len(self._wanted) - sum(piece is not None for piece in self.shown)

    @property
    def _wanted(self) -> list[int]:
        return [piece for piece in self.pieces if self.wanted(piece)]

    def slot(self, piece: int) -> tuple[float, float] | None:
        """The middle of the piece's place on the present page."""
        return self.place.slots[self.shown.index(piece)] if piece in self.shown else None

    def refresh(self) -> None:
        """Show the first page."""
        self.shown = list(self._wanted[: len(self.place.slots)])

    def turn(self) -> None:
        """Show the pieces after those that are shown; after the last ones, the first."""
        wanted = self._wanted
        present = [piece for piece in self.shown if piece is not None]
        start = wanted.index(present[-1]) + 1 if present else 0
        self.shown = list(wanted[start : start + len(self.place.slots)])
        if not self.shown:
            self.refresh()

    def show(self, piece: int) -> None:
        """Turn to the page with that piece, if there is one."""
        while piece in self._wanted and piece not in self.shown:
            self.turn()

    def take(self, piece: int) -> None:
        """The piece is gone for good; an empty page gives way to the next."""
        self.pieces.remove(piece)
        if piece in self.shown:
            self.shown[self.shown.index(piece)] = None
        if not any(piece is not None for piece in self.shown):
            self.refresh()

    def add(self, piece: int) -> None:
        """A piece comes in: into a gap of the present page, else behind all others."""
        gap = self.shown.index(None) if None in self.shown else len(self.shown)
        if gap < len(self.place.slots):
            before = [one for one in self.shown[:gap] if one is not None]
            self.pieces.insert(self.pieces.index(before[-1]) + 1 if before else 0, piece)
            self.shown[gap : gap + 1] = [piece]
        else:
            self.pieces.append(piece)
