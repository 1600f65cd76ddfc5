"""Our scripts for the booth: enough at each level, of a length that can be read, true to the official text."""

import json
import re
from collections import Counter
from typing import Any

import pytest

from kiosk.core.places import program_folder
from kiosk.packs.convention import LINES

FILE = program_folder() / "content" / "scripts" / "ours.json"
SCRIPTS: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))["scripts"]
LENGTHS = {"lower": (60, 115), "upper": (85, 200), "junior": (200, 340)}
"""Characters: half a minute for those who read slowly, up to two minutes for the eldest."""


def length(script: dict[str, Any]) -> int:
    return sum(len(line["text"]) for line in script.get("lines", ()))


def test_there_are_enough_for_everybody() -> None:
    """At least 24; each theme at each level, duets among them, and free talk."""
    assert len(SCRIPTS) >= 24
    assert {(one["theme"], one["level"]) for one in SCRIPTS} == {
        (theme, level)
        for theme in ("civility", "bulletin", "rumour", "convention", "rehearsal", "free")
        for level in LENGTHS
    }
    assert sum(any(line["voice"] == 2 for line in one.get("lines", ())) for one in SCRIPTS) >= 5
    assert min(Counter(one["level"] for one in SCRIPTS).values()) >= 7


@pytest.mark.parametrize("script", [one for one in SCRIPTS if "lines" in one], ids=lambda one: one["id"])
def test_it_can_be_read_at_its_level(script: dict[str, Any]) -> None:
    """Neither a breath nor a lecture, in sentences that fit the teleprompter; in a duet both speak."""
    least, most = LENGTHS[script["level"]]
    assert least <= length(script) <= most, length(script)
    assert all(len(line["text"]) <= 75 for line in script["lines"])
    voices = [line["voice"] for line in script["lines"]]
    assert set(voices) in ({1}, {1, 2})
    assert voices[0] == 1


@pytest.mark.parametrize("script", [one for one in SCRIPTS if one["theme"] == "convention"], ids=lambda one: one["id"])
def test_the_convention_is_quoted_to_the_letter(script: dict[str, Any]) -> None:
    """The official text, or its first halves where they are announced as such; nothing of anybody's invention."""
    text = "".join(line["text"] for line in script["lines"])
    halves = [half for line in LINES for half in re.split("，", line)]
    whole = all(line in text for line in LINES)
    assert whole or all(half in text for half in halves if half.startswith("要"))
    for found in re.findall(r"不[\u4e00-\u9fff]{6,}", text):
        assert any(found.startswith(half) for half in halves if half.startswith("不")), found


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: one["id"])
def test_nothing_is_asked_that_tells_who_a_child_is(script: dict[str, Any]) -> None:
    """No numbers but the public ones; free talk says itself that names stay away."""
    texts = [line["text"] for line in script.get("lines", ())]
    hints = [prompt["hint"] for prompt in script.get("prompts", ())]
    assert set(re.findall(r"\d{3,}", "".join(texts + hints))) <= {"110", "96110", "12377", "12355"}
    if hints:
        assert any("不说真名" in hint or "不用说真名" in hint or "一位同学" in hint for hint in hints)
