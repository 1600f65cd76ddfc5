"""The stations of this kiosk, in the order of the home screen. A new station is one folder and one line here."""

from kiosk.stations.anti_fraud.card import CARD as ANTI_FRAUD
from kiosk.stations.broadcast_booth.card import CARD as BROADCAST_BOOTH
from kiosk.stations.convention_puzzle.card import CARD as CONVENTION_PUZZLE
from kiosk.stations.kind_words.card import CARD as KIND_WORDS
from kiosk.stations.little_supervisor.card import CARD as LITTLE_SUPERVISOR
from kiosk.stations.pledge.card import CARD as PLEDGE
from kiosk.stations.rumour_desk.card import CARD as RUMOUR_DESK
from kiosk.stations.station import StationCard

STATIONS: tuple[StationCard, ...] = (
    ANTI_FRAUD,
    CONVENTION_PUZZLE,
    BROADCAST_BOOTH,
    LITTLE_SUPERVISOR,
    RUMOUR_DESK,
    KIND_WORDS,
    PLEDGE,
)
