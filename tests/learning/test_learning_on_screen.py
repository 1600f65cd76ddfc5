"""A child plays on the real screen; when the visit is over its answers have moved the ratings."""

from collections.abc import Callable
from random import Random

from kiosk.app import Kiosk
from kiosk.rehearsal.finger import Finger
from kiosk.stations.station import Move

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]


def count(kiosk: Kiosk, query: str) -> int:
    with kiosk.store.read() as connection:
        return int(connection.execute(query).fetchone()[0])


def play(kiosk: Kiosk, finger: Finger, answers: int) -> None:
    """Touch what the station's own rehearsal touches, until so many answers are on disk."""
    (card,) = [one for one in kiosk.stations if one.key == "anti_fraud"]
    random = Random(1)
    while count(kiosk, "SELECT count(*) FROM journal WHERE kind = 'item_answered'") < answers:
        moves: list[Move] = []

        def ready(moves: list[Move] = moves) -> bool:
            move = card.rehearse(kiosk.shell.station_now, finger.names(), random)
            moves += [move] if move else []
            return bool(moves)

        finger.wait(ready, "a move")
        finger.touch(moves[0].touch)


def test_a_visit_moves_the_ratings_when_it_is_over(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    finger.touch("enter")
    finger.wait(lambda: kiosk.shell.now == "home", "home")
    finger.touch("station-anti_fraud")
    finger.wait(lambda: kiosk.shell.now == "who", "who")
    finger.touch("primary")
    finger.wait(lambda: kiosk.shell.now == "station", "the station")
    play(kiosk, finger, 1)
    assert count(kiosk, "SELECT count(*) FROM item_rating") == 0, "nothing is rated while a child plays"
    kiosk.shell.goHome()
    finger.wait(lambda: kiosk.shell.now == "home", "home")
    finger.touch("leave")
    finger.wait(lambda: kiosk.shell.now == "thanks", "thanks")
    finger.touch("face-3")
    finger.wait(lambda: count(kiosk, "SELECT coalesce(max(position), 0) FROM rating_cursor") > 0, "the ratings")
    decided = count(
        kiosk,
        "SELECT count(*) FROM journal WHERE kind = 'item_answered'"
        " AND json_extract(body, '$.verdict') IN ('right', 'wrong')",
    )
    assert count(kiosk, "SELECT coalesce(sum(answers), 0) FROM item_tally") == decided
