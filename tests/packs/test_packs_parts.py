"""Each kind of content: its schema, its checks and its example in `content/README.md` say the same."""

import copy
import json
import re
import struct
import time
import zlib
from functools import partial
from pathlib import Path as FilePath
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from kiosk.core.places import program_folder
from kiosk.core.words import say
from kiosk.packs.fields import Fault
from kiosk.packs.palette import COLOURS, LEAST, PAIRS, SHADES, WHITE, contrast, luminance, palette
from kiosk.packs.parts import KINDS, part
from tests.packs.pack_help import as_json, crafted, number_file, png
from tests.packs.packs_help import CheckText, codes

CONTENT = program_folder() / "content"
README = (CONTENT / "README.md").read_text("utf-8")
OWN = ("numbers", "branding", "pictures", "voices", "scripts")
"""The kinds that belong to no station, and the booth's: the other stations' own tests look after theirs."""
BEYOND = {"contrast_weak", "picture_not_ours", "clip_twice"}
"""Rules that a schema cannot say."""
Path = tuple[str | int, ...]


def example(kind: str) -> Any:
    """What the README shows of `kind`."""
    return json.loads(re.findall(rf"```json {kind}\n(.*?)```", README, re.DOTALL)[0])


def schema(kind: str) -> Any:
    """The schema of `kind`."""
    return Draft202012Validator(json.loads((CONTENT / f"{kind}.schema.json").read_text("utf-8")))


def faults(kind: str, data: Any) -> list[Fault]:
    """What the checks say."""
    checks = part(kind)
    assert checks is not None
    return checks.faults(data)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if part(kind)])
def test_every_kind_is_documented(kind: str) -> None:
    """With a schema and an example that both take; and so are our own files."""
    ours = [json.loads(path.read_text("utf-8")) for path in (CONTENT / kind).glob("*.json")]
    for data in (example(kind), *ours):
        assert list(schema(kind).iter_errors(data)) == []
        assert faults(kind, data) == []


def places(value: Any, path: Path = ()) -> list[Path]:
    """Every place within `value`, itself included."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for step, inner in steps for found in places(inner, (*path, step)))]


def changed(data: Any, path: Path, value: Any) -> Any:
    """A copy of `data` with `value` at `path`; `...` takes it away."""
    if not path:
        return None if value is ... else value
    copied = copy.deepcopy(data)
    target = copied
    for step in path[:-1]:
        target = target[step]
    if value is ...:
        del target[path[-1]]
    else:
        target[path[-1]] = value
    return copied


WILD: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        [None, ..., True, 1, 2, "", " ", "x", "canal", "字" * 17, "x" * 90, "#12345G", "#abcdef", "110", []]
    ),
    st.sampled_from(
        [{}, {"zh": "好"}, {"zh": "好", "fr": "bon"}, {"en": "x"}, {"night": "#000000"}, {"no": "#000000"}]
    ),
    st.sampled_from([{"canal": "a"}, {"A B": "a"}, {"canal": "a.png"}, [{}], [None] * 101]),
    st.text(max_size=4),
    st.integers(-1, 3),
)


@pytest.mark.parametrize("kind", OWN)
@settings(max_examples=250, deadline=None)
@given(st.data())
def test_schema_and_checks_agree(kind: str, data: st.DataObject) -> None:
    """Any one place of the example changed to anything, or taken away."""
    good = example(kind)
    wild = changed(good, data.draw(st.sampled_from(places(good))), data.draw(WILD))
    by_checks = not any(fault.code not in BEYOND for fault in faults(kind, wild))
    assert schema(kind).is_valid(wild) == by_checks


JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)),
    max_leaves=12,
)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if part(kind)])
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_check_raises_whatever_a_file_holds(kind: str, data: st.DataObject) -> None:
    """Junk, and the example with junk anywhere in it: faults, or a file of which everything can be asked."""
    good = example(kind)
    wild = data.draw(
        st.one_of(JUNK, st.sampled_from(places(good)).flatmap(lambda at: JUNK.map(partial(changed, good, at))))
    )
    checks = part(kind)
    assert checks is not None
    for fault in checks.faults(wild):
        assert all(say(f"packs.{fault.code}", "zh", item="a", column=fault.path, guide="b", **fault.params))
    if not checks.faults(wild):
        assert all(isinstance(name, str) for path, name in (*checks.pictures(wild), *checks.sounds(wild)))


def test_the_theme_and_the_default_brand_have_the_same_colours() -> None:
    """Screens that nobody has dressed look like those in the default brand; every pair can be read."""
    text = (program_folder() / "kiosk" / "ui" / "Theme.qml").read_text("utf-8")
    theme = dict(re.findall(r'property color \w+: brand\.(\w+) \?\? "(#[0-9A-F]{6})"', text))
    assert theme == palette({})
    default = json.loads((CONTENT / "branding" / "default.json").read_text("utf-8"))
    assert default["colours"] == COLOURS
    assert {name for pair in PAIRS for name in pair} <= {*theme, "white"}


def test_shades_follow_their_colour() -> None:
    """In contrast: what stands out from a colour stands out from another one in its place."""
    brand = {"jade": "#7A1FA2", "night": "#3A1020", "sky": "#8A4B00", "ink": "#10243A"}
    colours = palette(brand)
    for name, (of, usual) in SHADES.items():
        before, after = contrast(COLOURS[of], usual), contrast(colours[of], colours[name])
        end = contrast(colours[of], WHITE if luminance(usual) > luminance(COLOURS[of]) else "#000000")
        assert after == pytest.approx(min(before, end), rel=0.04), name
    assert palette({}) == palette(COLOURS)


@pytest.mark.parametrize(
    ("colours", "words", "mend"),
    [
        ({"ink": "#A0A0A0"}, "ink", "ink, paper"),
        ({"paper": "#2B2A33"}, "ink", "ink, paper"),
        ({"night": "#F0F0F0"}, "paper", "paper, night"),
        ({"jade": "#7FD8B4"}, "jadeDeep (jade)", "jade, paper"),
    ],
)
def test_colours_that_cannot_be_read_are_named(
    colours: dict[str, str], words: str, mend: str, check_text: CheckText
) -> None:
    """The pair, its contrast, and which of the file's colours to change; in both languages."""
    found = next(fault for fault in faults("branding", {"format": 1, "colours": colours}))
    assert (found.code, found.params["words"], found.params["mend"]) == ("contrast_weak", words, mend)
    assert found.path == f"colours.{next(iter(colours))}"
    assert float(str(found.params["contrast"])) < LEAST
    report = check_text(crafted({"branding/a.json": as_json({"format": 1, "colours": colours})}), "a.glow").report
    told = [report.told(language)["problems"][1] for language in ("zh", "en")]
    for one in told:
        assert words in one["what"] and str(found.params["contrast"]) in one["what"] and mend in one["how"]


