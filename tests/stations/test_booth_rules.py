"""The rules of 童声播报站 as tables: endings, times, meter, prompter, shelf, what may be chosen."""

from dataclasses import replace

import pytest

from kiosk.core.booth import Level, Mode, Rights, TakeEnd
from kiosk.core.places import program_folder
from kiosk.packs.content import ContentShelf
from kiosk.stations.broadcast_booth import prompter as prompting
from kiosk.stations.broadcast_booth import rules, scripts
from kiosk.stations.broadcast_booth.samples import MANNERS, read_by_person, recorded_texts, show_samples
from kiosk.stations.broadcast_booth.scripts import LEVELS, THEMES, Line, Piece, cast, read_pieces, sayings_piece
from kiosk.stations.broadcast_booth.shown import pages, show_cover
from kiosk.stations.station import Brought

ALL = Rights(True, True, True, True)


def ours() -> list[Piece]:
    return read_pieces(ContentShelf(program_folder() / "content").brought("scripts"))


def test_the_shelf_holds_every_theme_and_level() -> None:
    pieces = ours()
    assert len(pieces) >= 24
    assert {piece.theme for piece in pieces} == set(THEMES)
    assert {piece.level for piece in pieces} == set(LEVELS)
    keys = [(THEMES.index(piece.theme), LEVELS.index(piece.level)) for piece in pieces]
    assert keys == sorted(keys)
    assert {piece.free for piece in pieces if piece.theme == "free"} == {True}


@pytest.mark.parametrize(
    ("characters", "seconds"), [(0, 180.0), (20, 60.0), (80, 60.0), (100, 80.0), (240, 180.0), (500, 180.0)]
)
def test_a_take_has_its_time(characters: int, seconds: float) -> None:
    assert rules.limit_s(characters) == seconds


def test_every_script_fits_into_its_time() -> None:
    assert all(piece.about_s <= rules.limit_s(len(piece.text)) for piece in ours())


@pytest.mark.parametrize(
    ("end", "phase", "code"),
    [
        (TakeEnd("booth.stopped", 30.0, whole=True), "hear", "booth.stopped"),
        (TakeEnd("booth.time_over", 180.0, whole=True), "hear", "booth.time_over"),
        (TakeEnd("booth.stopped", 8.0, whole=True), "hear", "booth.too_short"),
        (TakeEnd("booth.stopped", 0.2, whole=True), "trouble", "booth.too_short"),
        (TakeEnd("booth.unplugged", 8.0, whole=False), "hear", "booth.unplugged"),
        (TakeEnd("booth.disk_failed", 0.0, whole=False), "trouble", "booth.disk_failed"),
        (TakeEnd("booth.consent_needed", 0.0, whole=False), "trouble", "booth.consent_needed"),
    ],
)
def test_where_an_end_leads(end: TakeEnd, phase: str, code: str) -> None:
    assert (rules.after_end(end), rules.end_code(end)) == (phase, code)


@pytest.mark.parametrize(
    ("rights", "seconds", "found"),
    [
        (Rights(True), 60.0, ()),
        (ALL, 60.0, ("keep", "play", "publish")),
        (ALL, 19.0, ()),
        (Rights(True, True, False, True), 60.0, ("keep", "publish")),
    ],
)
def test_what_may_be_chosen(rights: Rights, seconds: float, found: tuple[str, ...]) -> None:
    assert rules.releases(rights, seconds) == found


@pytest.mark.parametrize(
    ("mode", "rights", "name"),
    [
        ("once", Rights(True), "keeping_once"),
        ("consent", ALL, "keeping_choice"),
        ("consent", Rights(True), "keeping_gone"),
    ],
)
def test_the_wording_follows_the_setting(mode: Mode, rights: Rights, name: str) -> None:
    assert rules.keeping(mode, rights) == name


@pytest.mark.parametrize(
    ("mode", "voices", "may"), [("once", 0, True), ("consent", 0, False), ("consent", 1, False), ("consent", 2, True)]
)
def test_each_voice_needs_its_own_consent(mode: Mode, voices: int, may: bool) -> None:
    assert rules.may_duet(mode, voices) is may


@pytest.mark.parametrize(
    ("level", "cells"),
    [
        (Level(-120, -120, -120), 0),
        (Level(-30, -50, -70), 3),
        (Level(-20, -38, -70), 6),
        (Level(-10, -25, -70), 10),
        (Level(-6, -12, -70), 14),
        (Level(-0.5, -20, -70), rules.CELLS),
        (Level(-3, -30, -70, clipped=True), rules.CELLS),
    ],
)
def test_the_meter(level: Level, cells: int) -> None:
    assert rules.lit_cells(level) == cells


