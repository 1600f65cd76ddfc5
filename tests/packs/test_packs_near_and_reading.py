"""Questions that are nearly the same, in one file and across banks; texts that are hard to read for an age."""

import time
from dataclasses import replace

from kiosk.core.item import from_json
from kiosk.packs.library import Library
from kiosk.packs.native import built_in_bank
from kiosk.packs.near import NearTexts
from kiosk.packs.reading import common, same_text
from tests.packs.packs_help import QUIZZES, CheckText, codes, example

HEAD = "题干,选项A,选项B,选项C,答案,解析,年级\n"
STEM = "群里有人说加他好友就送游戏皮肤，要先扫码交10元保证金，你会怎么做？"
ROW = ",交10元试试,不理他告诉家长,转发给同学,B,因为。,高年级\n"


def test_nearly_the_same_in_one_file(check_text: CheckText) -> None:
    """Another number, another word: told with the earlier row; another question is not."""
    text = HEAD + STEM + ROW + STEM.replace("10元", "20元") + ROW + "网店客服说你误开了会员，要你共享屏幕，你会？" + ROW
    checked = check_text(text, "a.csv")
    assert codes(checked, "warning") == [(3, "near_duplicate")]
    assert checked.report.problems[0].params["first"] == 2


def test_nearly_the_same_as_an_installed_one(library: Library, check_text: CheckText) -> None:
    """The other bank is named; a new version of the same bank is not compared with the old one."""
    library.install_checked(check_text(HEAD + STEM + ROW, "甲.csv"))
    other = library.compared(check_text(HEAD + STEM.replace("10元", "30元") + ROW, "乙.csv"))
    assert [(one.code, one.params["title"]) for one in other.report.problems] == [("near_installed", "甲")]
    assert library.compared(check_text(HEAD + STEM + "？" + ROW, "甲.csv")).report.problems == ()


def test_chats_and_messages_are_compared_by_what_they_say() -> None:
    """The same stem stands over many messages."""
    chat = from_json(example("skin-401"))
    known = NearTexts()
    known.add(same_text(chat))
    assert known.find(same_text(replace(chat, stem="你来回答他。"))) == 0
    assert known.find(same_text(from_json(example("skin-201")))) is None


def test_ten_thousand_texts_do_not_take_long() -> None:
    """All of them alike: no text is compared with all others."""
    known = NearTexts()
    start = time.process_time()
    for number in range(10_000):
        text = f"第{number}题群里有人说加他好友就送游戏皮肤要先扫码交{number}元保证金你会怎么做"
        known.find(text)
        known.add(text)
    assert time.process_time() - start < 3.0


def test_long_sentences_and_rare_characters_are_hints(check_text: CheckText) -> None:
    """Measured for the youngest age that an item is for."""
    long = "，".join(["小明在网上看到一条消息"] * 5) + "，他该怎么办？"
    rare = "魑魅魍魉饕餮耄耋说的是谁？"
    rows = (f"{long},甲,乙,丙,B,因为。,{{}}\n", f"{rare},甲,乙,丙,B,因为。,{{}}\n")
    assert codes(check_text(HEAD + "".join(rows).format("低年级", "低年级"), "a.csv"), "hint") == [
        (2, "sentence_long"),
        (3, "characters_rare"),
    ]
    assert codes(check_text(HEAD + "".join(rows).format("初中", "初中"), "b.csv"), "hint") == []


def test_common_characters_are_those_of_the_first_level() -> None:
    """3,755 of them."""
    assert len(common() - {""}) == 3_755
    assert {"骗", "码", "验"} <= common()
    assert "魑" not in common()


def test_built_in_banks_read_well_and_repeat_nothing(check_text: CheckText) -> None:
    """Hardly a hint, and no question twice."""
    known = NearTexts()
    banks = [bank for path in sorted(QUIZZES.glob("*.json")) if (bank := built_in_bank(path))]
    assert len(banks) >= 13
    for item in (item for bank in banks for item in bank.items):
        text = same_text(item)
        assert known.find(text) is None, item.id
        known.add(text)
