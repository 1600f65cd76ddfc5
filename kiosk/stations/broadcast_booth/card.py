"""How 童声播报站 announces itself."""

from collections.abc import Collection
from pathlib import Path
from random import Random
from typing import Any

from kiosk.stations.station import Move, StationCard, StationContext


def make_view_model(context: StationContext) -> Any:
    """The view model. Its modules are loaded when a child first comes in: a start does not pay for every station."""
    from kiosk.stations.broadcast_booth.view_model import BroadcastBoothViewModel

    return BroadcastBoothViewModel(context)


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch of a rehearsal; loaded with the first one, too."""
    from kiosk.stations.broadcast_booth import rehearsal

    return rehearsal.rehearse(view_model, names, random)


CARD = StationCard(
    key="broadcast_booth",
    name="broadcast_booth.name",
    tagline="broadcast_booth.tagline",
    building="broadcast-booth",
    qml=Path(__file__).parent / "BroadcastBooth.qml",
    max_players=2,
    make_view_model=make_view_model,
    rehearse=rehearse,
    sights=("wall",),
)
