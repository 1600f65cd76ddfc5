"""学习成效: what children can tell apart, before and after, by class, base, theme and week."""

from starlette.responses import Response
from starlette.routing import Route

from kiosk.exports.charts import Interval
from kiosk.hub.pages import drawing, showing
from kiosk.hub.pages.asked import Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.queries import learning as queries
from kiosk.hub.queries.learning import ClassLine, Line
from kiosk.hub.rollups.days import date_of
from kiosk.learning.group import Group
from kiosk.learning.intervals import Estimate


def routes(site: Site) -> list[Route]:
    """The one page."""
    return [site.get("/learning", "look", learning)]


def learning(asked: Asked) -> Response:
    """All of it, of what is in sight."""
    scope, period, language = asked.scope, asked.period, asked.language
    with asked.hub.database.read() as connection:
        moments = queries.moments(connection, scope, period)
        weeks = queries.by_week(connection, scope, period, "post")
        bases = queries.by_base(connection, scope, period, "post") if scope.base is None else []
        topics = queries.topics(connection, scope, period)
        classes = queries.classes(connection, scope, period)
    named = [Line(showing.words(language, f"moment_{name}"), group) for name, group in moments.items()]
    by_topic = [Line(showing.topic(language, one.name), one.group) for one in topics]
    by_week = [Line(_week(number), group) for number, group in weeks]
    return asked.render(
        "learning.html", period=period, moments=named, d_chart=_d(named, language), c_chart=_c(named, language),
        topic_chart=_d(by_topic[:16], language), week_chart=_d(by_week, language), base_chart=_d(bases, language),
        topics=by_topic, weeks=by_week, bases=bases, classes=classes, gains=_gains(classes, language),
        reading=reading, estimate=estimate,
    )  # fmt: skip


def reading(group: Group) -> str:
    """What a group's figures come to, the name of a sentence."""
    return "guessing" if group.guessing else group.leaning


def estimate(one: Estimate) -> str:
    """A value with its interval."""
    return f"{one.value:.2f} [{one.low:.2f}, {one.high:.2f}]"


def _week(number: int) -> str:
    found = date_of(number)
    return f"{found.month}/{found.day}–"


def _d(lines: list[Line], language: str) -> str:
    rows = [_row(f"{one.name}（{one.group.children}）", one.group.d) for one in lines]
    return drawing.intervals(rows, title=showing.words(language, "d_title"), language=language)


def _c(lines: list[Line], language: str) -> str:
    rows = [_row(f"{one.name}（{one.group.children}）", one.group.c) for one in lines]
    return drawing.intervals(rows, title=showing.words(language, "c_title"), language=language)


def _gains(classes: list[ClassLine], language: str) -> str:
    rows = [
        _row(f"{one.class_label or showing.words(language, 'class_none')} {showing.day(one.day)[5:]}", one.gained.gain)
        for one in classes[:12]
        if one.gained
    ]
    return drawing.intervals(rows, title=showing.words(language, "gain_title"), language=language)


def _row(name: str, one: Estimate) -> Interval:
    return name, round(one.value, 2), round(one.low, 2), round(one.high, 2)
