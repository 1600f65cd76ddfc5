"""Towns and weeks for the tests of 督导亭, and simulated children who look at posts."""

from collections.abc import Callable, Iterator
from random import Random

from kiosk.core.events import ItemAnswered
from kiosk.core.item import Item
from kiosk.core.places import program_folder
from kiosk.learning.signal import reading
from kiosk.packs.content import ContentShelf
from kiosk.stations.little_supervisor import rules
from kiosk.stations.little_supervisor.facts import answered
from kiosk.stations.little_supervisor.rules import Week
from kiosk.stations.little_supervisor.town import FINE, WHAT, Post, Town, read_town


def our_town() -> Town:
    """灯河镇."""
    return read_town(ContentShelf(program_folder() / "content").brought("feeds")[-1])


def look(week: Week, what: str, acts: tuple[str, ...] = ()) -> Week:
    """The next post of the day is found to be `what`, with its right reason; `acts` (or what is needed) is done."""
    task = week.waiting[0]
    week = rules.say_what(rules.open_post(week, task.post.id), what)
    if what == FINE:
        return rules.close_post(rules.go_on(week))
    week = rules.go_on(rules.say_why(week, task.post.reason))
    for act in acts or task.post.must:
        week = rules.toggle_act(week, act)
    return rules.close_post(rules.go_on(week))


def live(week: Week) -> Week:
    """Every post is seen and handled rightly, until Sunday."""
    while not week.over:
        week = look(week, week.waiting[0].post.what) if week.waiting else rules.next_day(week)
    return week


def judge(child: str, post: Post, random: Random) -> str:
    """What a paranoid, trusting or discerning child finds a post to be."""
    suspects = {"paranoid": 0.92, "trusting": 0.12, "discerning": 0.12 if post.fine else 0.88}[child]
    if random.random() >= suspects:
        return FINE
    return random.choice(WHAT[1:]) if post.fine else post.what


def facts(town: Town, child: str, random: Random, keep: Callable[[Item], str]) -> Iterator[ItemAnswered]:
    """One week of such a child, through rules and facts."""
    week = rules.draw(town, 1, (), random)
    while not week.over:
        if not week.waiting:
            week = rules.next_day(week)
            continue
        task = week.waiting[0]
        week = look(week, judge(child, task.post, random))
        yield from answered(town, task, week.answers[task.post.id], keep, 0, 0)


def signals(town: Town, child: str, random: Random) -> list[tuple[str, str]]:
    """One week of such a child, as `learning.signal.count` takes it."""
    texts: dict[str, Item] = {}

    def keep(item: Item) -> str:
        texts[item.id] = item
        return item.id

    found = (reading(texts[event.item], event.chosen) for event in facts(town, child, random, keep))
    return [pair for pair in found if pair]
