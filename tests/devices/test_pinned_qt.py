"""The pinned PySide6 counts references right: 6.12.0 on Python 3.11 drops one of `None` at every void call."""

import sys

from PySide6.QtCore import QObject


def test_void_calls_keep_none() -> None:
    """After ten thousand of them there are as many references to `None` as before, give or take the test's own."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100
