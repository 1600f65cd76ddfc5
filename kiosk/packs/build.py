"""From a row to an item, with everything that is wrong with the row."""

import hashlib
from collections.abc import Sequence

from kiosk.core.family import Family
from kiosk.core.item import Item, Kind, Option
from kiosk.core.quick import maker
from kiosk.packs import limits
from kiosk.packs.answers import Answer, is_truth_pair, parse_answer, truth
from kiosk.packs.extras import Extras, read_extras
from kiosk.packs.plain import HTML, fold, shorten
from kiosk.packs.report import Problem
from kiosk.packs.rows import Built, Row

KEYS = "ABCDEFGH"
KIND_WORDS: dict[str, Kind] = {
    **dict.fromkeys(("单选题", "单选", "单项选择题", "单项选择", "选择题", "选择", "multiplechoice", "quiz"), "choice"),
    **dict.fromkeys(("multichoice", "singlechoice", "single", "choice"), "choice"),
    **dict.fromkeys(("多选题", "多选", "多项选择题", "多项选择", "不定项选择题", "不定项", "checkbox"), "multi"),
    **dict.fromkeys(("multipleselect", "multiselect", "multi", "multiple"), "multi"),
    **dict.fromkeys(("判断题", "判断", "是非题", "对错题", "truefalse", "true/false", "trueorfalse"), "true_false"),
}


def build(row: Row, families: Sequence[Family]) -> Built:
    """Judge one row."""
    extras = read_extras(row, families)
    kind, options, problems = _shape(row)
    answer = Answer() if problems else parse_answer(row.answer, options, row.style)
    if answer.trouble:
        count = sum(1 for option in options if option)
        problems.append(row.problem(answer.trouble, "answer", answer=shorten(row.answer), count=count))
    elif kind == "choice" and len(answer.places) > 1:
        problems.append(row.problem("answer_too_many", "answer", answer=shorten(row.answer)))
    keeps_out = bool(problems)
    problems += _explanation(row)
    keeps_out = keeps_out or any(problem.code == "explanation_too_long" for problem in problems)
    item = None if keeps_out else _item(row, kind, options, answer, extras)
    return Built(row, item, (*problems, *extras.problems, *_looks(row)))


def _shape(row: Row) -> tuple[str, tuple[str, ...], list[Problem]]:
    """The kind that the row names (empty: none), its options, and what is wrong with stem, kind and options."""
    problems = _stem(row)
    kind = KIND_WORDS.get(fold(row.kind), "")
    if row.kind and not kind:
        return "", row.options, [*problems, row.problem("kind_unsupported", "kind", kind=shorten(row.kind))]
    options = row.options
    if not any(options) and (kind == "true_false" or (not kind and truth(row.answer) is not None)):
        options = ("True", "False") if row.stem.isascii() else ("对", "错")
    return kind, options, problems + _options(row, options)


def _stem(row: Row) -> list[Problem]:
    if not row.stem:
        return [row.problem("stem_missing", "stem")]
    if len(row.stem) > limits.STEM:
        return [row.problem("stem_too_long", "stem", length=len(row.stem), most=limits.STEM)]
    return []


def _options(row: Row, options: Sequence[str]) -> list[Problem]:
    """Too few, too many, too long or equal options; the first trouble of each sort."""
    filled = [(place, option) for place, option in enumerate(options) if option]
    if len(filled) < 2:
        return [row.problem("options_missing" if not filled else "option_single", "option_2")]
    if len(options) > limits.OPTIONS:
        return [row.problem("options_too_many", "options", count=len(options), most=limits.OPTIONS)]
    if len({fold(option) for _, option in filled}) == len(filled) and max(map(len, options)) <= limits.OPTION:
        return []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for place, option in filled:
        name = f"option_{place + 1}"
        if len(option) > limits.OPTION:
            problems.append(row.problem("option_too_long", name, length=len(option), most=limits.OPTION))
        if (before := seen.setdefault(fold(option), place)) != place:
            problems.append(row.problem("options_equal", name, key=KEYS[before], text=shorten(option)))
    return problems[:1]


def _explanation(row: Row) -> list[Problem]:
    if not row.explanation:
        return [row.problem("explanation_missing", "explanation")]
    if len(row.explanation) > limits.EXPLANATION:
        length = len(row.explanation)
        return [row.problem("explanation_too_long", "explanation", length=length, most=limits.EXPLANATION)]
    return []


def _looks(row: Row) -> list[Problem]:
    """Hints on what is kept out or shown as it stands."""
    hints: list[Problem] = []
    if HTML.search(" ".join((row.stem, *row.options, row.explanation))):
        hints.append(row.problem("html_is_text", "stem", "hint"))
    if row.more.get("image"):
        hints.append(row.problem("picture_dropped", "image", "hint"))
    return hints


def _item(row: Row, kind: str, options: Sequence[str], answer: Answer, extras: Extras) -> Item:
    places = [place for place, option in enumerate(options) if option]
    right = answer.places
    if len(places) == 2 and is_truth_pair(options) and kind != "multi":
        kind = "true_false"
        places.sort(key=lambda place: not truth(options[place]))
        keys = {place: KEYS[number] for number, place in enumerate(places)}
    else:
        kind = "multi" if kind == "multi" or len(right) > 1 else "choice"
        keys = {place: KEYS[place] for place in places}
    whys = [*row.whys, *[""] * len(options)]
    item: Item = maker(Item)(
        id=item_id(row.stem, [options[place] for place in places]),
        kind=kind,
        stem=row.stem,
        right=tuple(sorted(keys[place] for place in right)),
        options=tuple(Option(keys[place], options[place], whys[place][: limits.WHY]) for place in places),
        explanation=row.explanation,
        **extras.fields,
    )
    return item


def item_id(stem: str, options: Sequence[str]) -> str:
    """A name that stays when only the answer or the explanation of a row is corrected."""
    text = "\n".join((fold(stem), *sorted(fold(option) for option in options)))
    return "q" + hashlib.sha256(text.encode()).hexdigest()[:12]
