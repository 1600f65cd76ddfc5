"""How 理性表达 announces itself."""

from collections.abc import Collection
from pathlib import Path
from random import Random
from typing import Any

from kiosk.stations.station import Move, StationCard, StationContext


def make_view_model(context: StationContext) -> Any:
    """The view model. Its modules are loaded when a child first comes in: a start does not pay for every station."""
    from kiosk.stations.kind_words.view_model import KindWordsViewModel

    return KindWordsViewModel(context)


def rehearse(view_model: Any, names: Collection[str], random: Random) -> Move | None:
    """The next touch of a rehearsal; loaded with the first one, too."""
    from kiosk.stations.kind_words import rehearsal

    return rehearsal.rehearse(view_model, names, random)


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
