"""What an exported column is, and the columns of each table."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Form = Literal["text", "number", "time", "code", "id"]
Value = str | int | float | datetime


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Its header is `exports.<key>` of the words, its explanation `exports.<key>_about`.

    `width` is in characters of a spreadsheet. A `time` is a datetime without zone, local time; a `code` is a text of
    the program's own, which nobody can have written: a word of its catalogue or a hash; an `id` is one that was made of
    bytes just now, digits and letters, most of them seen once.
    """

    key: str
    form: Form = "text"
    width: int = 12


LOG = (
    Column("local_time", "time", 19),
    Column("origin", "code", 8),
    Column("class_label", width=10),
    Column("nickname", width=10),
    Column("player", "number", 6),
    Column("station", "code", 10),
    Column("level", width=14),
    Column("kind", "code", 8),
    Column("stem", width=50),
    Column("message", width=50),
    Column("nature", "code", 10),
    Column("chosen", width=30),
    Column("replies", width=40),
    Column("right", width=30),
    Column("verdict", "code", 10),
    Column("reading_s", "number", 10),
    Column("changes", "number", 8),
    Column("confidence", "code", 10),
    Column("mode", "code", 8),
    Column("pack_title", width=20),
    Column("pack", width=24),
    Column("pack_version", width=10),
    Column("pack_hash", "code", 18),
    Column("item", width=16),
    Column("item_hash", "code", 18),
    Column("utc_time", "id", 25),
    Column("visit", "id", 38),
    Column("kiosk", "id", 15),
    Column("epoch", "id", 18),
    Column("seq", "number", 8),
    Column("id", "id", 38),
    Column("returning", "code", 18),
    Column("form", width=6),
    Column("session", "code", 38),
)
"""One row an answer."""

VISITS = (
    Column("local_time", "time", 19),
    Column("ended_time", "time", 19),
    Column("seconds", "number", 8),
    Column("origin", "code", 8),
    Column("class_label", width=10),
    Column("nickname", width=10),
    Column("stations", width=24),
    Column("answers", "number", 8),
    Column("answers_right", "number", 8),
    Column("lanterns", "number", 8),
    Column("satisfaction", "code", 8),
    Column("ended_why", "code", 10),
    Column("utc_time", "id", 25),
    Column("utc_ended", "id", 25),
    Column("visit", "id", 38),
    Column("kiosk", "id", 15),
)
"""One row a visit."""

ITEMS = (
    Column("stem", width=50),
    Column("message", width=50),
    Column("kind", "code", 8),
    Column("level", width=14),
    Column("nature", "code", 10),
    Column("right", width=30),
    Column("answers", "number", 8),
    Column("answers_right", "number", 8),
    Column("share_right", "number", 10),
    Column("choices", width=60),
    Column("reading_s", "number", 10),
    Column("rehearsed", "number", 8),
    Column("simulated", "number", 8),
    Column("pack", width=24),
    Column("item", width=16),
    Column("item_hash", "code", 18),
)
"""One row an item that was answered, as it was then: a corrected item is another row."""
