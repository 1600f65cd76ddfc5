"""What a week leaves behind: its questions as items, facts for the journal, and the card at its end. Pure."""

from collections.abc import Callable

from kiosk.core.events import ItemAnswered, StationFinished
from kiosk.core.item import Item, Kind, Option
from kiosk.core.sentences import last_sentence
from kiosk.stations.little_supervisor.rules import Answer, Task, Week, acts_right, cases
from kiosk.stations.little_supervisor.town import ACTS, FINE, WHAT, Post, Town
from kiosk.stations.station import StationResult

STATION = "little_supervisor"
KEYS = "ABCDEF"
WHAT_TEXTS = ("没问题", "不文明", "不真实", "有危险")
ACT_TEXTS = ("屏蔽", "不转发", "劝一句", "告诉大人", "举报 12377", "不用管")
FAMILY = "feed"
Say = Callable[..., str]


def what_item(town: Town, post: Post) -> Item:
    """What is it? The first option, `A`, always is 没问题."""
    return _item(town, post, "what", f"这条是什么？{_quoted(post)}", WHAT_TEXTS, (KEYS[WHAT.index(post.what)],))


def why_item(town: Town, post: Post) -> Item:
    """By what can one tell?"""
    right = KEYS[post.reasons.index(post.reason)]
    return _item(town, post, "why", f"从哪里看出来？{_quoted(post)}", post.reasons, (right,))


def act_item(town: Town, post: Post) -> Item:
    """What to do? All acts that fit are right."""
    right = tuple(KEYS[ACTS.index(one)] for one in ACTS if one in post.acts)
    return _item(town, post, "act", f"怎么做才好？{_quoted(post)}", ACT_TEXTS, right, kind="multi")


def _item(
    town: Town,
    post: Post,
    about: str,
    stem: str,
    options: tuple[str, ...],
    right: tuple[str, ...],
    kind: Kind = "choice",
) -> Item:
    return Item(
        id=f"{town.id}.{post.id}.{about}",
        kind=kind,
        stem=stem,
        right=right,
        options=tuple(Option(KEYS[place], text) for place, text in enumerate(options)),
        explanation=post.explanation,
        family=FAMILY,
        trick=f"{town.id}.{post.what}",
        ages=post.ages,
        difficulty=post.difficulty,
        dimension=post.dimension,
        pinyin=post.pinyin,
    )


def _quoted(post: Post) -> str:
    return f"{post.who}：“{post.text}”"


def answered(
    town: Town, task: Task, answer: Answer, hashes: Callable[[Item], str], what_ms: int, act_ms: int
) -> list[ItemAnswered]:
    """The facts of an answer: what it is; and where the child found it not fine, why and what to do.

    `what_ms` is the time to say what and why, `act_ms` the time to choose what to do.
    """
    post = task.post
    chosen: tuple[str, ...] = (KEYS[WHAT.index(answer.what)],)
    found = [(what_item(town, post), chosen, answer.what == post.what, what_ms, answer.changes)]
    if answer.what != FINE:
        why = (KEYS[post.reasons.index(answer.reason)],)
        found.append((why_item(town, post), why, answer.reason == post.reason, what_ms, 0))
        acts = tuple(KEYS[ACTS.index(one)] for one in answer.acts)
        found.append((act_item(town, post), acts, acts_right(post, answer), act_ms, 0))
    return [
        ItemAnswered(
            station=STATION,
            level=town.street(post.street).name,
            item=item.id,
            item_hash=hashes(item),
            pack=town.pack,
            pack_hash=town.pack_hash,
            chosen=keys,
            right=item.right,
            verdict="right" if right else "wrong",
            reading_ms=reading_ms,
            changes=changes,
            player=task.player,
        )
        for item, keys, right, reading_ms, changes in found
    ]


def seen_right(week: Week) -> int:
    """Posts of which the child said rightly what they are."""
    return sum(week.town.post(id).what == answer.what for id, answer in week.answers.items())


def stars_of(week: Week) -> int:
    """0 to 3: how much was seen and done rightly."""
    if not week.answers:
        return 0
    good = sum(one.effect.kind == "clear" for one in cases(week)) / len(week.answers)
    return 3 if good >= 0.8 else 2 if good >= 0.5 else 1


def finished(week: Week, *, completed: bool) -> StationFinished:
    """The fact that the week is over, or was left."""
    return StationFinished(STATION, week.town.title, len(week.answers), seen_right(week), stars_of(week), completed)


def result(week: Week, lanterns: int, say: Say, *, english: bool) -> StationResult:
    """What the result card shows: sentences of posts that were seen rightly, the hard ones first."""
    right = [week.town.post(id) for id, answer in week.answers.items() if week.town.post(id).what == answer.what]
    right.sort(key=lambda post: (-post.surprising, -post.difficulty))
    return StationResult(
        station=STATION,
        level=week.town.title_en if english else week.town.title,
        title=say("little_supervisor.result_title"),
        answered=len(week.answers),
        right=seen_right(week),
        stars=stars_of(week),
        lanterns=lanterns,
        picture="yingying-cheer",
        learned=tuple(last_sentence(post.explanation) for post in right[:3]),
        tally=say("little_supervisor.result_tally", answered=len(week.answers), right=seen_right(week)),
    )
