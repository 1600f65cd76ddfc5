"""Where the station and its jigsaw meet."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from kiosk.stations.convention_puzzle.convention import Line
from kiosk.stations.convention_puzzle.hub import picture_of
from kiosk.stations.convention_puzzle.hub_view_model import HubViewModel
from kiosk.stations.convention_puzzle.jigsaw_tally import JigsawTally
from kiosk.stations.convention_puzzle.jigsaw_view_model import JigsawViewModel
from kiosk.stations.convention_puzzle.progress import Tally
from kiosk.stations.station import StationContext

PIECES = (12, 24, 48)
"""By how hard it is; a small screen takes fewer."""


def make_jigsaw(
    context: StationContext,
    hub: HubViewModel,
    level: int,
    state: Mapping[str, Any],
    finished: Callable[[JigsawTally], None],
    parent: QObject,
) -> JigsawViewModel:
    """The jigsaw of the chosen line's picture, as `state` left it (empty: a new one)."""
    return JigsawViewModel(
        picture_of(hub.convention, hub.line),
        PIECES[level],
        context.players,
        context.random,
        context.play,
        finished,
        clock=context.clock,
        say=context.say,
        resume=dict(state),
        parent=parent,
    )


def tally_of(line: Line, told: JigsawTally) -> Tally:
    """What was done about `line` by its jigsaw."""
    return Tally(line.id, moves=told.moves, misses=told.misses, helped=told.help_used)
