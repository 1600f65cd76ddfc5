"""The national convention, letter for letter, and our situations: enough, correct in form, kind in tone."""

import re
from collections import Counter, defaultdict

from kiosk.packs.convention import LINES
from kiosk.packs.our_pictures import is_ours
from kiosk.packs.parts.conventions import faults, pictures
from tests.stations.convention_help import national, official

TEXT = (
    "要善于网上学习，不浏览不良信息；"
    "要诚实友好交流，不侮辱欺诈他人；"
    "要增强自护意识，不随意约会网友；"
    "要维护网络安全，不破坏网络秩序；"
    "要有益身心健康，不沉溺虚拟时空。"
)
"""《全国青少年网络文明公约》 as published on 2001-11-22."""
CONVENTION = official()
UNKIND = re.compile(r"笨|傻|蠢|坏孩子|丢脸|活该|死|血|裸")
NAMES = re.compile(r"小明|小红|小刚|小丽|小华")


def test_the_official_text_is_kept_letter_for_letter() -> None:
    assert "；".join(line.text for line in CONVENTION.lines) + "。" == TEXT
    assert tuple(line.text for line in CONVENTION.lines) == LINES
    assert (CONVENTION.title, CONVENTION.date) == ("全国青少年网络文明公约", "2001-11-22")
    assert CONVENTION.issuer == "共青团中央、教育部等"
    assert all([half.mark for half in line.halves] == ["要", "不"] for line in CONVENTION.lines)


def test_it_passes_the_checks_and_its_pictures_are_there() -> None:
    data = national().data
    assert faults(dict(data)) == []
    for path, name in pictures(data):
        assert is_ours(name), (path, name)


def test_there_are_sixty_situations_with_two_look_alikes_each() -> None:
    assert len(CONVENTION.situations) >= 60
    groups = defaultdict(list)
    for one in CONVENTION.situations:
        groups[one.alike].append(one)
    for group in groups.values():
        assert len(group) == 3
        assert len({one.picture for one in group}) == 1, "look-alikes have one picture"
        assert len({(one.line, one.half) for one in group}) == 3, "reading tells them apart"
    assert len({one.text for one in CONVENTION.situations}) == len(CONVENTION.situations)


def test_every_line_has_situations_of_both_halves() -> None:
    counted = Counter((one.line, one.half) for one in CONVENTION.situations)
    for line in CONVENTION.lines:
        assert counted[line.id, 0] >= 4 and counted[line.id, 1] >= 4


def test_texts_are_short_kind_and_name_nobody() -> None:
    for one in CONVENTION.situations:
        for text in (one.text, one.why, one.look):
            assert not UNKIND.search(text) and not NAMES.search(text), text
            assert text[-1] in "。？！”", text
        assert len(one.text) <= 34 and len(one.why) <= 30, one.text


def test_what_is_good_to_do_is_told_of_you_and_the_rest_of_others() -> None:
    """Nobody is told that they did wrong."""
    for one in CONVENTION.situations:
        assert "你" in one.text or one.half == 1, one.text
        if one.half == 1:
            assert "你" not in one.text.replace("你”", ""), one.text