def test_the_count_in() -> None:
    assert [rules.counted(beats) for beats in (0, 19, 20, 40, 59, 60, 99)] == [3, 3, 2, 1, 1, 0, 0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("你好。", ["你好。"]),
        (
            "我先问他：“可以发吗？”他摇摇头，我就把照片删掉了。",
            ["我先问他：“可以发吗？”他摇摇头，", "我就把照片删掉了。"],
        ),
        ("一" * 30, ["一" * 15, "一" * 15]),
    ],
)
def test_lines_are_cut_for_large_words(text: str, parts: list[str]) -> None:
    assert prompting.cut(text) == parts


def test_no_word_is_lost_and_no_step_is_too_long() -> None:
    for piece in ours():
        steps = prompting.begin(piece).steps
        if not piece.free:
            assert "".join(step.text for step in steps) == piece.text
            assert max(len(step.text) for step in steps) <= prompting.MOST


def test_the_prompter_rolls_and_is_nudged() -> None:
    """A minute at each pace reads so many characters; a finger moves it a step; the end waits."""
    piece = Piece("x", "civility", "lower", "moon", "x", (Line(1, "一二三四五六。"), Line(1, "七八九十。")))
    now = prompting.begin(piece)
    now = prompting.beat(now, 1.0)
    assert (now.at, round(now.read, 1)) == (0, 2.8)
    assert prompting.beat(prompting.paced(now, 2), 1.0).read > prompting.beat(prompting.paced(now, 0), 1.0).read
    assert prompting.beat(now, 3.0).at == 1
    on = prompting.forward(now)
    assert (on.at, on.read, on.last) == (1, 0.0, True)
    assert prompting.beat(on, 60.0).read == len(on.step.text)
    assert prompting.back(on).at == prompting.back(prompting.back(on)).at == 0
    assert prompting.forward(on) == on


def test_a_free_talk_waits_for_a_finger() -> None:
    piece = next(piece for piece in ours() if piece.free)
    now = prompting.begin(piece)
    assert prompting.beat(now, 100.0) == now
    assert now.step.hint


def test_who_reads_which_line() -> None:
    plain = Piece("x", "civility", "lower", "moon", "x", tuple(Line(1, text) for text in "abc"))
    duet = Piece("y", "civility", "lower", "moon", "y", (Line(1, "a"), Line(2, "b"), Line(2, "c")))
    assert [line.voice for line in cast(plain, 2).lines] == [1, 2, 1]
    assert [line.voice for line in cast(duet, 2).lines] == [1, 2, 2]
    assert {line.voice for line in cast(duet, 1).lines} == {1}


def test_what_was_said_well_becomes_a_script() -> None:
    assert sayings_piece(["一句"], "好话") is None
    made = sayings_piece(["一句。", "两句。"], "好话")
    assert made
    assert (made.text, made.id) == ("一句。两句。", scripts.SAYINGS)


@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize("pinyin", [False, True])
def test_pages_hold_all_lines(upright: bool, pinyin: bool) -> None:
    for piece in ours():
        for voices in (1, 2):
            leaves = pages(cast(piece, voices), upright=upright, pinyin=pinyin)
            assert sum(len(leaf) for leaf in leaves) == len(piece.lines or piece.prompts)
            assert all(len(leaf) == 1 or sum(one["rows"] for one in leaf) <= leaf[0]["most"] for leaf in leaves)


def test_each_take_has_its_own_cover() -> None:
    piece = ours()[0]
    covers = [show_cover(piece, seed * 7919, lambda code, **params: code) for seed in range(6)]
    assert len({cover["ground"] for cover in covers}) > 1
    assert covers[1]["lights"] != covers[2]["lights"]
    assert all(0 <= light["x"] <= 1 and 0 <= light["y"] <= 1 for cover in covers for light in cover["lights"])


def test_two_samples_are_two_readings() -> None:
    """How differently it can sound; a teacher's reading takes one place once every line of it is there."""
    piece = ours()[0]
    calm = show_samples(piece, frozenset(), "calm", str)
    assert [(one["key"], one["on"]) for one in calm] == [("calm", True), ("lively", False)]
    assert len(set(MANNERS.values())) == 3
    clips = [{"text": f" {line.text}", "file": f"clip-{at}"} for at, line in enumerate(piece.lines)]
    voices = Brought("voices", "readings", "local.readings", "aa", {"clips": clips}, "")
    some = recorded_texts([replace(voices, data={"clips": clips[1:]})])
    assert [one["key"] for one in show_samples(piece, some, "", str)] == ["calm", "lively"]
    assert [one["key"] for one in show_samples(piece, recorded_texts([voices]), "", str)] == ["teacher", "lively"]
    whole = replace(voices, data={"clips": [{"text": piece.text, "file": "clip"}]})
    assert read_by_person(piece, recorded_texts([whole]))
