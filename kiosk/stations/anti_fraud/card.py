"""How 反诈关 announces itself."""

from pathlib import Path

from kiosk.stations.anti_fraud import paged_column
from kiosk.stations.anti_fraud.rehearsal import rehearse
from kiosk.stations.anti_fraud.view_model import AntiFraudViewModel
from kiosk.stations.station import StationCard

QML_TYPES = (paged_column,)
"""Modules that only have to be imported so that their QML types exist."""

CARD = StationCard(
    key="anti_fraud",
    name="anti_fraud.name",
    tagline="anti_fraud.tagline",
    building="anti-fraud",
    qml=Path(__file__).parent / "AntiFraud.qml",
    max_players=4,
    make_view_model=AntiFraudViewModel,
    rehearse=rehearse,
)
