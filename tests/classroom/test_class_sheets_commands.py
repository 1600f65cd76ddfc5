"""`kiosk class sheets` and `read-sheets`: printed, filled in, scanned as one PDF, recorded once."""

import io
import json
import subprocess
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from kiosk.classroom import Asked
from kiosk.commands import main
from kiosk.core.answer_sheet import from_digits
from kiosk.core.clock import SystemClock
from kiosk.core.events import FormStarted, ItemAnswered
from kiosk.privacy.guardian import Guardian
from kiosk.store import class_sessions, settings
from kiosk.store.store import Store
from tests.classroom.class_help import make_room
from tests.classroom.sheets_help import DPI, PENCIL, answers, fill, fill_code, filled, half

BASE = "运河少年网络文明基地"


def scanned(pages: list[Image.Image]) -> bytes:
    """A scanner's PDF: each page one JPEG."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=DPI, quality=80)
    return out.getvalue()


def on_paper(pdf: Path, folder: Path) -> list[Image.Image]:
    """The pages of what the command made, as a printer prints them."""
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", str(pdf), str(folder / "page")], check=True)
    return [Image.open(path).convert("L") for path in sorted(folder.glob("page-*.pgm"))]


def test_sheets_are_made_scanned_and_read_back_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three sheets, one with a doubt: two are recorded, the third waits; the second time nothing is new.

    One bears the pictures of a card that this kiosk has issued: it can be matched.
    """
    home, out, random = tmp_path / "home", tmp_path / "out", Random(8)
    out.mkdir()
    assert main(["class", "read-sheets", "--home", str(home), str(tmp_path / "no.jpg")]) == 2
    assert "no.jpg" in capsys.readouterr().err
    store = Store.open(home, SystemClock())
    settings.save(store, "base_name", BASE).result()
    session = make_room(store, SystemClock(), base=BASE).start(Asked("五（2）班", "pre_post"), "teacher")
    with store.read() as connection:
        present = settings.read_all(connection)
    pictures = Guardian(home, store, SystemClock(), lambda: present).codes.issue(
        "17", "2026-11-20", "五（2）班", "admin"
    )
    store.close()
    assert main(["class", "sheets", "--count", "3", "--json", "--home", str(home), str(out)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sheets"] == 3 and told["code"] == session.code and len(told["files"]) == 3
    page, second = on_paper(Path(told["files"][0]["file"]), tmp_path)
    given = [answers(random, 0) for _ in range(3)]
    sheets = [filled(half(page, 0), given[0], PENCIL, random), filled(half(page, 1), given[1], PENCIL, random)]
    fill_code(sheets[0], pictures, PENCIL, random)
    fill(sheets[1], 2, "scam", PENCIL, random)
    fill(sheets[1], 2, "genuine", PENCIL, random)
    page.paste(sheets[0], (0, 0))
    page.paste(sheets[1], (0, half(page, 0).height))
    second.paste(filled(half(second, 0), given[2], PENCIL, random), (0, 0))
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(scanned([page.rotate(180), second]))
    for recorded, known in ((2, 0), (0, 2)):
        assert main(["class", "read-sheets", "--json", "--home", str(home), str(scan)]) == 1
        read = json.loads(capsys.readouterr().out)
        assert (read["recorded"], read["known"], read["refused"], read["without"]) == (recorded, known, [], [])
        assert [(one["sheet"], one["rows"]) for one in read["doubtful"]] == [(2, [3])]
        assert (read["coded"], read["uncoded"]) == (recorded // 2, 0)
    assert main(["class", "read-sheets", "--home", str(home), str(scan)]) == 1
    assert "第 2 号的第 3 题" in capsys.readouterr().out
    store = Store.open(home, SystemClock())
    with store.read() as connection:
        facts = [one.event for one in class_sessions.own_facts(connection, session.id)]
    store.close()
    begun = [one for one in facts if isinstance(one, FormStarted) and one.way == "sheet"]
    assert sorted(bool(one.returning) for one in begun) == [False, True]
    assert [one.chosen for one in facts if isinstance(one, ItemAnswered)] in (
        [(one,) for one in (*given[0], *given[2])],
        [(one,) for one in (*given[2], *given[0])],
    )


def test_sheets_for_a_class_that_has_not_begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a code of one's own, for booklets and for the big screen; what it cannot know it says."""
    home = tmp_path / "home"
    asked = ["class", "sheets", "--home", str(home), "--count", "2", str(tmp_path)]
    assert main([*asked]) == 2
    assert main([*asked, "--code", "12"]) == 2
    assert main([*asked, "--code", "2468", "--way", "screen"]) == 0
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    capsys.readouterr()
    assert main([*asked, "--code", "2468", "--moment", "booster"]) == 0
    assert "2468" in capsys.readouterr().out and len(list(tmp_path.glob("*.pdf"))) == 3
    assert from_digits("95" + "0" * 20, BASE) is None and from_digits("9600", BASE) is None
