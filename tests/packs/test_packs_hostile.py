"""Files that mean harm, or look like it: each is refused or defused with its own sentence, quickly."""

import json
import struct
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.packs.sheet_area import ods_area, xlsx_area
from tests.packs.packs_help import FILES, Check, CheckText

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
GOOD = FILES / "考试宝-反诈题库.xlsx"


def with_sheet(path: Path, sheet: bytes) -> Path:
    """A workbook like the good one with another sheet."""
    with zipfile.ZipFile(GOOD) as good, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bad:
        for name in good.namelist():
            bad.writestr(name, sheet if name.endswith("sheet1.xml") else good.read(name))
    return path


def refusal(check: Check, path: Path) -> str:
    """The code with which a file is refused, within a second of work."""
    start = time.process_time()
    report = check(path).report
    assert time.process_time() - start < 1.0
    assert report.refused is not None
    assert (report.good, report.mend, report.exit_code) == (0, 0, 2)
    return report.refused.code


def test_zip_bomb(tmp_path: Path, check: Check) -> None:
    """256 MiB of zeros in some 1 MB: refused by the directory, before anything is unpacked."""
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb,
        bomb.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(256):
            member.write(bytes(1 << 20))
    assert refusal(check, path) == "zip_bomb"


def test_directory_that_lies_about_sizes(tmp_path: Path, check: Check) -> None:
    """The directory says 1,000 bytes, the member holds 60 MB."""
    path = with_sheet(tmp_path / "liar.xlsx", bytes(60 << 20))
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(mark)
        while at >= 0:
            if int.from_bytes(data[at + place : at + place + 4], "little") == 60 << 20:
                data[at + place : at + place + 4] = (1_000).to_bytes(4, "little")
            at = data.find(mark, at + 4)
    path.write_bytes(data)
    assert refusal(check, path) == "zip_broken"


def test_too_many_members(tmp_path: Path, check: Check) -> None:
    """A directory of 3,000 names."""
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as many:
        for number in range(3_000):
            many.writestr(f"{number}.txt", "")
    assert refusal(check, path) == "zip_many"


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">' + "<c><v>1</v></c>" * 200 + "</row>",
        '<row x=">" r="1048576"><c x=">" r="XFD9"><v>1</v></c></row>',
        '<row r = "1048576">' + "<c y='r=\"A1\"'><v>1</v></c>" * 2_000 + "</row>",
        '<row r="1"><c r="trueK8"><v>1</v></c></row>',
        '<row r="1"><c r="xfd1048576"><v>1</v></c></row>',
        '<row r="1"><c r="&#88;FD1048576"><v>1</v></c></row>',
        '<row r="00000001048576"><c><v>1</v></c></row>',
        "<row r='1'><c t='n' r='A1'><v>1</v></c></row><row r='900000'><c t='n' r='ZZ900000'><v>1</v></c></row>",
    ],
)
def test_sheet_with_far_corners(cells: str, tmp_path: Path, check: Check) -> None:
    """A reader would fill 17 thousand million cells and die."""
    assert refusal(check, with_sheet(tmp_path / "far.xlsx", SHEET.format(cells).encode())) == "sheet_huge"


def test_ods_with_repeated_rows(tmp_path: Path, check: Check) -> None:
    """A hundred bytes that stand for ten million cells; empty repeats at the end, as every ods has them, are fine."""
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="100"><text:p>x</text:p>'
    row = f'<table:table-row table:number-rows-repeated="100000">{cell}</table:table-cell></table:table-row>'
    path = tmp_path / "bomb.ods"
    with zipfile.ZipFile(path, "w") as ods:
        ods.writestr("content.xml", f"<table:table>{row}</table:table>")
    assert refusal(check, path) == "sheet_huge"
    empty = b'<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row></table:table>'
    assert ods_area(b"<table:table-row><table:table-cell>1</table:table-cell></table:table-row>" + empty) == 1


def test_ods_that_never_ends(tmp_path: Path, check: Check) -> None:
    """A table that is not closed: the reader would wait for its end for ever."""
    cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    path = tmp_path / "open.ods"
    with zipfile.ZipFile(path, "w") as ods:
        ods.writestr("content.xml", f"<a><table:table><table:table-row>{cell}</table:table-row></table/a>")
    assert refusal(check, path) == "zip_broken"


def test_sheet_area_counts_what_a_reader_fills() -> None:
    """Empty formatted cells far away do not count."""
    assert xlsx_area(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="ZZ9" s="1"/></row>') == 1
    assert xlsx_area(b'<row r="3"><c r="C3" t="s"><v>1</v></c></row>') == 9


def test_entities_in_a_workbook(tmp_path: Path, check: Check) -> None:
    """No document type is opened."""
    sheet = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + SHEET.format("").encode()
    assert refusal(check, with_sheet(tmp_path / "entity.xlsx", sheet)) == "xml_entities"


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE quiz SYSTEM "http://evil.example/a.dtd">',
    ],
)
def test_entities_in_xml(declared: str, check_text: CheckText) -> None:
    """Neither bombs nor files of this machine."""
    refused = check_text(f"{declared}<quiz>&a;</quiz>", "a.xml").report.refused
    assert refused is not None
    assert refused.code == "xml_entities"


