"""How 辟谣台 announces itself."""

from pathlib import Path
from typing import Any

from kiosk.stations.rumour_desk.rehearsal import rehearse
from kiosk.stations.station import StationCard, StationContext


def make_view_model(context: StationContext) -> Any:
    """The view model. Its modules are loaded when a child first comes in: a start does not pay for every station."""
    from kiosk.stations.rumour_desk.view_model import RumourDeskViewModel

    return RumourDeskViewModel(context)


CARD = StationCard(
    key="rumour_desk",
    name="rumour_desk.name",
    tagline="rumour_desk.tagline",
    building="boat-rumour",
    qml=Path(__file__).parent / "RumourDesk.qml",
    max_players=4,
    make_view_model=make_view_model,
    rehearse=rehearse,
)
