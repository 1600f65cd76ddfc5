"""The class report as a file: a PDF that says what the screen says, JSON for programs, by command or not at all."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.commands import main
from kiosk.core.errors import KioskError
from kiosk.exports.class_report import Wanted
from kiosk.exports.class_report_file import Dressed, as_json, make_report, write_report
from kiosk.exports.class_report_words import front
from tests.exports.class_report_help import CLASS, NAMES, World
from tests.exports.test_exports_class_report import lesson, playing

DRESSED = Dressed(NAMES, "灯河镇基地", "2026-11-20")


@pytest.fixture
def world() -> World:
    """A class that learned, with a few away, and play."""
    world = World()
    lesson(world, 34, 30)
    playing(world, 9, label=CLASS)
    return world


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils are not installed")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pdf_says_what_the_screen_says(world: World, tmp_path: Path, language: str) -> None:
    report = make_report(world.db, Wanted(world.session), NAMES)
    out = tmp_path / "report.pdf"
    dressed = Dressed(NAMES, "灯河镇基地", "2026-11-20", language)
    written = write_report(report, "pdf", dressed, out)
    assert written.bytes == out.stat().st_size
    text = subprocess.run(["pdftotext", out, "-"], capture_output=True, check=True).stdout.decode()
    flat = "".join(text.split())
    for section in front(report, language):
        for said in (section.title, *section.sentences, *(value for _, value in section.numbers)):
            assert "".join(said.split()) in flat, said
    assert "灯河镇基地" in flat and "小海豚" not in flat
    if language == "en":
        write_report(report, "pdf", dressed, tmp_path / "again.pdf")
        assert (tmp_path / "again.pdf").read_bytes() == out.read_bytes(), "the same report is the same file"


def test_json_hides_what_the_report_hides(world: World) -> None:
    report = make_report(world.db, Wanted(world.session), NAMES)
    told = as_json(report, DRESSED)
    figures = told["figures"]["forms"]
    assert figures["changes"][0]["not_back"] is None
    assert [one["children"] for one in figures["moments"]] == [30, 30]
    assert "34" not in json.dumps(told["sections"], ensure_ascii=False)
    assert told["figures"]["present"] == 0 and "secret" not in json.dumps(told)


def test_what_is_not_there_is_said(world: World) -> None:
    for wanted, code in (
        (Wanted("no-such-session"), "class_report.no_session"),
        (Wanted(class_label="九年级（9）班"), "class_report.no_such_class"),
    ):
        with pytest.raises(KioskError) as failed:
            make_report(world.db, wanted, NAMES)
        assert failed.value.code == code


def test_a_failed_write_leaves_nothing(world: World, tmp_path: Path) -> None:
    report = make_report(world.db, Wanted(world.session), NAMES)
    with pytest.raises(KioskError):
        write_report(report, "json", DRESSED, tmp_path / "nowhere" / "report.json")
    assert list(tmp_path.iterdir()) == []


def test_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Simulated sessions are listed and reported on only when asked for."""
    home = ["--home", str(tmp_path / "home")]
    assert main(["simulate", "--answers", "2200", "--seed", "5", *home]) == 0
    capsys.readouterr()
    assert main(["export", "class", "--list", *home]) == 0
    assert "还没有上过课" in capsys.readouterr().out
    assert main(["export", "class", "--list", "--every-origin", "--json", *home]) == 0
    (session,) = json.loads(capsys.readouterr().out)
    out = tmp_path / "report.json"
    wanted = ["export", "class", "--session", session["session"], *home, "--format", "json"]
    assert main([*wanted, "--every-origin", str(out)]) == 0
    assert "读回来核对过" in capsys.readouterr().out
    told = json.loads(out.read_text("utf-8"))
    assert told["figures"]["forms"]["changes"] and session["class"] in told["title"]
    names = {part["name"] for part in told["figures"]["tricks"]}
    assert all("·" in name and name.isascii() is False for name in names), names
    assert main([*wanted, str(out)]) == 2
    assert "找不到这节课" in capsys.readouterr().err
    assert main(["export", "class", "--class", session["class"], "--every-origin", *home]) == 2
    assert "没有说写到哪个文件" in capsys.readouterr().err
    pdf = tmp_path / "class.pdf"
    spanned = ["--class", session["class"], "--from", "2020-01-01", "--to", "2099-12-31", "--every-origin"]
    assert main(["export", "class", *spanned, *home, "--json", str(pdf)]) == 0
    assert json.loads(capsys.readouterr().out)["bytes"] == pdf.stat().st_size
