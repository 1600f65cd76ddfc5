"""A child who walks away in the middle of a level: the attract screen comes back, and what was left is on record."""

from collections.abc import Callable
from typing import Any

from kiosk.app import Kiosk
from kiosk.core.clock import ShiftedClock
from kiosk.rehearsal.finger import Finger

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]


def test_an_unfinished_level_is_recorded_before_the_visit_ends(make_kiosk: MakeKiosk, clock: ShiftedClock) -> None:
    kiosk, finger = make_kiosk()
    kiosk.shell.enter()
    kiosk.shell.openStation("anti_fraud")
    kiosk.shell.start()
    finger.wait(lambda: kiosk.shell.now == "station", "the station")
    station: Any = kiosk.shell.station_now
    station.openLevel("game_skin")

    def gone() -> bool:
        clock.step(10_000)
        kiosk.shell.tick()
        return kiosk.shell.now == "attract"

    finger.wait(gone, "the attract screen")

    def kinds() -> list[str]:
        with kiosk.store.read() as connection:
            return [row[0] for row in connection.execute("SELECT kind FROM journal ORDER BY position")]

    finger.wait(lambda: "visit_ended" in kinds(), "the end of the visit")
    assert kinds()[-2:] == ["station_finished", "visit_ended"]
