"""How 承诺桥 announces itself."""

from pathlib import Path
from typing import Any

from kiosk.stations.pledge.rehearsal import rehearse
from kiosk.stations.station import StationCard, StationContext


def make_view_model(context: StationContext) -> Any:
    """The view model. Its modules are loaded when a child first comes in: a start does not pay for every station."""
    from kiosk.stations.pledge.view_model import PledgeViewModel

    return PledgeViewModel(context)


CARD = StationCard(
    key="pledge",
    name="pledge.name",
    tagline="pledge.tagline",
    building="pledge",
    qml=Path(__file__).parent / "Pledge.qml",
    max_players=4,
    make_view_model=make_view_model,
    rehearse=rehearse,
)
