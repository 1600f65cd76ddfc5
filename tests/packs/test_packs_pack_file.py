"""Pack files: built, signed, read back; each kind of harm refused with a sentence of its own, leaving nothing."""

import json
import re
import stat
import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from kiosk.core.places import program_folder
from kiosk.packs.keys import public, words
from kiosk.packs.manifest import manifest_faults
from kiosk.packs.pack_build import signed
from kiosk.packs.pack_file import read_pack
from tests.packs.pack_help import KEY, OTHER, bank_text, crafted, pack_bytes, zipped
from tests.packs.packs_help import Check, CheckText, choice, codes

CONTENT = program_folder() / "content"
README = (CONTENT / "README.md").read_text("utf-8")
EXAMPLE: dict[str, Any] = json.loads(re.findall(r"```json manifest\n(.*?)```", README, re.DOTALL)[0])
SCHEMA = Draft202012Validator(json.loads((CONTENT / "pack.schema.json").read_text("utf-8")))
BANK = bank_text(choice("a"))


def refused(look: CheckText, data: bytes) -> str:
    """The code with which a file of these bytes is refused; nothing else comes to lie beside it."""
    start = time.process_time()
    report = look(data, "harm.glow").report
    assert time.process_time() - start < 0.5
    assert report.refused is not None
    for language in ("zh", "en"):
        assert all(report.refused.told(language).values())
    return report.refused.code


def with_member(name: str, mode: int = 0, flags: int = 0, data: bytes = BANK) -> bytes:
    """A sound pack with one member more, whose directory entry says anything."""
    packed = BytesIO(crafted())
    with zipfile.ZipFile(packed, "a") as archive:
        about = zipfile.ZipInfo(name)
        about.external_attr = mode << 16
        archive.writestr(about, data)
    content = packed.getvalue()
    if flags:
        at = content.rindex(b"PK\x01\x02")
        content = content[: at + 8] + flags.to_bytes(2, "little") + content[at + 10 :]
    return content


