"""Charts of pages: each drawn twice, for desks and for phones; the style sheet shows one."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from kiosk.exports import charts
from kiosk.exports.charts import NARROW, WIDTH, Interval, Pair


class _Draw(Protocol):
    def __call__(self, *, width: float) -> str: ...


def columns(pairs: Sequence[Pair], title: str = "", language: str = "zh") -> str:
    """As `charts.columns`."""
    return _both(partial(charts.columns, pairs, title=title, language=language))


def bars(pairs: Sequence[Pair], title: str = "", language: str = "zh") -> str:
    """As `charts.bars`."""
    return _both(partial(charts.bars, pairs, title=title, language=language))


def intervals(rows: Sequence[Interval], title: str = "", language: str = "zh") -> str:
    """As `charts.intervals`."""
    return _both(partial(charts.intervals, rows, title=title, language=language))


def shares(pairs: Sequence[Pair], colours: Sequence[str], language: str = "zh") -> str:
    """As `charts.shares`."""
    return _both(partial(charts.shares, pairs, language=language, colours=colours))


def _both(draw: _Draw) -> str:
    wide, narrow = draw(width=WIDTH), draw(width=NARROW)
    return f'<div class="for-desk">{wide}</div><div class="for-phone">{narrow}</div>'
