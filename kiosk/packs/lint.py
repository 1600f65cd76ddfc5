"""What a whole bank gives away or gets wrong: duplicates, right answers that betray themselves, outdated facts."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kiosk.core.item import Item
from kiosk.packs import limits
from kiosk.packs.convention import NAMED, invented
from kiosk.packs.near import NearTexts
from kiosk.packs.plain import fold_all, shorten
from kiosk.packs.reading import hard_to_read, perhaps_hard, places, reading_texts, same_text
from kiosk.packs.report import Problem
from kiosk.packs.rows import Row, Taken

ENOUGH = 8
"""A pattern is named from so many items on."""
TOGETHER = 1_024
"""So many items' texts are searched as one."""
GAMES = re.compile(r"游戏|防沉迷|网游")
# The rule of 2019 (1.5 hours a day, 3 on holidays) ended in 2021: it must never be taught as right.
OLD_HOURS = re.compile(
    r"1[.．点]5\s*个?\s*(?:小时|h)|一个半小时|90\s*分钟|九十分钟|[3三]\s*个?\s*(?:小时|h)|180\s*分钟", re.IGNORECASE
)


def duplicate_key(item: Item) -> tuple[str, ...]:
    """What makes two items the same question: stem, message, chat and option texts, in any order."""
    texts = [item.stem]
    if item.message:
        texts += (f"{part.text}{part.title}{part.link}" for part in item.message.parts)
    if item.chat:
        texts += ("".join((*node.says, *(reply.text for reply in node.replies))) for node in item.chat.nodes)
    asked = len(texts)
    folded = fold_all([*texts, *(option.text for option in item.options)])
    return (*folded[:asked], *sorted(folded[asked:]))


def lint(items: Sequence[Taken], today: date, first: Row) -> Iterator[Problem]:
    """Warnings and hints on `items`; what concerns all of them points at `first`, the header's row."""
    for start in range(0, len(items), TOGETHER):
        for one in _suspect(items[start : start + TOGETHER]):
            yield from traps(one, today)
            yield from hard_to_read(one.item, one.row)
    yield from _near(items)
    yield from _position(items, first)
    yield from _length(items, first)
    yield from _share(items, first)


def _suspect(taken: Sequence[Taken]) -> Iterator[Taken]:
    """Those, in order, that may be a trap or hard to read; of most items one look at all texts finds nothing."""
    items = [one.item for one in taken]
    texts = ["\n".join(reading_texts(item)) for item in items]
    found = {place for place, item in enumerate(items) if item.review_by}
    found.update(perhaps_hard(items, texts), places(NAMED, texts), places(OLD_HOURS, [_taught(item) for item in items]))
    return (taken[place] for place in sorted(found))


def traps(one: Taken, today: date) -> Iterator[Problem]:
    """Warnings on what must never be taught as right, and on a review that is overdue."""
    item, row = one.item, one.row
    taught = _taught(item)
    if OLD_HOURS.search(taught) and GAMES.search(item.stem + taught):
        yield row.problem("old_game_hours", "answer", "warning")
    if invented(" ".join((item.stem, taught, item.explanation)), taught):
        yield row.problem("convention_invented", "stem", "warning")
    if item.review_by and item.review_by < today.isoformat():
        yield row.problem("review_passed", "review_by", "warning", date=item.review_by)


def _near(items: Sequence[Taken]) -> Iterator[Problem]:
    """Items that are nearly an earlier one. In very large files nobody would look at them all."""
    if len(items) > limits.NEAR_ITEMS:
        return
    before = NearTexts()
    for one in items:
        text = same_text(one.item)
        if (found := before.find(text)) is not None:
            first = items[found].row
            where = f"“{first.sheet}”" if first.sheet else ""
            yield one.row.problem("near_duplicate", "stem", "warning", sheet=where, first=first.number)
        before.add(text)


def near_installed(items: Iterable[Taken], installed: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """Items that are nearly one of the `installed`, each given by its bank's title and `reading.same_text`."""
    known = NearTexts()
    for _, text in installed:
        known.add(text)
    for one in items:
        if (found := known.find(same_text(one.item))) is not None:
            yield one.row.problem("near_installed", "stem", "warning", title=installed[found][0])


def _taught(item: Item) -> str:
    """The texts that the item says are right."""
    if item.kind == "true_false":
        return item.stem if item.right == ("A",) else ""
    return "\n".join([option.text for option in item.options if option.key in item.right])


def _position(items: Sequence[Taken], first: Row) -> Iterator[Problem]:
    """Whether the right answer nearly always stands in the same place."""
    places = Counter(one.item.right[0] for one in items if one.item.kind == "choice")
    count = places.total()
    if count >= ENOUGH and (most := places.most_common(1)[0])[1] > count * 0.6:
        yield first.problem("position_bias", "answer", "warning", key=most[0], most=most[1], count=count)


def _length(items: Sequence[Taken], first: Row) -> Iterator[Problem]:
    """Whether the right answer is nearly always the longest by far."""
    choices = [one.item for one in items if one.item.kind == "choice"]
    longest = sum(_is_longest(item) for item in choices)
    if len(choices) >= ENOUGH and longest > len(choices) * 0.6:
        yield first.problem("length_cue", "answer", "hint", most=longest, count=len(choices))


def _is_longest(item: Item) -> bool:
    longest = others = 0
    for option in item.options:
        length = len(option.text)
        if option.key not in item.right:
            others = length if length > others else others
        elif length > longest:
            longest = length
    return 0 < 1.3 * others < longest


def _share(items: Sequence[Taken], first: Row) -> Iterator[Problem]:
    """Whether 40–60 % of the messages are genuine, in the bank and in each family; `ask_first` counts on no side."""
    judged = [
        one.item for one in items if (one.item.message or one.item.chat) and one.item.nature in ("scam", "genuine")
    ]
    groups = {"": judged} | {family: [i for i in judged if i.family == family] for family in {i.family for i in judged}}
    for family, group in sorted(groups.items()):
        genuine = sum(item.nature == "genuine" for item in group)
        if len(group) >= ENOUGH and not 0.4 <= genuine / len(group) <= 0.6:
            name = shorten(family) if family else "*"
            yield first.problem("genuine_share", "nature", "warning", family=name, genuine=genuine, count=len(group))
