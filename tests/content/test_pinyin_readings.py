"""The syllables above the characters are the ones a teacher would write."""

import json
from typing import Any

import pytest

from kiosk.core.places import program_folder
from kiosk.ui.pinyin import syllables

CONTENT = program_folder() / "content"


@pytest.mark.parametrize(
    ("text", "at", "reading"),
    [
        ("他说得很客气", 2, "de"),
        ("他们得到它", 2, "dé"),
        ("屏幕上弹出一行字", 3, "tán"),
        ("填一份问卷", 4, "juàn"),
        ("家长教你怎么点", 2, "jiāo"),
        ("明天还你两支笔", 2, "huán"),
        ("他还在等", 1, "hái"),
        ("恭喜你被抽中", 5, "zhòng"),
        ("先数到十", 1, "shǔ"),
        ("找数学老师", 1, "shù"),
        ("他能改号码吗", 3, "hào"),
        ("告诉家长", 3, "zhǎng"),
        ("号码很长", 3, "cháng"),
        ("别的卡只剩五只", 3, "zhǐ"),
        ("别的卡只剩五只", 6, "zhī"),
        ("主播数着秒催你", 2, "shǔ"),
        ("一张照片", 3, "piàn"),
        ("钱就还在家里", 2, "hái"),
        ("下课还我就行", 2, "huán"),
        ("妈妈教大家画画", 2, "jiāo"),
    ],
)
def test_characters_with_two_readings(text: str, at: int, reading: str) -> None:
    assert syllables(text)[at] == reading


def test_every_reading_of_the_file_has_a_syllable_a_character() -> None:
    table: dict[str, Any] = json.loads((CONTENT / "pinyin.json").read_text("utf-8"))
    assert all(len(word) == len(reading.split()) for word, reading in table["words"].items())
    for word, reading in table["words"].items():
        assert " ".join(syllables(word)) == reading
