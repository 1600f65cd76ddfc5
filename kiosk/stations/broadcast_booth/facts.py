"""What a take leaves behind: facts for the journal, and the card at its end. Pure."""

from collections.abc import Callable

from kiosk.core.booth import TakeEnd
from kiosk.core.events import LanternLit, StationFinished, TakeRecorded
from kiosk.stations.broadcast_booth.scripts import Piece
from kiosk.stations.station import StationResult

STATION = "broadcast_booth"
STARS = 3
"""A broadcast that was made is a broadcast that was made: nobody's voice is judged."""
Say = Callable[..., str]


def recorded(piece: Piece, end: TakeEnd, voices: int) -> TakeRecorded:
    """The fact that something was recorded."""
    return TakeRecorded("" if piece.free else piece.id, round(end.seconds, 1), voices, end.code)


def lit(piece: Piece) -> LanternLit:
    """A lantern for a broadcast."""
    return LanternLit(STATION, piece.theme)


def finished(piece: Piece, made: int, *, done: bool) -> StationFinished:
    """The fact that the run is over; `made` takes came to an end in it."""
    return StationFinished(STATION, piece.theme, made, made, STARS if done else 0, done)


def result(piece: Piece, seconds: float, kept: str, say: Say) -> StationResult:
    """What the result card shows; `kept` tells what becomes of the take of so many seconds (0: practised)."""
    takeaway = say(f"{STATION}.result_free") if piece.free else piece.lines[-1].text
    return StationResult(
        station=STATION,
        level=piece.theme,
        title=say(f"{STATION}.result_title"),
        answered=1,
        right=1,
        stars=STARS,
        lanterns=1,
        picture="yingying-cheer",
        learned=(takeaway, kept, say(f"{STATION}.result_voice")),
        tally=say(
            f"{STATION}.{'result_tally' if seconds else 'result_practised'}", title=piece.title, seconds=round(seconds)
        ),
    )
