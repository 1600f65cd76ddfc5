"""The fraud families of `quizzes/families.json`, and which one a teacher means."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from kiosk.core.family import Family
from kiosk.core.words import say
from kiosk.packs.plain import fold

LOCAL = Family(
    id="local",
    order=900,
    name="本地题库",
    name_en="Local questions",
    official="",
    monster="monster-skin",
    monster_name="本地小怪",
    monster_name_en="Local goblin",
    review_by="",
)
"""The level of items that name no family: it shows only when a bank that brings such items is installed."""

OTHER_LEVELS = {
    **{moment: f"classroom.moment_{moment}" for moment in ("pre", "post", "booster")},
    "boss_free": "anti_fraud.boss_free",
    "boss_hurry": "anti_fraud.boss_hurry",
    "boss_faces": "anti_fraud.boss_faces",
    "trickster": "exports.mode_trickster",
}
"""Levels that are no family, with the words that name them."""

# What teachers write for a family besides its names. Longer than one character each: they match within a text.
ALIASES: dict[str, tuple[str, ...]] = {
    "game_skin": ("皮肤", "游戏道具", "道具", "游戏账号", "游戏交易", "网络游戏产品"),
    "anti_addiction": ("防沉迷", "解除限制", "游戏时间"),
    "fan_rebate": ("追星", "应援", "粉丝", "返利群", "明星"),
    "scare": ("恐吓", "泄密", "侵犯隐私", "冒充警察", "假警察", "冒充公检法", "公检法", "律师"),
    "fake_service": ("冒充客服", "假客服", "客服", "误开会员", "会员"),
    "click_rebate": ("刷单", "点赞", "兼职", "返利"),
    "fake_teacher": ("冒充老师", "班主任", "冒充熟人", "冒充领导", "学长"),
    "account_rental": ("出借", "租借", "借号", "电话卡", "收款码", "帮信"),
    "fake_shop": ("虚假购物", "二手", "低价周边", "网购"),
    "ai_face": ("ai换脸", "ai换声", "换脸", "换声", "深度伪造", "拟声"),
}


@cache
def load_families(folder: Path) -> tuple[Family, ...]:
    """The families of `folder/families.json` in order. Raises OSError, ValueError, KeyError on a broken file."""
    rows = json.loads((folder / "families.json").read_text("utf-8"))["families"]
    names = Family.__slots__
    return tuple(sorted((Family(**{name: row[name] for name in names}) for row in rows), key=lambda one: one.order))


def level_names(folder: Path, language: str) -> dict[str, str]:
    """What the levels of answers are called: families, the base's own questions, bosses, the ratings of a mode."""
    families = (*load_families(folder), LOCAL)
    names = {family.id: family.name_en if language == "en" else family.name for family in families}
    return names | {level: say(code, language) for level, code in OTHER_LEVELS.items()}


def trick_names(folder: Path, language: str) -> dict[str, str]:
    """What the tricks of `folder/families.json` are called."""
    table = json.loads((folder / "families.json").read_text("utf-8"))
    return {row["id"]: row["name_en" if language == "en" else "name"] for row in table["tricks"]}


def known_ids(folder: Path) -> list[str]:
    """The families of `folder/families.json` and its topics, which are other stations' and no level of the map."""
    table = json.loads((folder / "families.json").read_text("utf-8"))
    return [row["id"] for row in (*table["families"], *table.get("topics", ()))]


def family_of(text: str, families: Sequence[Family]) -> str:
    """The id of the family that `text` names by id, name or alias; empty when none is meant."""
    said = fold(text)
    if len(said) < 2:
        return ""
    for family in families:
        if said in (fold(name) for name in (family.id, family.name, family.name_en, family.official) if name):
            return family.id
    best, length = "", 0
    for family in families:
        parts = fold(family.name).replace("、", "/").split("/")
        matches = [len(said) for part in parts if part == said]
        matches += [len(alias) for alias in ALIASES.get(family.id, ()) if alias in said]
        if matches and max(matches) > length:
            best, length = family.id, max(matches)
    return best