def test_formula_cells_are_text(check_text: CheckText) -> None:
    """What looks like a formula is shown and never run."""
    bank = check_text("题干,选项A,选项B,答案,解析\n=1+1 等于几？,=2,@3,A,+因为。\n", "a.csv").bank
    assert bank is not None
    assert [option.text for option in bank.items[0].options] == ["=2", "@3"]


def test_hidden_characters_do_not_reach_the_screen(check_text: CheckText) -> None:
    """Bidirectional overrides and control characters can reorder what a child reads."""
    bank = check_text("题干,选项A,选项B,答案,解析\n\u202e真\x07的吗\u200b？,甲,乙,A,因为。\n", "a.csv").bank
    assert bank is not None
    assert bank.items[0].stem == "真的吗？"


def test_cell_of_two_million_characters(check_text: CheckText) -> None:
    """One row to mend, the others are good."""
    text = f"题干,选项A,选项B,答案,解析\n{'长' * 2_000_000},甲,乙,A,因为。\n为什么？,甲,乙,A,因为。\n"
    report = check_text(text, "a.csv").report
    assert (report.good, report.mend, report.problems[0].code) == (1, 1, "stem_too_long")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file_empty"),
        ("   \n", "file_empty"),
        ("{", "json_broken"),
        ("[" * 100_000, "json_broken"),
        ('{"a": ' + "9" * 5_000 + "}", "json_broken"),
        ("[1, 2]", "not_a_bank"),
        ('{"hello": 1}', "not_a_bank"),
        ('{"format": 2, "items": []}', "format_newer"),
        ('{"format": 1, "items": []}', "bank_fault"),
        ("<html><table></table></html>", "kind_unread"),
        ("<quiz><question></quiz>", "xml_broken"),
        ("<other/>", "kind_unread"),
        ("随便写的几句话", "no_header"),
        ("题干,答案\n", "no_questions"),
        (b"\x00\x00\x00\x00\xff", "not_text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1broken", "workbook_broken"),
        (b"PK\x03\x04broken", "zip_broken"),
    ],
)
def test_every_refusal_has_its_sentence(text: str | bytes, code: str, check_text: CheckText) -> None:
    """In both languages, with a remedy."""
    refused = check_text(text, "a.bin").report.refused
    assert refused is not None
    assert refused.code == code
    for language in ("zh", "en"):
        assert all(refused.told(language).values())


def test_workbooks_cut_anywhere(tmp_path: Path, check: Check, capfd: pytest.CaptureFixture[str]) -> None:
    """A copy that was interrupted is refused, not half read; the reader's panics do not show."""
    for name in ("考试宝-反诈题库.xlsx", "老题库-反诈题库.xls"):
        data = (FILES / name).read_bytes()
        for part in (10, len(data) // 3, len(data) - 10):
            path = tmp_path / name
            path.write_bytes(data[:part])
            assert check(path).report.refused is not None
    assert capfd.readouterr().err == ""


def test_nested_brackets_do_not_take_long(check_text: CheckText) -> None:
    """Texts that make careless patterns try everything."""
    start = time.process_time()
    for text in (
        "{" * 200_000 + "=",
        "\n" * 300_000 + "A.",
        "( " * 100_000,
        "A" + " " * 200_000 + "{=",
        "::" * 100_000,
    ):
        check_text(text, "a.gift")
    assert time.process_time() - start < 5.0


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(alphabet="题干答案,选项AB\n=~{}#:\"'<>/&;[]1. T％√\\", max_size=300)))
def test_any_bytes_are_answered(check_text: CheckText, content: bytes | str) -> None:
    """No content brings the check down; the report can be told."""
    report = check_text(content, "fuzz.bin").report
    json.dumps(report.told("zh"))


OLD = FILES / "老题库-反诈题库.xls"


def test_xls_whose_chains_go_in_circles(tmp_path: Path, check: Check) -> None:
    """The reader would follow the directory for ever and take all memory."""
    data = bytearray(OLD.read_bytes())
    table, folder = struct.unpack_from("<I", data, 76)[0], struct.unpack_from("<I", data, 48)[0]
    struct.pack_into("<I", data, (table + 1) * 512 + folder * 4, folder)
    path = tmp_path / "circle.xls"
    path.write_bytes(data)
    assert refusal(check, path) == "workbook_broken"


@pytest.mark.parametrize(
    ("record", "place", "number", "code"),
    [
        (b"\x00\x02\x0e\x00", 4, 0x7FFFFFFF, "sheet_huge"),
        (b"\x00\x02\x0e\x00", 0, 0xFF000000, "workbook_broken"),
        (b"\xfc\x00\xc7\x05", 4, 0x7FFFFFFF, "workbook_broken"),
    ],
)
def test_xls_that_names_absurd_counts(
    record: bytes, place: int, number: int, code: str, tmp_path: Path, check: Check
) -> None:
    """Rows of a sheet, strings of the table: the reader would make room for all of them."""
    data = bytearray(OLD.read_bytes())
    struct.pack_into("<I", data, data.index(record) + 4 + place, number)
    path = tmp_path / "counts.xls"
    path.write_bytes(data)
    assert refusal(check, path) == code
