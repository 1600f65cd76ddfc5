"""A made-up town as the station plays it: streets on a map, whoever is responsible, and posts. Pure."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.stations.station import Brought

FINE = "fine"
WHAT = (FINE, "uncivil", "false", "dangerous")
"""What a post can be, in the order in which the answers stand."""
LEAVE, REPORT = "leave", "report"
ACTS = ("block", "hold", "advise", "tell", REPORT, LEAVE)
"""屏蔽、不转发、劝一句、告诉大人、举报、不用管."""
HANDED_ON = {REPORT, "tell"}
"""Acts by which somebody else takes care."""
PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Street:
    """A street with its theme. `at` and `at_tall` are thousandths of the map's width and height."""

    id: str
    name: str
    name_en: str
    theme: str
    theme_en: str
    at: tuple[int, int]
    at_tall: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Handler:
    """Somebody who is responsible; `icon` names a picture."""

    id: str
    name: str
    name_en: str
    icon: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody wrote below a post."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Post:
    """One post. `reason` tells what it is, `others` do not; of `acts` all fit and at least one of `must` is needed.

    `handler` takes care within `days` days, with `outcome`; all three are empty where there is nothing to do.
    """

    id: str
    street: str
    form: str
    who: str
    text: str
    what: str
    reason: str
    others: tuple[str, ...]
    acts: tuple[str, ...]
    must: tuple[str, ...]
    explanation: str
    dimension: str
    difficulty: int
    ages: tuple[str, ...] = ("upper",)
    replies: tuple[Reply, ...] = ()
    picture: str = ""
    surprising: int = 0
    handler: str = ""
    days: int = 0
    outcome: str = ""
    pinyin: dict[str, str] = field(default_factory=dict)

    @property
    def fine(self) -> bool:
        """Whether there is nothing wrong with it."""
        return self.what == FINE

    @property
    def reasons(self) -> tuple[str, ...]:
        """All reasons, the right one at a place that its name decides: evenly spread, the same every time."""
        place = sum(map(ord, self.id)) % (len(self.others) + 1)
        return (*self.others[:place], self.reason, *self.others[place:])


@dataclass(frozen=True, slots=True)
class Town:
    """All of it, with where it came from. `pictures` goes before the name of a picture in a QML Image."""

    id: str
    title: str
    title_en: str
    map: str
    map_tall: str
    streets: tuple[Street, ...]
    handlers: tuple[Handler, ...]
    posts: tuple[Post, ...]
    pack: str
    pack_hash: str
    pictures: str

    def street(self, id: str) -> Street:
        """The street called `id`. Raises StopIteration when there is none."""
        return next(one for one in self.streets if one.id == id)

    def handler(self, id: str) -> Handler:
        """Who is responsible by that name; the first of all where there is none."""
        return next((one for one in self.handlers if one.id == id), self.handlers[0])

    def post(self, id: str) -> Post:
        """The post called `id`. Raises StopIteration when there is none."""
        return next(one for one in self.posts if one.id == id)


def read_town(brought: Brought) -> Town:
    """The town in a file that was checked when it came in."""
    data = brought.data
    return Town(
        id=str(data["id"]),
        title=str(data["title"]),
        title_en=str(data["title_en"]),
        map=str(data["map"]),
        map_tall=str(data.get("map_tall", data["map"])),
        streets=tuple(_street(one, tall="map_tall" in data) for one in data["streets"]),
        handlers=tuple(Handler(**one) for one in data["handlers"]),
        posts=tuple(_post(one) for one in data["posts"]),
        pack=brought.pack,
        pack_hash=brought.pack_hash,
        pictures=brought.pictures,
    )


def _street(fields: dict[str, Any], *, tall: bool) -> Street:
    at = (fields["at"][0], fields["at"][1])
    other = fields.get("at_tall", at) if tall else at
    return Street(**{**fields, "at": at, "at_tall": (other[0], other[1])})


def _post(fields: dict[str, Any]) -> Post:
    listed = {name: tuple(fields[name]) for name in ("others", "acts", "must", "ages")}
    return Post(**{**fields, **listed, "replies": tuple(Reply(**one) for one in fields.get("replies", ()))})
