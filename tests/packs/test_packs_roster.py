"""A school's list: classes and seats stay, no name and no number does."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from kiosk.core.clock import SystemClock
from kiosk.core.errors import KioskError
from kiosk.packs.roster import class_label, read_roster
from kiosk.packs.workbook import read_workbook
from kiosk.store import settings
from kiosk.store.seats import merged, read_seats
from kiosk.store.store import Store
from tests.commands.commands_help import kiosk
from tests.privacy.home import everything

LIST = Path(__file__).parent / "files" / "学生名册.xlsx"


def test_a_real_list_gives_classes_and_seats_and_tells_what_it_dropped() -> None:
    roster = read_roster(LIST)
    assert roster.classes == (("四年级（2）班", 40),) and (roster.rows, roster.left) == (40, 0)
    assert roster.dropped == ("姓名", "身份证号", "监护人同意（录音）") and roster.consents


def test_no_name_and_no_number_of_the_file_is_anywhere_in_the_home(tmp_path: Path) -> None:
    """Neither in the database (its log and free pages included) nor in a log nor in what is printed."""
    home = tmp_path / "home"
    done = kiosk("class", "import", LIST, "--home", home)
    assert done.code == 0 and "姓名、身份证号" in done.out and "不算同意" in done.out and "40" in done.out
    told = kiosk("class", "import", LIST, "--home", home, "--json")
    rows = read_workbook(LIST.read_bytes())[0].rows[2:]
    secrets = [cell for row in rows for cell in row[3:5]]
    assert len(set(secrets)) == 80
    held = everything(home) + done.out.encode() + told.out.encode()
    for secret in secrets:
        assert secret.encode() not in held and secret.encode("utf-16-le") not in held
    assert json.loads(told.out)["classes"] == [["四年级（2）班", 40]]
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    with store.read() as connection:
        present = settings.read_all(connection)
        acts = [json.loads(one[0]) for one in connection.execute("SELECT body FROM journal WHERE kind = 'staff_acted'")]
    store.close()
    assert present["classes"] == ["四年级（2）班"] and read_seats(present["class_seats"]) == {"四年级（2）班": 40}
    assert acts[0]["act"] == "roster_imported" and acts[0]["detail"] == "1 classes, 40 seats"


@pytest.mark.parametrize(
    ("grade", "name", "label"),
    [
        *(("四年级", "(2)班", "四年级（2）班"), ("", "四（2）班", "四年级（2）班"), ("初二", "3班", "八年级（3）班")),
        *(("7", "１", "七年级（1）班"), ("", "402班", "四年级（2）班"), ("四年级", "二班", "四年级（2）班")),
        *(("", "彩虹班", "彩虹班"), ("", "张三", ""), ("", "000000201501010010", ""), ("四年级", "", "")),
    ],
)
def test_classes_are_written_as_our_pickers_write_them(grade: str, name: str, label: str) -> None:
    assert class_label(grade, name) == label


def test_a_csv_with_several_classes_and_rows_that_name_none(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(
        "班级,学号,座位号\n三(1)班,20150101,7\n三(1)班,20150102,12\n三(2)班,20150103,\n,20150104,3\n".encode("gb18030")
    )
    roster = read_roster(path)
    assert roster.classes == (("三年级（1）班", 12), ("三年级（2）班", 1)) and roster.left == 1
    assert roster.dropped == ("学号",) and not roster.consents


def test_what_is_no_list_is_refused_and_nothing_kept(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["题干", "正确答案"])
    book.save(tmp_path / "bank.xlsx")
    with pytest.raises(KioskError, match="roster_none"):
        read_roster(tmp_path / "bank.xlsx")
    (tmp_path / "rubbish.xlsx").write_bytes(b"PK\x03\x04 no zip")
    (tmp_path / "nobody.csv").write_text("班级,姓名\n某某,某某\n", "utf-8")
    for name in ("rubbish.xlsx", "nobody.csv", "missing.xlsx"):
        done = kiosk("class", "import", tmp_path / name, "--home", tmp_path / "home")
        assert done.code == 2 and name in done.err


def test_a_later_list_takes_the_place_of_an_earlier_one() -> None:
    kept = merged(["三年级（1）班\t30", "三年级（2）班\t31", "broken"], {"三年级（2）班": 33})
    assert read_seats(kept) == {"三年级（1）班": 30, "三年级（2）班": 33}
