"""Roll-ups: what pages show, kept by `rollups` from the events and rebuilt from them at any time.

`day` is the date in China as the number yyyymmdd, `week` that of its Monday; `origin` an index into
`core.events.ORIGINS`. In those of `base_day`, `station_day`, `moment_week`, `topic_week` and `item_figure` the base 0
stands for all bases together, so that a page of the whole hub adds up as few rows as one of a base.
"""

import sqlalchemy as sa

from kiosk.hub.store.tables import metadata

_KEY = ("base", "day", "kiosk", "origin")


def _key(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default="0")


rollup = sa.Table(
    "rollup",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),  # always 1
    sa.Column("arrival", sa.BigInteger, nullable=False),  # the last batch that is in all roll-ups
)

visit_day = sa.Table(
    "visit_day",
    metadata,
    *map(_key, _KEY),
    *map(_count, ("visits", "answers", "rights", "wrongs", "lanterns", "sessions", "forms", "glad", "soso", "sad")),
)
"""A kiosk's day. `sessions` are class sessions begun, `forms` those answered to the end."""

base_day = sa.Table(
    "base_day",
    metadata,
    *map(_key, ("day", "base", "origin")),
    *map(_count, ("visits", "answers", "rights", "wrongs", "lanterns", "sessions", "forms", "glad", "soso", "sad")),
    sa.Index("ix_base_day_busy", "origin", "base", "day", "visits"),
)
"""The same of a base, by day first: what the overview adds up. The index answers which bases are busy by itself."""

station_day = sa.Table(
    "station_day",
    metadata,
    *map(_key, ("base", "day", "origin")),
    sa.Column("station", sa.Text, primary_key=True),
    *map(_count, ("opened", "players", "finished", "answers", "rights", "wrongs")),
)

act_day = sa.Table(
    "act_day",
    metadata,
    *map(_key, _KEY),
    sa.Column("act", sa.Text, primary_key=True),  # consent_given:<kind>, takes_erased … : see `rollups.acts`
    _count("times"),
)

attempt = sa.Table(
    "attempt",
    metadata,
    sa.Column("visit", sa.LargeBinary, primary_key=True),  # one child's one form
    sa.Column("base", sa.Integer, nullable=False),
    sa.Column("origin", sa.SmallInteger, nullable=False),
    sa.Column("day", sa.Integer, nullable=False),
    sa.Column("session", sa.Text, nullable=False, server_default=""),
    sa.Column("moment", sa.Text, nullable=False, server_default=""),  # empty until its FormStarted is in
    sa.Column("child", sa.Text, nullable=False, server_default=""),
    *map(_count, ("hits", "scams", "alarms", "genuine")),
    sa.Index("ix_attempt_base", "base", "day"),
    sa.Index("ix_attempt_session", "session"),
)

class_session = sa.Table(
    "class_session",
    metadata,
    sa.Column("session", sa.Text, primary_key=True),
    sa.Column("base", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("origin", sa.SmallInteger, nullable=False),
    sa.Column("day", sa.Integer, nullable=False),
    sa.Column("class_label", sa.Text, nullable=False),
    sa.Column("plan", sa.Text, nullable=False),
    sa.Index("ix_class_session_base", "base", "day"),
)

moment_week = sa.Table(
    "moment_week",
    metadata,
    *map(_key, ("base", "week", "origin")),
    sa.Column("moment", sa.Text, primary_key=True),
    *map(_count, ("children", "hits", "scams", "alarms", "genuine")),
)
"""The whole forms of `attempt` added up."""

topic_week = sa.Table(
    "topic_week",
    metadata,
    *map(_key, ("base", "week", "origin")),
    sa.Column("topic", sa.Text, primary_key=True),  # the theme that was played
    *map(_count, ("children", "hits", "scams", "alarms", "genuine")),
)

topic_child = sa.Table(
    "topic_child",
    metadata,
    sa.Column("visit", sa.LargeBinary, primary_key=True),
    sa.Column("topic", sa.Text, primary_key=True),
)
"""Which visits are counted in `topic_week.children`: a visit's batches may come apart."""

item_figure = sa.Table(
    "item_figure",
    metadata,
    *map(_key, ("base", "origin")),
    sa.Column("item_hash", sa.Text, primary_key=True),
    sa.Column("item", sa.Text, nullable=False),
    sa.Column("pack", sa.Text, nullable=False),
    *map(_count, ("answers", "rights", "wrongs")),
    sa.Column("reading_ms", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("chosen", sa.Text, nullable=False, server_default="{}"),  # JSON: how often each answer
    _count("judged"),  # answers with enough others beside them to tell how strong the child was …
    sa.Column("strength", sa.Float, nullable=False, server_default="0"),  # … and their sums
    sa.Column("strength2", sa.Float, nullable=False, server_default="0"),
    _count("judged_rights"),
    sa.Column("strength_rights", sa.Float, nullable=False, server_default="0"),
)

take_home = sa.Table(
    "take_home",
    metadata,
    sa.Column("token_hash", sa.Text, primary_key=True),
    sa.Column("base", sa.Integer, nullable=False),
    sa.Column("utc_ms", sa.BigInteger, nullable=False),
    sa.Column("station", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
)

TABLES = (
    visit_day, base_day, station_day, act_day, attempt, class_session, moment_week, topic_week, topic_child,
    item_figure, take_home,
)  # fmt: skip
"""All that a rebuild empties first."""
