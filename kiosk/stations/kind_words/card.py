"""How 理性表达 announces itself."""

from pathlib import Path
from typing import Any

from kiosk.stations.kind_words.rehearsal import rehearse
from kiosk.stations.station import StationCard, StationContext


def make_view_model(context: StationContext) -> Any:
    """The view model. Its modules are loaded when a child first comes in: a start does not pay for every station."""
    from kiosk.stations.kind_words.view_model import KindWordsViewModel

    return KindWordsViewModel(context)


CARD = StationCard(
    key="kind_words",
    name="kind_words.name",
    tagline="kind_words.tagline",
    building="boat-kind-words",
    qml=Path(__file__).parent / "KindWords.qml",
    max_players=4,
    make_view_model=make_view_model,
    rehearse=rehearse,
)
