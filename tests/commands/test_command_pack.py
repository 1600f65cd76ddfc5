"""`kiosk pack`: reports, installing, exit codes, and what is said in both languages."""

import json
from pathlib import Path

import pytest

from kiosk.core.clock import SystemClock
from kiosk.store import Store
from tests.commands.commands_help import FILES, kiosk

KEYS = {"format", "good", "mend", "refused", "problems"}
PROBLEM = {"sheet", "row", "column", "code", "level", "what", "how"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("考试宝-反诈题库.xlsx", 0),
        ("有错的-反诈题库.xlsx", 1),
        ("Kahoot-反诈题库.xlsx", 1),
        ("学生名册.xlsx", 2),
    ],
)
def test_check_reports_as_the_contract_fixes_it(name: str, code: int, tmp_path: Path) -> None:
    """Keys and exit code; nothing is written, not even a home."""
    done = kiosk("pack", "check", FILES / name, "--json", "--home", tmp_path / "home")
    assert (done.code, done.err) == (code, "")
    report = done.json
    assert set(report) == KEYS
    assert all(set(problem) == PROBLEM for problem in report["problems"])
    assert all(
        problem["row"] >= 1 and problem["level"] in ("error", "warning", "hint") for problem in report["problems"]
    )
    assert report["refused"] is None or set(report["refused"]) == {"code", "what", "how"}
    assert list(tmp_path.iterdir()) == []


def test_check_reads_well_without_json() -> None:
    """Place, what is wrong and what to do, in Chinese; in English when the environment asks for it."""
    done = kiosk("pack", "check", FILES / "有错的-反诈题库.xlsx")
    assert "能玩：6 题　要修改：9 行" in done.out
    assert "【要改】 Sheet · 第 8 行 · 正确答案：答案是“F”" in done.out
    english = kiosk("pack", "check", FILES / "有错的-反诈题库.xlsx", lang="en_US.UTF-8").out
    assert "good: 6 items, to mend: 9 rows" in english
    assert "[mend] Sheet · row 8 · 正确答案: The answer is “F”, but this question has 4 options" in english


def test_install_list_rollback_remove(tmp_path: Path) -> None:
    """A bank's life."""
    home = ("--home", tmp_path / "home")
    sheet = tmp_path / "题库.csv"
    sheet.write_text("题干,选项A,选项B,答案,解析\n为什么？,甲,乙,A,因为。\n", "utf-8")
    first = kiosk("pack", "install", sheet, "--json", *home)
    assert first.code == 0
    assert set(first.json) == KEYS | {"installed"}
    installed = first.json["installed"]
    assert (installed["version"], installed["items"], installed["playable"]) == ("1.0.0", 1, 1)
    sheet.write_text("题干,选项A,选项B,答案,解析\n为什么？,甲,乙,B,因为。\n", "utf-8")
    assert kiosk("pack", "install", sheet, "--json", *home).json["installed"]["version"] == "1.0.1"
    listed = [row for row in kiosk("pack", "list", "--json", *home).json["packs"] if row["id"] == installed["id"]]
    assert [(row["version"], row["state"]) for row in listed] == [("1.0.1", "active"), ("1.0.0", "kept")]
    assert "退回到 1.0.0 版" in kiosk("pack", "rollback", installed["id"], *home).out
    assert kiosk("pack", "remove", installed["id"], *home).code == 0
    assert installed["id"] not in kiosk("pack", "list", *home).out
    gone = kiosk("pack", "remove", installed["id"], *home)
    assert (gone.code, gone.out) == (2, "")
    assert gone.err.startswith(f"没有装过题库“{installed['id']}”。")


def test_install_of_what_cannot_be_used_installs_nothing(tmp_path: Path) -> None:
    """The report says why; no home is made for it."""
    done = kiosk("pack", "install", FILES / "学生名册.xlsx", "--json", "--home", tmp_path / "home")
    assert (done.code, done.json["installed"]) == (2, None)
    assert list(tmp_path.iterdir()) == []


def test_install_while_the_kiosk_has_the_home_open(tmp_path: Path) -> None:
    """Two processes at one home; the open one sees the new bank at once."""
    store = Store.open(tmp_path / "home", SystemClock())
    done = kiosk("pack", "install", FILES / "考试宝-反诈题库.xlsx", "--home", tmp_path / "home")
    assert done.code == 0, done.err
    with store.read() as db:
        assert db.execute("SELECT title FROM pack WHERE origin = 'local'").fetchone()[0] == "考试宝-反诈题库"
    store.close()


def test_home_may_stand_before_the_inner_command(tmp_path: Path) -> None:
    """It must never be lost on the way: another home would be changed."""
    for arguments in (("pack", "--home", tmp_path / "a", "list"), ("--home", tmp_path / "b", "pack", "list")):
        assert kiosk(*arguments, KIOSK_HOME=str(tmp_path / "wrong")).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_native_bank_is_installed_under_its_own_version(tmp_path: Path) -> None:
    """And refused when the version was used for other content."""
    bank = {
        "format": 1,
        "id": "a.b",
        "version": "2.0.0",
        "title": "题库",
        "language": "zh",
        "licence": "CC0",
        "author": "我",
    }
    options = [{"key": "A", "text": "甲"}, {"key": "B", "text": "乙"}]
    item = {
        "id": "1",
        "kind": "choice",
        "stem": "为什么？",
        "right": ["A"],
        "options": options,
        "explanation": "因为。",
    }
    path = tmp_path / "bank.json"
    home = ("--home", tmp_path / "home")
    path.write_text(json.dumps({**bank, "items": [item]}), "utf-8")
    assert kiosk("pack", "install", path, "--json", *home).json["installed"]["version"] == "2.0.0"
    path.write_text(json.dumps({**bank, "items": [{**item, "right": ["B"]}]}), "utf-8")
    again = kiosk("pack", "install", path, *home)
    assert again.code == 2
    assert "2.0.0" in again.err