def test_a_contrast_just_below_is_not_rounded_up() -> None:
    """4.49 must not be told as 4.5."""
    for grey in range(256):
        colour = f"#{grey:02X}{grey:02X}{grey:02X}"
        for fault in faults("branding", {"format": 1, "colours": {"ink": colour}}):
            assert float(str(fault.params["contrast"])) < LEAST


def test_faults_are_told_by_file_line_and_field(check_text: CheckText) -> None:
    """As an editor shows them; the good file of the pack counts as good."""
    bad = number_file(who={"zh": "", "fr": "Aide"}, extra=1)
    members = {"numbers/bad.json": as_json(bad), "numbers/good.json": as_json(number_file())}
    checked = check_text(crafted(members), "a.glow")
    found = [(one.sheet, one.row, one.about, one.code) for one in checked.report.problems if one.level == "error"]
    assert found == [
        ("numbers/bad.json", 5, "who.zh", "field_empty"),
        ("numbers/bad.json", 6, "who.fr", "field_unknown"),
        ("numbers/bad.json", 11, "extra", "field_unknown"),
    ]
    assert (checked.report.good, checked.report.mend, checked.report.exit_code) == (1, 1, 1)
    for language in ("zh", "en"):
        assert all(one["what"] and one["how"] for one in checked.report.told(language)["problems"])


@pytest.mark.parametrize("odd", ["\u202e", "\u200b", "\x07", "\ufeff", "\ud800"])
def test_characters_that_do_not_show_are_told_of(odd: str, check_text: CheckText) -> None:
    """They could make a text read otherwise than it is, or break what keeps it."""
    file = json.dumps(number_file(who={"zh": f"反诈{odd}中心"}), indent=1).encode()
    assert codes(check_text(crafted({"numbers/a.json": file}), "a.glow")) == [(5, "text_hidden")]


def test_nothing_usable_is_two(check_text: CheckText) -> None:
    """A pack whose only file is to mend."""
    checked = check_text(crafted({"numbers/bad.json": as_json({"format": 1})}), "a.glow")
    assert (checked.bank, checked.report.good, checked.report.mend, checked.report.exit_code) == (None, 0, 1, 2)


LISTED = {"format": 1, "pictures": [{"file": "sky", "stands_for": "canal", "credit": "本校"}]}


