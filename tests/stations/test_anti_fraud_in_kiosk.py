"""反诈关 within the whole kiosk: real banks, a real store, left in the middle of a level."""

import json
from collections.abc import Callable
from typing import Any

from kiosk.app import Kiosk
from kiosk.rehearsal.finger import Finger

MakeKiosk = Callable[..., tuple[Kiosk, Finger]]


def bodies(kiosk: Kiosk, kind: str) -> list[dict[str, Any]]:
    """What the journal holds of `kind`."""
    with kiosk.store.read() as connection:
        rows = connection.execute("SELECT body FROM journal WHERE kind = ? ORDER BY rowid", (kind,)).fetchall()
    return [json.loads(row["body"]) for row in rows]


def test_a_child_who_leaves_in_the_middle_is_kept_up_to_there(make_kiosk: MakeKiosk) -> None:
    kiosk, finger = make_kiosk()
    finger.touch("enter")
    finger.touch("station-anti_fraud")
    finger.wait(lambda: kiosk.shell.now == "who", "who plays")
    finger.touch("primary")
    finger.wait(lambda: kiosk.shell.now == "station", "the station")
    station: Any = kiosk.shell.station_now
    finger.touch("level-game_skin")
    finger.wait(lambda: station.phase == "question", "a question")
    finger.touch("option-0")
    finger.touch("primary")
    finger.wait(lambda: station.phase == "after", "the reasons")
    finger.touch("leave")
    finger.wait(lambda: kiosk.shell.now == "home", "home")
    finger.wait(lambda: bodies(kiosk, "station_finished"), "the end of the run")
    (answer,) = bodies(kiosk, "item_answered")
    (finished,) = bodies(kiosk, "station_finished")
    assert (answer["station"], answer["level"], answer["player"]) == ("anti_fraud", "game_skin", 1)
    assert answer["pack"].startswith("fingertip-glow.")
    assert (finished["answered"], finished["completed"], finished["stars"]) == (1, False, 0)
    assert finished["right"] == (answer["verdict"] == "right")
