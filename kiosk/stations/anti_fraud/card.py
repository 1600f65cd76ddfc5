"""How 反诈关 announces itself."""

from collections.abc import Collection
from pathlib import Path
from random import Random
from typing import Any

from kiosk.stations.station import Move, StationCard, StationContext


def make_view_model(context: StationContext) -> Any:
    """The view model. Its modules are loaded when a child first comes in: a start does not pay for every station."""
    from kiosk.stations.anti_fraud import paged_column
    from kiosk.stations.anti_fraud.view_model import AntiFraudViewModel

    assert paged_column  # it only has to be imported so that its QML type exists
    return AntiFraudViewModel(context)


def make_preview(context: StationContext) -> Any:
    """The view model that shows staff one item."""
    from kiosk.stations.anti_fraud import paged_column
    from kiosk.stations.anti_fraud.preview import AntiFraudPreview

    assert paged_column
    return AntiFraudPreview(context)


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch of a rehearsal; loaded with the first one, too."""
    from kiosk.stations.anti_fraud import rehearsal

    return rehearsal.rehearse(view_model, names, random)


CARD = StationCard(
    key="anti_fraud",
    name="anti_fraud.name",
    tagline="anti_fraud.tagline",
    building="anti-fraud",
    qml=Path(__file__).parent / "AntiFraud.qml",
    max_players=4,
    make_view_model=make_view_model,
    rehearse=rehearse,
    make_preview=make_preview,
    sights=("to-map", "trickster"),
)