def test_a_built_pack_is_read_back(tmp_path: Path, check_text: CheckText) -> None:
    """Its banks become one bank with the pack's name; without a signature it is marked."""
    checked = check_text(pack_bytes(tmp_path / "folder", choice("a"), choice("b")), "a.glow")
    assert checked.bank is not None
    assert (checked.report.format, checked.report.good, checked.report.exit_code) == ("pack", 2, 0)
    assert (checked.bank.id, checked.bank.version, checked.bank.title) == ("school.first", "1.0.0", "学校题包")
    assert codes(checked, "warning") == [(1, "pack_unsigned")]


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whenever it is done."""
    assert pack_bytes(tmp_path / "a") == pack_bytes(tmp_path / "b")


def test_a_signature_names_its_key(tmp_path: Path) -> None:
    """The pack keeps its hash; signing again replaces the signature."""
    data = pack_bytes(tmp_path / "folder")
    once = read_pack(signed(data, OTHER))
    again = read_pack(signed(signed(data, OTHER), KEY))
    assert (once.signer, again.signer) == (public(OTHER), public(KEY))
    assert once.hash == again.hash == read_pack(data).hash


def test_keys_are_told_apart_by_words() -> None:
    """Eight words, the same each time; Chinese and English name the same things."""
    assert words(public(KEY), "zh") == words(public(KEY), "zh") != words(public(OTHER), "zh")
    assert [len(words(public(KEY), language).split(gap)) for language, gap in (("zh", "·"), ("en", "-"))] == [8, 8]


def test_rows_of_a_pack_name_their_member(check_text: CheckText) -> None:
    """Bank file and line, as an editor shows it."""
    broken = BANK.replace(b'"choice"', b'"puzzle"')
    checked = check_text(crafted({"banks/one.json": broken, "banks/two.json": BANK}), "a.glow")
    problem = next(one for one in checked.report.problems if one.level == "error")
    assert (problem.sheet, problem.code) == ("banks/one.json", "field_unknown_value")
    assert (checked.report.good, checked.report.mend) == (1, 1)


PLACES = {
    "../evil.json": "zip_slip",
    "banks/../../evil.json": "zip_slip",
    "banks\\..\\..\\evil.json": "zip_slip",
    "/etc/evil.json": "zip_absolute",
    "\\\\server\\share\\evil.json": "zip_absolute",
    "C:\\evil.json": "zip_absolute",
    "banks/NUL": "zip_device",
    "banks/con.json": "zip_device",
    "COM1 .json": "zip_device",
    "题库.json": "pack_name_odd",
    "banks/a b.json": "pack_name_odd",
    "banks/a.json.": "pack_name_odd",
    "banks//a.json": "pack_name_odd",
    f"banks/{'a' * 100}.json": "pack_name_odd",
    "BANKS/ONE.JSON": "pack_name_twice",
    "banks/more.json": "pack_unlisted",
    "run.sh": "pack_unlisted",
}


@pytest.mark.parametrize("name", PLACES)
def test_members_that_mean_to_land_elsewhere(name: str, check_text: CheckText, tmp_path: Path) -> None:
    """Refused by name; nothing was written anywhere."""
    assert refused(check_text, with_member(name)) == PLACES[name]
    assert [path.name for path in tmp_path.rglob("*")] == ["harm.glow"]


def test_links_and_odd_files(check_text: CheckText) -> None:
    """A symbolic link, a named pipe, an encrypted member, a name in GBK, an archive within."""
    assert refused(check_text, with_member("banks/l.json", stat.S_IFLNK | 0o777, data=b"/etc/passwd")) == "zip_link"
    assert refused(check_text, with_member("banks/p.json", stat.S_IFIFO | 0o644)) == "zip_link"
    assert refused(check_text, with_member("banks/e.json", flags=1)) == "zip_encrypted"
    gbk = with_member("banks/xxxx.json").replace(b"xxxx", "题库".encode("gbk"))
    assert refused(check_text, gbk) == "pack_name_encoding"
    assert refused(check_text, crafted({"banks/one.json": zipped({"a": b""})})) == "pack_nested"
    assert refused(check_text, crafted({"banks/one.json": b"\x1f\x8b" + bytes(9)})) == "pack_nested"


def test_contents_that_differ_from_the_manifest(check_text: CheckText) -> None:
    """One bit, a file too few, a part that this program does not know, a bank that is none."""
    assert refused(check_text, crafted(files={"banks/one.json": "0" * 64})) == "pack_checksum"
    assert refused(check_text, crafted({}, files={"banks/one.json": "0" * 64})) == "pack_lacks"
    assert refused(check_text, crafted({"dances/a.json": b"{}"}, brings=["dances"])) == "pack_fault"
    assert refused(check_text, crafted({"banks/one.json": b"[]"})) == "pack_bank"
    assert refused(check_text, crafted({"banks/one.json": b"\xff"})) == "pack_bank"
    assert refused(check_text, crafted(format=2)) == "format_newer"
    assert refused(check_text, crafted(version="one")) == "pack_fault"
    assert refused(check_text, zipped({"manifest.json": b"{"})) == "manifest_broken"
    assert refused(check_text, zipped({"manifest.json": b"[]"})) == "manifest_broken"
    assert refused(check_text, zipped({"hello.txt": b""})) == "kind_unread"


def test_signatures_that_do_not_hold(tmp_path: Path, check_text: CheckText) -> None:
    """Changed after signing, somebody else's, or none at all."""
    data = pack_bytes(tmp_path / "folder")
    with zipfile.ZipFile(BytesIO(signed(data, KEY))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    changed = members | {"manifest.json": members["manifest.json"].replace("某小学".encode(), "某中学".encode())}
    fields = json.loads(members["signature.json"])
    assert refused(check_text, zipped(changed)) == "signature_wrong"
    for wrong in ({"key": public(OTHER)}, {"signature": "0" * 128}, {"key": "x"}, {"key": 5}, {"format": 2}):
        text = json.dumps(fields | wrong).encode()
        assert refused(check_text, zipped(members | {"signature.json": text})) == "signature_wrong"
    assert refused(check_text, zipped(members | {"signature.json": b"{"})) == "manifest_broken"


def test_sixty_thousand_members(check_text: CheckText) -> None:
    """Refused by the last record of the zip, within a few milliseconds; also when that record lies about the count."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(60_000):
            archive.writestr(zipfile.ZipInfo(f"banks/{number}.json"), b"")
    data = bytearray(packed.getvalue())
    assert refused(check_text, bytes(data)) == "zip_many"
    at = data.rindex(b"PK\x05\x06")
    data[at + 8 : at + 12] = b"\x01\x00\x01\x00"
    assert refused(check_text, bytes(data)) == "zip_many"


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("manifest.json", 64 << 20),
        ("content/content.json", 64 << 20),
        ("xl/worksheets/sheet1.xml", 64 << 20),
        ("xl/worksheets/sheet1.xml", 2 << 30),
    ],
)
def test_bombs(name: str, size: int, tmp_path: Path, check: Check) -> None:
    """Two megabytes that become 2 GiB, and a smaller one below the limit of sizes: neither is unpacked."""
    path = tmp_path / "bomb.glow"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb,
        bomb.open(name, "w", force_zip64=True) as member,
    ):
        for _ in range(size >> 24):
            member.write(bytes(1 << 24))
    start = time.process_time()
    report = check(path).report
    assert time.process_time() - start < 0.5
    assert report.refused is not None
    assert report.refused.code == "zip_bomb"


def test_packs_cut_anywhere(tmp_path: Path, check_text: CheckText) -> None:
    """A copy that was interrupted is refused."""
    data = signed(pack_bytes(tmp_path / "folder"), KEY)
    for length in range(4, len(data), 7):
        assert check_text(data[:length], "cut.glow").report.refused is not None


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_any_changed_byte_is_answered(tmp_path: Path, check_text: CheckText, data: st.DataObject) -> None:
    """A damaged pack is refused or, where the change does not touch its content, read as it was."""
    pack = bytearray(signed(pack_bytes(tmp_path / "folder"), KEY))
    pack[data.draw(st.integers(0, len(pack) - 1))] = data.draw(st.integers(0, 255))
    checked = check_text(bytes(pack), "changed.glow")
    assert checked.report.refused is not None or checked.report.good == 1


def test_the_readme_shows_a_sound_manifest() -> None:
    """By the schema and by the kiosk's own checks."""
    assert SCHEMA.is_valid(EXAMPLE)
    assert manifest_faults(EXAMPLE) == []


@pytest.mark.parametrize("name", [*EXAMPLE, "extra"])
@pytest.mark.parametrize(
    "value", [None, "", 0, 2, "长" * 200, [], ["banks"], ["upper"], {}, {"banks/a.json": "0" * 64}, {"a.json": "0"}]
)
def test_schema_and_checks_agree(name: str, value: Any) -> None:
    """Each field of the manifest, missing or anything."""
    for fields in ({**EXAMPLE, name: value}, {key: one for key, one in EXAMPLE.items() if key != name}):
        assert SCHEMA.is_valid(fields) == (not manifest_faults(fields))
