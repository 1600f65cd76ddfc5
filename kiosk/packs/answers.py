"""Right answers as teachers write them: `B`, `ABD`, `A、C`, `2`, `1,3`, `2.0`, an option's own text, 正确, √, T …"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.packs.plain import fold
from kiosk.packs.rows import AnswerStyle

TRUE_WORDS = frozenset(("正确", "对", "√", "✓", "✔", "是", "是的", "对的", "t", "true", "y", "yes", "right", "真"))
FALSE_WORDS = frozenset(
    ("错误", "错", "×", "✗", "✘", "x", "否", "不是", "不对", "错的", "f", "false", "n", "no", "wrong", "假", "不正确")
)
GAP = r"(?:\s*[,，、;；/|&+\s和]\s*)"
LETTERS = re.compile(rf"[A-H](?:{GAP}?[A-H])*", re.IGNORECASE)
NUMBERS = re.compile(rf"\d{{1,3}}(?:\.0+)?(?:{GAP}\d{{1,3}}(?:\.0+)?)*")
LONGEST_MARKS = 40
"""Longer answers are no letters or numbers: the patterns need not try, which costs the cube of the length."""
LABELLED = re.compile(r"([A-H])\s*[.、:)．]\s*(\S.*)", re.IGNORECASE | re.DOTALL)
NOISE = re.compile(r"^(?:正确)?答案(?:是|为)?\s*[:：]?|^选(?=[A-Ha-h])|[。．.]$|[()（）【】\[\]]")


@dataclass(frozen=True, slots=True)
class Answer:
    """Positions of the right options counted from 0, or the code of what is wrong with the answer."""

    places: tuple[int, ...] = ()
    trouble: str = ""


def truth(text: str) -> bool | None:
    """Whether `text` says true or false; `None` when it says neither."""
    word = fold(text)
    if word in TRUE_WORDS:
        return True
    return False if word in FALSE_WORDS else None


def is_truth_pair(options: Sequence[str]) -> bool:
    """Whether the filled options are exactly one word for true and one for false."""
    return sorted(str(truth(option)) for option in options if option) == ["False", "True"]


def parse_answer(text: str, options: Sequence[str], style: AnswerStyle = "any") -> Answer:
    """Find the right ones among `options`; an empty option cannot be right. Never guesses between two readings."""
    given = unicodedata.normalize("NFKC", text).strip()
    if not given:
        return Answer(trouble="answer_missing")
    said = fold(given)
    same = tuple([place for place, option in enumerate(options) if option and fold(option) == said][:1])
    if style == "text":
        return Answer(same) if same else Answer(trouble="answer_unreadable")
    given = NOISE.sub("", given).strip() or given
    marked = _numbers(given) if style == "index" else _marks(given, options)
    if same and marked and marked != same and style == "any":
        return Answer(trouble="answer_ambiguous")
    places = marked or same or _by_truth(given, options) or _labelled(given, options)
    if not places:
        return Answer(trouble="answer_unreadable")
    if any(not 0 <= place < len(options) or not options[place] for place in places):
        return Answer(trouble="answer_out_of_range")
    return Answer(places)


def _marks(given: str, options: Sequence[str]) -> tuple[int, ...]:
    """Places that letters or numbers name; T and F of a true/false question are no letters."""
    if truth(given) is not None and is_truth_pair(options):
        return ()
    if len(given) <= LONGEST_MARKS and LETTERS.fullmatch(given):
        letters = dict.fromkeys(letter for letter in given.upper() if "A" <= letter <= "H")
        return tuple(sorted(ord(letter) - ord("A") for letter in letters))
    return _numbers(given)


def _numbers(given: str) -> tuple[int, ...]:
    """Places that `1,3` or `2.0` name."""
    if len(given) > LONGEST_MARKS or not NUMBERS.fullmatch(given):
        return ()
    numbers = dict.fromkeys(int(number) for number in re.findall(r"(\d+)(?:\.0+)?", given))
    return tuple(sorted(number - 1 for number in numbers))


def _by_truth(given: str, options: Sequence[str]) -> tuple[int, ...]:
    """The option that says true or false as `given` does."""
    said = truth(given)
    if said is None:
        return ()
    return tuple(place for place, option in enumerate(options) if option and truth(option) is said)[:1]


def _labelled(given: str, options: Sequence[str]) -> tuple[int, ...]:
    """`B. text`, when that text is indeed option B's."""
    found = LABELLED.fullmatch(given)
    if not found:
        return ()
    place = ord(found[1].upper()) - ord("A")
    return (place,) if place < len(options) and fold(options[place]) == fold(found[2]) else ()
