"""童声播报站 in a whole kiosk without a microphone: from the home screen to the result card, idle clock and all."""

from random import Random

from kiosk.rehearsal.player import Player
from kiosk.shell.idle import Idle
from kiosk.stations.broadcast_booth.card import CARD
from tests.conftest import MakeKiosk


def test_it_is_played_in_the_kiosk(make_kiosk: MakeKiosk) -> None:
    """Nobody is asked whether they are still there while they read aloud."""
    kiosk, finger = make_kiosk(seed=5)
    player = Player(kiosk, finger, Random(5))
    player.come_in(CARD)
    idle = kiosk.shell._idle
    while kiosk.shell.now == "station":
        taking = kiosk.shell.station_now.phase == "take" and not kiosk.shell.station_now.hanging
        assert ("station" in idle._holds) == taking
        assert not taking or idle.look()[0] is Idle.PRESENT
        player.step(CARD)
    assert kiosk.shell.now == "result"
    assert idle._holds == set()
