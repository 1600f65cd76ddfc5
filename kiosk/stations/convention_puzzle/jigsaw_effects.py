"""What is heard, lit and counted of what happens at the table."""

from collections.abc import Callable

from kiosk.stations.convention_puzzle.jigsaw_cut import Point
from kiosk.stations.convention_puzzle.jigsaw_help import upright
from kiosk.stations.convention_puzzle.jigsaw_stage import Laid
from kiosk.stations.convention_puzzle.jigsaw_table import Happening
from kiosk.stations.convention_puzzle.jigsaw_tally import TallyKeeper

GLOWS = 6
"""The most pieces that light up when a group comes home or together."""
SOUNDS = {"home": "piece-home", "joined": "piece-home", "back": "piece-back", "aside": "piece-back", "turned": "tap"}
Light = Callable[[str, int, int, bool], None]


class Effects:
    """`light(image, x, y, hint)` lays light over the table that fades; the image is named as the provider knows it."""

    def __init__(self, play: Callable[[str], None], light: Light, tally: TallyKeeper) -> None:
        self._play = play
        self._light = light
        self._tally = tally

    def tell(self, laid: Laid, happening: Happening) -> None:
        """Of one thing that came of a move."""
        self._play(SOUNDS[happening.what])
        if happening.what in ("home", "joined"):
            for piece in happening.pieces[:GLOWS]:
                self._glow(laid, piece, laid.table.centre(piece), hint=False)
        elif happening.what == "back" and self._tally.missed(happening.pieces[0]):
            self.show_place(laid, happening.pieces[0])

    def helped(self) -> None:
        """A piece was laid for the child."""
        self._tally.helped()

    def show_place(self, laid: Laid, piece: int) -> None:
        """Light on the piece and on its place; it lies the right way round from now on."""
        self._tally.helped()
        table = laid.table
        table.trays[table.group(piece).tray].show(piece)
        table.arrange()
        upright(table, piece)
        board, own = table.layout.board, table.cut.centre(piece)
        self._glow(laid, piece, table.centre(piece), hint=True)
        self._glow(laid, piece, (board.x + own[0], board.y + own[1]), hint=True)

    def _glow(self, laid: Laid, piece: int, middle: Point, *, hint: bool) -> None:
        turn = laid.table.group(piece).turn
        left, top = laid.maker.corner(piece, turn, middle)
        self._light(f"glow/{piece}/{turn}", left, top, hint)
