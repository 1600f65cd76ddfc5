"""`kiosk class save` and `read`: what the stick does on the page, by command."""

import json
from pathlib import Path

import pytest

from kiosk.classroom import Asked
from kiosk.commands import main
from kiosk.core.clock import SteppedClock
from kiosk.store.store import Store
from tests.classroom.class_help import do_form, make_room


def test_a_part_goes_from_one_home_to_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Saved in one, read in the other, twice; a home without a class says so."""
    clock, file = SteppedClock(utc=1_795_147_200_000), tmp_path / "part.classpart"
    code = ""
    for name in ("one", "two"):
        store = Store.open(tmp_path / name, clock)
        room = make_room(store, clock)
        session = room.join(Asked("", "pre"), "teacher", code) if code else room.start(Asked("", "pre"), "teacher")
        code = session.code
        do_form(store, room, 1)
        store.close()
    assert main(["class", "save", "--home", str(tmp_path / "one"), str(file)]) == 0
    assert code in capsys.readouterr().out
    for new in (12, 0):
        assert main(["class", "read", "--json", "--home", str(tmp_path / "two"), str(file)]) == 0
        assert json.loads(capsys.readouterr().out)["new"] == new + (1 if new else 0)
    assert main(["class", "save", "--home", str(tmp_path / "none"), str(file)]) == 2
    assert "课堂" in capsys.readouterr().err
