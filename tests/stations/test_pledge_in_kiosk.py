"""承诺桥 within the whole kiosk: a code brings promises back; without one nothing that lasts is left of anybody."""

from collections.abc import Callable
from typing import Any

from kiosk.app import Kiosk
from kiosk.rehearsal.finger import Finger, items
from tests.stations.pledge_stage import choose_and_sign, make_plans, practise
from tests.stations.test_anti_fraud_in_kiosk import bodies

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]
CHOSEN = ("kind", "no-link", "time")


def enter(kiosk: Kiosk, finger: Finger) -> Any:
    """A new visit, straight to the bridge; the station's view model."""
    finger.touch("enter")
    finger.wait(lambda: kiosk.shell.now == "home", "home")
    kiosk.shell.openStation("pledge")
    kiosk.shell.start()
    finger.wait(lambda: kiosk.shell.now == "station", "the station")
    return kiosk.shell.station_now


def hang(finger: Finger, station: Any) -> None:
    """From choosing to the shining lantern."""
    choose_and_sign(station, CHOSEN)
    station.hangAt(900.0, 300.0)
    station.primary()
    finger.wait(lambda: station.now == "done", "the lantern")


def leave(kiosk: Kiosk, finger: Finger) -> None:
    """The visit is over."""
    kiosk.shell.goHome()
    kiosk.shell.endVisit()
    finger.wait(lambda: kiosk.shell.now == "attract", "attract")


def test_promises_come_back_with_the_code_and_only_with_it(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    code = kiosk.keeper.guardian().codes.issue("F-1", "2026-11-01", "", "admin")
    for before in ((), CHOSEN):
        station = enter(kiosk, finger)
        assert station.mayReturn
        station.enterCode()
        for one in code:
            station.back.enter(one)
        station.primary()
        assert station.now == "back" and tuple(one.id for one in station.back_now.made) == before
        station.primary()
        hang(finger, station)
        leave(kiosk, finger)
    first, second = bodies(kiosk, "promises_made")
    assert first["promises"] == second["promises"] == list(CHOSEN) and first["place"] != second["place"]


def test_what_a_finger_wrote_is_gone_with_the_visit(make_kiosk: MakeKiosk) -> None:
    """The child walks away in the middle of signing: the paper is no item any more, nothing of it is on the disk."""
    kiosk, finger = make_kiosk()
    station = enter(kiosk, finger)
    station.primary()
    for one in CHOSEN:
        station.choose_now.pick(one)
    station.primary()
    make_plans(station)
    practise(station)
    station.primary()
    finger.wait(lambda: finger.find("sign-pad"), "the paper")
    finger.touch("sign-pad", quick=True)
    finger.wait(lambda: station.signed_now, "a stroke")
    papers = [one for one in items(kiosk.window.contentItem()) if one.property("strokes") is not None]
    assert len(papers) == 1
    leave(kiosk, finger)
    finger.wait(lambda: finger.find("sign-pad") is None, "no paper")
    assert not [one for one in items(kiosk.window.contentItem()) if one.property("strokes") is not None]
    assert kiosk.store.flush(10)
    for kind in ("promises_made", "station_finished"):
        assert all("stroke" not in str(body) and "sign" not in body for body in bodies(kiosk, kind))


def test_in_anonymous_mode_nothing_lasting_of_a_person_is_stored(make_kiosk: MakeKiosk) -> None:
    """Two visits leave the same facts, apart from the lanterns' places: nobody could tell who was who, or the same."""
    kiosk, finger = make_kiosk()
    for _ in range(2):
        station = enter(kiosk, finger)
        assert not station.mayReturn
        station.primary()
        hang(finger, station)
        leave(kiosk, finger)
    first, second = bodies(kiosk, "promises_made")
    assert first | {"place": 0} == second | {"place": 0}
    with kiosk.store.read() as connection:
        visits = [row[0] for row in connection.execute("SELECT visit FROM journal WHERE kind = 'promises_made'")]
        kept = [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("return_code", "voice")]
    assert len(set(visits)) == 2 and kept == [0, 0]
    assert not list((kiosk.home / "keys").glob("r*.key"))
