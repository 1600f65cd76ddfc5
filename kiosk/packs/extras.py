"""What a row says besides question and answer: nature, family, age, difficulty, dates. Never an error."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from kiosk.core.family import Family
from kiosk.packs.families import family_of
from kiosk.packs.plain import fold, shorten
from kiosk.packs.report import Problem
from kiosk.packs.rows import Row

NATURES = {
    **dict.fromkeys(("骗局", "诈骗", "骗", "假", "scam", "fraud"), "scam"),
    **dict.fromkeys(("可信", "真", "真的", "正常", "安全", "genuine", "safe"), "genuine"),
    **dict.fromkeys(("要先问大人", "先问大人", "问大人", "先问", "ask_first", "askfirst"), "ask_first"),
}
DIMENSIONS = {
    **dict.fromkeys(("网络道德意识", "道德", "网络道德", "morality"), "morality"),
    **dict.fromkeys(("网络法治观念", "法治", "网络法治", "law"), "law"),
    **dict.fromkeys(("网络使用能力", "使用能力", "skill"), "skill"),
    **dict.fromkeys(("人身财产安全保护", "安全保护", "财产安全", "safety"), "safety"),
}
DIFFICULTIES = {
    **dict.fromkeys(("1", "易", "容易", "简单", "easy"), 1),
    **dict.fromkeys(("2", "较易"), 2),
    **dict.fromkeys(("3", "中", "适中", "中等", "一般", "medium"), 3),
    **dict.fromkeys(("4", "较难"), 4),
    **dict.fromkeys(("5", "难", "困难", "hard"), 5),
}
AGES = (
    ("lower", r"[一二三123]年级|低年级|小学"),
    ("upper", r"[四五六456]年级|高年级|小学"),
    ("junior", r"[七八九789]年级|初[一二三中]|中学"),
)


@dataclass(frozen=True, slots=True)
class Extras:
    """Fields of the item, and hints on what was not understood."""

    fields: dict[str, Any]
    problems: tuple[Problem, ...]


def read_extras(row: Row, families: Sequence[Family]) -> Extras:
    """Everything in `row.more` that an item can carry."""
    hints: list[Problem] = []
    fields: dict[str, Any] = {}
    for name, known in (("nature", NATURES), ("dimension", DIMENSIONS), ("difficulty", DIFFICULTIES)):
        given = row.more.get(name, "")
        if fold(given) in known:
            fields[name] = known[fold(given)]
        elif given:
            hints.append(row.problem("value_unknown", name, "hint", value=shorten(given)))
    for name in ("as_of", "review_by"):
        given = row.more.get(name, "")
        if given and (found := read_date(given)):
            fields[name] = found
        elif given:
            hints.append(row.problem("date_unreadable", name, "hint", value=shorten(given)))
    if (given := row.more.get("ages", "")) and (ages := read_ages(given)):
        fields["ages"] = ages
    if source := row.more.get("source", ""):
        fields["source"] = source[:300]
    if twin := row.more.get("twin", ""):
        fields["twin"] = name_for("twin", twin)
    fields |= _family(row, families, hints)
    return Extras(fields, tuple(hints))


def _family(row: Row, families: Sequence[Family], hints: list[Problem]) -> dict[str, str]:
    """Family and trick: a retry asks another item of the trick, so equal words get an equal trick."""
    given = row.more.get("family", "")
    found = family_of(given or row.more.get("chapter", ""), families)
    if given and not found:
        hints.append(row.problem("family_unknown", "family", "hint", value=shorten(given)))
    fields = {"family": found} if found else {}
    return fields | ({"trick": name_for("trick", fold(given))} if given else {})


def read_date(text: str) -> str:
    """`text` as `YYYY-MM-DD`, from 2026-3-1, 2026/3/1 or 2026年3月1日; empty when it is no date."""
    found = re.search(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})", text)
    if not found:
        return ""
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return ""


def read_ages(text: str) -> tuple[str, ...]:
    """The age bands that grades such as 四年级 or 初中 lie in."""
    return tuple(band for band, pattern in AGES if re.search(pattern, text))


@lru_cache(256)
def name_for(kind: str, text: str) -> str:
    """A name in ASCII for any text, the same for the same text."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}", text):
        return text
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:10]}"
