"""The words in `content/`: complete in both languages, short, kind, and naming nobody."""

import json
import re
from typing import Any

import pytest

from kiosk.core.places import program_folder
from kiosk.packs.parts import KINDS

CONTENT = program_folder() / "content"
ICONS = program_folder() / "assets" / "icons"
GUIDE = ("greetings", "goodbyes")
REPROACH = re.compile(
    r"笨|错了！|不对！|怎么又|太慢|快点|赶快|输了|失败|hurry up|too slow|stupid|you failed", re.IGNORECASE
)


def read(name: str) -> dict[str, Any]:
    """The file `name` of `content/`."""
    found: dict[str, Any] = json.loads((CONTENT / name).read_text("utf-8"))
    assert found["format"] == 1
    return found


def test_nicknames_are_a_closed_list_of_sixty() -> None:
    names = read("nicknames.json")["nicknames"]
    assert len(names) >= 60
    for language in ("zh", "en"):
        assert len({name[language] for name in names}) == len(names)
    assert all(2 <= len(name["zh"]) <= 4 and len(name["en"]) <= 20 for name in names)
    assert not any(re.search(r"王子|公主|哥|姐|弟|妹|先生|小姐", name["zh"]) for name in names)


@pytest.mark.parametrize("name", GUIDE)
def test_the_guide_speaks_kindly_in_both_languages(name: str) -> None:
    lines = read("guide.json")[name]
    assert len(lines["zh"]) == len(lines["en"]) >= 8
    assert all(len(line) <= 20 for line in lines["zh"]) and all(len(line) <= 60 for line in lines["en"])
    assert not any(REPROACH.search(line) for line in (*lines["zh"], *lines["en"]))


def test_the_worry_page_names_whom_to_tell() -> None:
    page = read("worry.json")
    assert len(page["zh"]["people"]) == len(page["en"]["people"]) >= 4
    for language, words in (
        ("zh", ("爸爸妈妈", "老师", "110", "12355")),
        ("en", ("family", "teacher", "110", "12355")),
    ):
        told = json.dumps(page[language], ensure_ascii=False)
        assert all(word in told for word in words)
        assert all((ICONS / f"{person['icon']}.svg").is_file() for person in page[language]["people"])


def test_the_page_on_content_names_every_file() -> None:
    told = (CONTENT / "README.md").read_text("utf-8")
    # `tests/packs/test_packs_parts.py` looks after the schemas of the kinds.
    files = {path.name for path in CONTENT.glob("*.json")} - {f"{kind}.schema.json" for kind in KINDS}
    assert files <= set(re.findall(r"`([\w.]+\.json)`", told))
