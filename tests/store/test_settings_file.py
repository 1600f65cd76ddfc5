"""`kiosk.toml`: what it may say, what is refused and why, and that it goes out and comes in the same."""

from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.core.words import LANGUAGES
from kiosk.store.settings import SETTINGS, Value
from kiosk.store.settings_file import LARGEST_BYTES, Draft, load, read, write

NOW = {key: setting.default for key, setting in SETTINGS.items()}
WEEK = ["08:30-17:00"] * 5 + ["09:00-12:00", ""]


def told(text: str, language: str = "zh") -> str:
    """What a person reads of a refused file."""
    draft = read(text, NOW)
    assert draft.faults
    return " ".join(one.told(language) for one in draft.faults)


def test_a_written_file_is_read_as_it_was() -> None:
    """In both languages; what nobody touched stays a comment, so that later defaults hold."""
    values: dict[str, Value] = {"base_name": "示例“基地”", "volume": 0.5, "opening_hours": WEEK, "sleep_closed": False}
    values |= {"volume_by_hour": [100] * 12 + [30] * 12, "classes": ["三年级（1）班"]}
    for language in LANGUAGES:
        text = write({**NOW, **values}, language)
        assert all(f"\n# {key} = " in text or f"\n{key} = " in text for key in SETTINGS)
        assert read(text, NOW) == Draft(values)
    assert read(write(NOW, "zh"), NOW) == Draft({})


def test_only_what_differs_is_a_change() -> None:
    draft = read('format = 1\nvolume = 0.8\nhand = "left"', NOW)
    assert draft.changes(NOW) == {"hand": "left"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("format = 1\n\nvolme = 1", "第 3 行：没有叫“volme”的设置，是不是“volume”？"),
        ('format = 1\nadmin_pin = "123456"', "第 2 行：没有叫“admin_pin”的设置。请删掉这一行"),
        ("format = 1\nvolume = 2", "第 2 行：“volume”不能是 2。0 到 1 的数。"),
        ("format = 1\nvolume = nan", "第 2 行：“volume”不能是 nan"),
        ('format = 1\nhand = "both"', "可以是：right · left。"),
        ("format = 1\ncalm_default = 1", "true（是）或 false（否）"),
        ('format = 1\nopening_hours = ["8:30-17:00"]', "周一到周日七段时间"),
        ("format = 1\nvolume_by_hour = [1, 2]", "24 个百分数"),
        ('format = 1\ntake_home_url = "javascript:x"', "https:// 开头"),
        ('format = 1\nbase_name = "两\\n行"', "一行文字"),
        ("format = 1\n[volume]\nx = 1", "第 2 行"),
        ("format = 1\nidle_reset_s = 50", "至少要比提醒"),
        ('format = 1\nbooth_mode = "consent"', "谁负责"),
        ("format = 1\nvolume = = 2", "第 2 行：这里写得不对"),
        ("volume = 0.5", "format = 1"),
        ("format = true", "format = 1"),
        ("format = 2", "更新版本"),
    ],
)
def test_a_mistake_is_told_by_line_and_key(text: str, words: str) -> None:
    assert words in told(text)
    assert told(text, "en")


def test_two_that_belong_together_may_both_change() -> None:
    """Nobody is asked to change them one by one."""
    assert not read("format = 1\nidle_countdown_s = 100\nidle_reset_s = 120", NOW).faults
    assert not read('format = 1\nbooth_mode = "consent"\nprivacy_officer = "德育处"', NOW).faults


def test_all_mistakes_are_told_at_once() -> None:
    draft = read("format = 1\nvolume = 2\nnothing = 1\nhand = 'left'", NOW)
    assert [one.line for one in draft.faults] == [2, 3]


def test_strange_files_are_refused_with_a_sentence(tmp_path: Path) -> None:
    """Too large, no text, a folder; a mark of Windows at the beginning is fine."""
    file = tmp_path / "kiosk.toml"
    file.write_bytes(b"\xef\xbb\xbfformat = 1\r\nvolume = 0.5\r\n")
    assert read(load(file), NOW).values == {"volume": 0.5}
    for content, code in ((b"#" * (LARGEST_BYTES + 1), "settings.file_large"), (b"\xb2\xe2", "settings.file_text")):
        file.write_bytes(content)
        with pytest.raises(KioskError) as refusal:
            load(file)
        assert refusal.value.code == code
    with pytest.raises(KioskError) as refusal:
        load(tmp_path)
    assert refusal.value.code == "settings.file_unread"
