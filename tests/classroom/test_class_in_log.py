"""A form's answers in the log export: which class, which part, which form, which session."""

from pathlib import Path

from kiosk.classroom import Asked
from kiosk.core.clock import SteppedClock
from kiosk.exports.asked import Asked as Export
from kiosk.exports.columns import LOG
from kiosk.exports.log_rows import log_rows
from kiosk.packs.families import level_names
from kiosk.store.store import Store
from tests.classroom.class_help import QUIZZES, do_form, make_room


def test_the_log_tells_form_and_session(tmp_path: Path) -> None:
    clock = SteppedClock(utc=1_795_147_200_000)
    store = Store.open(tmp_path, clock)
    room = make_room(store, clock)
    session = room.start(Asked("五年级（2）班", "pre"), "teacher")
    do_form(store, room, 2)
    asked = Export(0, clock.utc + 1, class_label="五年级（2）班", levels=level_names(QUIZZES, "zh"))
    with store.read() as connection:
        rows = [dict(zip((one.key for one in LOG), row, strict=True)) for row in log_rows(connection, asked)]
    store.close()
    told = {(row["class_label"], row["station"], row["level"], row["mode"], row["form"]) for row in rows}
    assert told == {("五年级（2）班", "班级测验", "前测", "测验", "B")}
    assert {row["session"] for row in rows} == {session.id} and len(rows) == 10
