"""总览: the map, today, the trend, what is being played."""

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

from starlette.responses import Response
from starlette.routing import Route

from kiosk.hub.pages import canal_map, drawing, showing
from kiosk.hub.pages.asked import Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.queries import figures
from kiosk.hub.queries import kiosks as kiosk_queries
from kiosk.hub.queries.figures import AtStation, BaseLine, Sum
from kiosk.hub.queries.period import Period
from kiosk.hub.rollups.days import number
from kiosk.learning.small_cells import shown

LATELY = 7
"""Days after which a lantern goes dark."""
ON_MAP = 40
"""Bases with lanterns, the busiest; beyond, a map shows nothing any more."""

_STEPS = ((1, 7), (7, 14), (28, 14))
"""Days of a column, and how many columns there is room for where one must say that it hides something."""


def routes(site: Site) -> list[Route]:
    """The first page."""
    return [site.get("/", "look", overview)]


def overview(asked: Asked) -> Response:
    """How it goes, of all that is in sight."""
    period, scope = asked.period, asked.scope
    with asked.hub.database.read() as connection:
        days = figures.by_day(connection, scope, period)
        now = figures.by_day(connection, scope, replace(period, first=period.last))
        stations = figures.stations(connection, scope, period)
        lately = replace(period, first=max(period.first, period.last - timedelta(days=LATELY - 1)))
        bases, count = figures.bases(connection, scope, lately, most=ON_MAP)
        kiosks = kiosk_queries.roll(connection, scope, asked.now)
        incidents = kiosk_queries.incidents(connection, scope, most=5)
    maps = [draw_map(bases, count, asked.language, tall=tall) for tall in (False, True)]
    return asked.render(
        "overview.html", period=period, today=now.get(number(period.last), Sum()), whole=figures.whole(days),
        trend=trend(days, period, asked.language), stations=station_chart(stations, asked.language), maps=maps,
        kiosks=kiosks, incidents=incidents,
    )  # fmt: skip


def trend(days: dict[int, Sum], period: Period, language: str) -> str:
    """Visits by day, by week or by four weeks: where days would crowd, or hold too few children to be told."""
    every = figures.all_days(period)
    for size, most in _STEPS:
        groups = [every[start : start + size] for start in range(0, len(every), size)]
        cells = shown([sum(days[day].visits for day in group if day in days) for group in groups])
        if len(groups) <= (most if None in cells else 31):
            break
    names = [f"{group[0] // 100 % 100}/{group[0] % 100}" for group in groups]
    title = showing.words(language, "trend_title" if size == 1 else "trend_weeks_title")
    return drawing.columns(list(zip(names, cells, strict=True)), title=title, language=language)


def station_chart(stations: list[AtStation], language: str) -> str:
    """How many children each station saw."""
    entered = [one for one in stations if one.players]  # forms are no station, though answers name one
    counts = shown([one.players for one in entered])
    pairs = [(showing.station(language, one.station), count) for one, count in zip(entered, counts, strict=True)]
    return drawing.bars(pairs, title=showing.words(language, "stations_title"), language=language)


def draw_map(bases: list[BaseLine], count: int, language: str, *, tall: bool) -> str:
    """The bases by district; those without one stand on a bank of their own."""
    most = max((one.sum.visits for one in bases), default=0)
    by_district: dict[str, list[canal_map.Light]] = defaultdict(list)
    for one in bases:
        bright = 0.0 if one.sum.visits < 1 else max(0.25, (one.sum.visits / most) ** 0.5)
        by_district[one.district].append(canal_map.Light(one.name, bright, f"/bases/{one.number}"))
    named = sorted(name for name in by_district if name)
    groups = [canal_map.District(name, by_district[name]) for name in named]
    if rest := by_district.get(""):
        label = showing.words(language, "district_none") if named else ""
        groups.append(canal_map.District(label, rest))
    title = showing.words(language, "map_title", count=count)
    return canal_map.draw(groups, title, showing.words(language, "map_more", count="{count}"), tall=tall)
