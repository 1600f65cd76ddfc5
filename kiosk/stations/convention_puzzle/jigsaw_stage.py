"""Makes the table and its images for a screen: picture, cut, layout, provider; anew, as it was, or for another size."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtQml import QQmlEngine

from kiosk.core.errors import KioskError
from kiosk.stations.convention_puzzle.jigsaw_cut import Cut, cut
from kiosk.stations.convention_puzzle.jigsaw_glide import Glides
from kiosk.stations.convention_puzzle.jigsaw_hands import Hands
from kiosk.stations.convention_puzzle.jigsaw_layout import Layout, Screen, fitting_counts, fitting_grid, lay_out
from kiosk.stations.convention_puzzle.jigsaw_paint import PieceMaker
from kiosk.stations.convention_puzzle.jigsaw_picture import Picture, draw_picture, open_picture
from kiosk.stations.convention_puzzle.jigsaw_pieces import JigsawProvider
from kiosk.stations.convention_puzzle.jigsaw_state import cut_of, import_table
from kiosk.stations.convention_puzzle.jigsaw_table import Rest, Table

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be cut, for whom: `source` and `ours` are what a QML Image takes."""

    source: str
    ours: str
    pieces: int
    players: int
    seed: int
    turning: bool


@dataclass(slots=True)
class Laid:
    """A table on a screen. `counts` are the numbers of pieces that fit there; `anew` is false where it goes on."""

    table: Table
    maker: PieceMaker
    hands: Hands
    counts: list[int]
    anew: bool


@dataclass
class Stage:
    """`images` stands before the name of an image (`JigsawProvider`); `refused` once `ours` stands in."""

    wish: Wish
    say: Callable[..., str]
    images: str = ""
    refused: bool = False
    _picture: Picture | None = None
    _engine: QQmlEngine | None = None
    _providers: list[str] = field(default_factory=list)

    def lay(self, engine: QQmlEngine, screen: Screen, calm: bool, kept: dict[str, Any]) -> Laid:
        """A table for this screen; `kept` is what `jigsaw_state.export_table` gave, or empty.

        A picture that cannot be used gives way to ours, and so does what was kept to a table laid anew.
        """
        self._engine = engine
        try:
            self._picture = self._picture or open_picture(self.wish.source, engine)
            return self._make(self._picture, screen, calm, kept)
        except KioskError as error:
            log.warning("%s: %s", self.say(error.code, **error.params), error.detail)
            self.refused = True
            self._picture = open_picture(self.wish.ours, engine)
        except ValueError as error:
            log.warning("the jigsaw begins anew: %s", error)
        assert self._picture is not None
        return self._make(self._picture, screen, calm, {})

    def offer(self, maker: PieceMaker) -> str:
        """Let QML see the maker's images; the name of the provider before, for `withdraw`.

        Each has a name of its own: QML keeps images by name, and another size has others.
        """
        assert self._engine is not None
        before = self._providers[-1] if self._providers else ""
        name = f"jigsaw-{id(self):x}-{len(self._providers)}"
        self._providers.append(name)
        self._engine.addImageProvider(name, JigsawProvider(maker))
        self.images = f"image://{name}/"
        return before

    def withdraw(self, name: str) -> None:
        """QML shows none of that provider's images any more."""
        if self._engine and name:
            self._engine.removeImageProvider(name)

    def close(self) -> None:
        """The images' memory is free."""
        self.withdraw(self._providers[-1] if self.images else "")
        self.images = ""

    def _make(self, picture: Picture, screen: Screen, calm: bool, kept: dict[str, Any]) -> Laid:
        """Raises KioskError for the picture, ValueError for what was kept."""
        wish = self.wish
        columns, rows = kept.get("grid") or fitting_grid(wish.pieces, picture.aspect, screen, wish.players)
        layout = lay_out(screen, wish.players, picture.aspect, int(columns), int(rows))
        size = int(layout.board.width), int(layout.board.height)
        made = cut_of(kept, *size) if kept else cut(wish.seed, columns, rows, *size)
        maker = PieceMaker(made, draw_picture(picture, *size, self._engine), screen.unit)
        glides = Glides(calm)
        table = import_table(kept, made, layout, glides) if kept else _whole(made, layout, glides)
        counts = fitting_counts(picture.aspect, screen, wish.players)
        return Laid(table, maker, Hands(table, screen.unit, wish.turning), counts, not kept)


def _whole(made: Cut, layout: Layout, glides: Glides) -> Table:
    """All pieces where they will be in the end, each for itself: the picture before it falls apart."""
    table = Table(made, layout, glides)
    for group in table.groups.values():
        group.rest = Rest.FREE
        table.move(group, layout.board.x, layout.board.y)
    return table