def test_pictures_of_which_a_file_speaks_must_be_there(check_text: CheckText) -> None:
    """In its own folder; where one of ours has the name, that will do; what it stands for must be ours."""
    there = {"pictures/a.json": as_json(LISTED), "pictures/sky.jpg": b""}
    gone = {"pictures/a.json": as_json(LISTED), "numbers/sky.png": png()}
    ours = {"pictures/a.json": as_json(changed(LISTED, ("pictures", 0, "file"), "lantern"))}
    odd = {
        "pictures/a.json": as_json(changed(LISTED, ("pictures", 0, "stands_for"), "unknown")),
        "pictures/sky.png": png(),
    }
    group = changed(LISTED, ("pictures", 0, "stands_for"), "stations#anti-fraud")
    assert codes(check_text(crafted(gone), "a.glow")) == [(5, "picture_missing")]
    assert codes(check_text(crafted(ours), "a.glow")) == []
    assert codes(check_text(crafted(odd), "a.glow")) == [(6, "picture_not_ours")]
    assert codes(check_text(crafted({"pictures/a.json": as_json(group), "pictures/sky.png": png()}), "a.glow")) == []
    no_group = changed(group, ("pictures", 0, "stands_for"), "stations#moon")
    assert faults("pictures", no_group)[0].code == "picture_not_ours"
    refusal = check_text(crafted(there), "a.glow").report.refused
    assert refusal is not None and refusal.code == "picture_broken"


def test_sounds_of_which_a_file_speaks_must_be_there(check_text: CheckText) -> None:
    """And each text has one of them."""
    voice = example("voices")
    members = {"voices/a.json": as_json(voice), "voices/ask-first.flac": b"fLaC"}
    assert codes(check_text(crafted(members), "a.glow")) == []
    assert codes(check_text(crafted({"voices/a.json": as_json(voice)}), "a.glow")) == [(11, "sound_missing")]
    voice["clips"].append({"text": "遇到拿不准的, 先问大人。", "file": "ask-first"})
    assert [fault.code for fault in faults("voices", voice)] == ["clip_twice"]


def monstrous(width: int, height: int) -> bytes:
    """A small PNG whose header promises more."""
    body = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return png()[:12] + b"IHDR" + body + struct.pack(">I", zlib.crc32(b"IHDR" + body)) + png()[33:]


MEDIA: dict[str, tuple[str, bytes]] = {
    "pictures/a.png": ("picture_huge", monstrous(50_000, 50_000)),
    "pictures/b.png": ("picture_huge", monstrous(8_000, 8_000)),
    "pictures/c.png": ("picture_huge", monstrous(8_193, 1)),
    "pictures/d.png": ("picture_broken", monstrous(0, 9)),
    "pictures/e.jpg": ("picture_broken", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "pictures/f.webp": ("picture_broken", b"GIF89a"),
    "pictures/g.png": ("picture_heavy", png() + Random(1).randbytes(9 << 20)),
    "voices/a.wav": ("sound_broken", b"ID3 an mp3"),
    "voices/b.flac": ("sound_broken", b"OggS"),
    "voices/c.ogg": ("sound_heavy", b"OggS" + Random(1).randbytes(17 << 20)),
    "numbers/a.json": ("part_broken", b"{"),
    "numbers/b.json": ("part_broken", b"[" * 100_000),
    "numbers/c.json": ("part_broken", b"\xff"),
    "numbers/d.json": ("part_newer", b'{"format": 2}'),
    "numbers/e.json": ("part_heavy", b'"' + b"x" * (3 << 20) + b'"'),
    "pictures/h.png": ("pack_nested", b"PK\x03\x04"),
    "pictures/i.svg": ("pack_fault", b"<svg/>"),
    "pictures/j.PNG": ("pack_fault", png()),
    "banks/sky.png": ("pack_fault", png()),
    "numbers/k.ogg": ("pack_fault", b"OggS"),
}


@pytest.mark.parametrize("member", MEDIA)
def test_harmful_members_refuse_the_whole_pack(member: str, tmp_path: FilePath, check_text: CheckText) -> None:
    """Each by a sentence that names it, at once, with nothing left behind."""
    code, data = MEDIA[member]
    packed = crafted({member: data, "numbers/good.json": as_json(number_file())})
    start = time.process_time()
    refused = check_text(packed, "harm.glow").report.refused
    assert time.process_time() - start < 0.5
    assert refused is not None and refused.code == code
    for language in ("zh", "en"):
        told = refused.told(language)
        assert told["how"] and (member in told["what"] or code == "pack_fault")
    assert [path.name for path in tmp_path.rglob("*")] == ["harm.glow"]


def test_many_faults_do_not_take_long(check_text: CheckText) -> None:
    """A file that is wrong from beginning to end is told of by its first hundred faults."""
    colours = {f"no{number}": "x" for number in range(100_000)}
    packed = crafted({"branding/a.json": as_json({"format": 1, "colours": colours})})
    start = time.process_time()
    report = check_text(packed, "a.glow").report
    assert time.process_time() - start < 2
    assert (report.mend, len(report.problems)) == (1, 101)
