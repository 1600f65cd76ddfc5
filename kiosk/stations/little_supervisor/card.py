"""How 督导亭 announces itself."""

from pathlib import Path
from typing import Any

from kiosk.stations.little_supervisor.rehearsal import rehearse
from kiosk.stations.station import StationCard, StationContext


def make_view_model(context: StationContext) -> Any:
    """The view model. Its modules are loaded when a child first comes in: a start does not pay for every station."""
    from kiosk.stations.little_supervisor.view_model import LittleSupervisorViewModel

    return LittleSupervisorViewModel(context)


CARD = StationCard(
    key="little_supervisor",
    name="little_supervisor.name",
    tagline="little_supervisor.tagline",
    building="little-supervisor",
    qml=Path(__file__).parent / "LittleSupervisor.qml",
    max_players=4,
    make_view_model=make_view_model,
    rehearse=rehearse,
)
