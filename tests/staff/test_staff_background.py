"""Work off the screen's thread."""

from collections.abc import Callable
from concurrent.futures import Future, wait

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.rehearsal.finger import until
from kiosk.staff.background import Background


def test_what_is_done_at_once_arrives_later_all_the_same(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine the work may be over before `run` returns; its caller first says that it begins."""
    background = Background()
    submit = background._executor.submit

    def submit_and_wait(work: Callable[[], str]) -> "Future[str]":
        future = submit(work)
        wait([future])
        return future

    monkeypatch.setattr(background._executor, "submit", submit_and_wait)
    told: list[str] = []
    background.run(lambda: "done", told.append)
    assert told == []
    assert until(lambda: told == ["done"], 5_000)
    background.close()
