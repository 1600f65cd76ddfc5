"""What a class report says of a session, and what it keeps to itself."""

import re
from dataclasses import asdict
from random import Random

import pytest

from kiosk.core.events import (
    ItemAnswered,
    LinePractised,
    PromiseLookedBack,
    PromisesMade,
    StationFinished,
    StationOpened,
    TakeKept,
    TakeRecorded,
    VisitorNamed,
    VisitStarted,
)
from kiosk.core.item import Cue, Item, Message, Part
from kiosk.exports.class_report import Report
from kiosk.exports.class_report_rows import sessions
from kiosk.exports.class_report_station_words import stations
from kiosk.exports.class_report_words import Section, about, front, title
from kiosk.learning.signal import Counts
from kiosk.learning.small_cells import Share, both_known, share, shown
from kiosk.store.class_sessions import facts, keep_joined
from tests.exports.class_report_help import CLASS, MINUTE, World, counts

SHARP, DULL = Counts(5, 5, 0, 5), Counts(3, 5, 3, 5)
DAY = 1440 * MINUTE


@pytest.fixture
def world() -> World:
    return World()


def told(report: Report, language: str = "zh") -> str:
    """Everything that the report says."""
    return "\n".join(
        " ".join((*one.sentences, *(f"{name} {value}" for name, value in one.numbers), *(bar.told for bar in one.bars)))
        for one in (*front(report, language), *stations(report, language))
    )


def section(report: Report, key: str) -> Section:
    return next(one for one in (*front(report, "zh"), *stations(report, "zh")) if one.key == key)


def lesson(world: World, before: int, after: int, *, coded: bool = True, gain: float = 0.3) -> Report:
    """A session of so many children."""
    random = Random(7)
    world.begin(present=before)
    for moment, children, better in (("pre", before, 0.0), ("post", after, gain)):
        world.move(moment)
        for child in range(children):
            form = "AB"[(child + (moment == "post")) % 2]
            done = counts(random, 0.6 + better, 0.4 - better / 2)
            world.form(moment, done, form, f"code{child}" if coded else "")
    world.move("ended")
    return world.report()


def test_a_class_that_learned_is_told_so(world: World) -> None:
    report = lesson(world, 36, 30)
    (change,) = report.forms.changes
    assert (change.verdict, change.matched, change.not_back) == ("improved", 30, 6)
    assert "更会分辨" in told(report) and "有 6 个孩子没有回来做后测" in told(report)
    assert [one.label for one in section(report, "effect").bars] == ["前测", "后测"]
    assert title(report, "zh") == f"{CLASS} · 班级报告" and "的一节课" in about(report, "zh")
    assert report.practise[-1].code == "booster" and "12-18" in section(report, "next").sentences[-1]


def test_without_codes_the_groups_are_compared(world: World) -> None:
    report = lesson(world, 36, 30, coded=False)
    (change,) = report.forms.changes
    assert (change.verdict, change.matched, change.not_back) == ("improved", 0, 6)
    assert "没有对到人" in told(report)


def test_a_few_codes_do_not_stand_for_the_class(world: World) -> None:
    world.begin()
    for moment in ("pre", "post"):
        for child in range(20):
            world.form(moment, DULL, code=f"c{child}" if child < 6 else "")
    assert world.report().forms.changes[0].matched == 0


def test_no_gain_is_not_invented(world: World) -> None:
    report = lesson(world, 30, 30, gain=0.0)
    assert report.forms.changes[0].verdict == "no_change_found"
    assert "未发现明显变化" in told(report)


def test_a_few_that_stayed_away_cannot_be_counted(world: World) -> None:
    """Neither their number nor, by subtraction, what they can do."""
    report = lesson(world, 30, 27)
    before, after = report.forms.moments
    assert (before.children, before.at_least, after.children, after.at_least) == (27, True, 27, False)
    assert report.forms.changes[0].not_back is None and report.present == 0
    assert "少于 5 个孩子没有回来" in told(report)
    assert not re.search(r"\b30\b", told(report).replace("30%", ""))
    assert before.d.value + report.forms.changes[0].gain.value == pytest.approx(after.d.value)


def test_a_few_more_sheets_cannot_be_counted_either(world: World) -> None:
    report = lesson(world, 30, 27, coded=False)
    assert [(one.children, one.at_least) for one in report.forms.moments] == [(27, True), (27, True)]
    assert report.forms.changes[0].not_back is None


def test_fewer_than_five_are_not_shown(world: World) -> None:
    world.begin()
    for _ in range(4):
        world.form("pre", SHARP)
    report = world.report()
    assert report.forms.moments == () and "不到 5 人" in told(report)
    assert report.tricks == ()


def test_forms_that_were_broken_off_do_not_count(world: World) -> None:
    world.begin()
    for child in range(12):
        world.form("pre", SHARP if child < 7 else Counts(2, 2, 0, 2))
    assert world.report().forms.moments[0].children == 7


def test_a_child_that_did_a_form_twice_counts_once(world: World) -> None:
    world.begin()
    for child in range(9):
        world.form("pre", SHARP, code=f"c{child % 8}")
    assert world.report().forms.moments[0].children == 8


def test_counted_hands_are_enough(world: World) -> None:
    world.begin()
    world.hands("pre", 32, 0.6)
    world.hands("post", 32, 0.9, "B")
    report = world.report()
    (change,) = report.forms.changes
    assert change.verdict == "improved" and change.by_hands and change.not_back == 0
    assert "数手" in told(report) and report.tricks


def test_a_later_count_corrects_the_earlier(world: World) -> None:
    world.begin()
    world.hands("pre", 32, 0.1)
    world.hands("pre", 32, 0.9)
    assert world.report().forms.moments[0].d.value > 2


def test_only_a_form_before(world: World) -> None:
    world.begin("pre")
    for _ in range(8):
        world.form("pre", SHARP)
    assert "只做了前测" in told(world.report())


def test_the_booster_is_compared_with_the_session_weeks_ago(world: World) -> None:
    first = world.begin()
    for moment, done in (("pre", DULL), ("post", SHARP)):
        for child in range(20):
            world.form(moment, done, code=f"c{child}")
    world.move("ended")
    world.clock.step(28 * DAY)
    world.begin("booster")
    for child in range(14):
        world.form("booster", Counts(5, 5, 1, 5), "C", code=f"c{child}")
    report = world.report()
    assert [one.moment for one in report.forms.moments] == ["pre", "post", "booster"]
    assert [(one.second, one.verdict) for one in report.forms.changes] == [
        ("post", "improved"),
        ("booster", "improved"),
    ]
    assert {one.matched for one in report.forms.changes} == {14}, "every figure is of the same children"
    assert [one.moment for one in world.report(session=first).forms.moments] == ["pre", "post"]


def test_another_class_is_left_out(world: World) -> None:
    world.begin(label="六年级（1）班")
    for _ in range(20):
        world.form("pre", SHARP)
    world.begin("post")
    for _ in range(20):
        world.form("post", SHARP)
    report = world.report()
    assert [one.moment for one in report.forms.moments] == ["post"] and report.forms.changes == ()
    assert "没有做前测" in told(report)


def test_simulated_and_rehearsed_forms_only_count_when_asked(world: World) -> None:
    world.begin()
    for origin in ("rehearsal", "simulated"):
        for _ in range(10):
            world.form("pre", SHARP, origin=origin)
    assert world.report().forms.moments == ()
    assert world.report(session=world.session, every_origin=True).forms.moments[0].children == 20


def playing(world: World, children: int, players: int = 1, label: str = "") -> None:
    """Visits that practise, record and promise."""
    for child in range(children):
        line = "learn" if child % 2 else "identify"
        world.played(
            [
                VisitStarted(),
                *([VisitorNamed(label, "小海豚")] if label else []),
                StationOpened("convention_puzzle", players),
                LinePractised(
                    *("convention_puzzle", "national-2001", "h", line, "order", 1, 10, 6 * (child % 2), 0, 60, 1, True)
                ),
                StationFinished("convention_puzzle", "公约", 10, 5, 2, True),
                StationOpened("broadcast_booth", players),
                TakeRecorded("s", 20.0, 1, "done"),
                *([TakeKept("t", "keep", 1)] if child < 5 else []),
                StationOpened("pledge", players),
                PromisesMade("pledge", "h", ("learn", "check", f"rare{child}"), child, 1),
                PromiseLookedBack("pledge", "learn", "kept" if child < 8 else "not_yet"),
            ]
        )


def test_what_was_played_in_the_session_is_told(world: World) -> None:
    world.begin("play")
    playing(world, 14)
    world.move("ended")
    playing(world, 3)
    report = world.report()
    puzzle, booth, pledge = (report.station(one) for one in ("convention_puzzle", "broadcast_booth", "pledge"))
    assert puzzle and puzzle.children == 14 and puzzle.weakest and puzzle.weakest.key == "national-2001.learn"
    assert booth and booth.counts == {"recorded": 14, "kept": 5}
    assert pledge and pledge.counts == {"lanterns": 14, "kept": 8, "sometimes": 0, "not_yet": 6}
    assert [number for _, number in pledge.promises] == [14, 14], "what one child promised is not told"
    assert "最生疏的一句" in told(report) and "录了 14 段广播" in told(report)
    assert any(one.code == "line" for one in report.practise)


def test_a_station_that_few_came_to_is_only_named(world: World) -> None:
    world.begin("play")
    playing(world, 2, players=2)
    report = world.report()
    assert all(asdict(one) == asdict(type(one)(one.key, None)) for one in report.stations)
    assert "不到 5 人" in told(report)


def test_visitors_of_another_class_are_not_this_class(world: World) -> None:
    world.begin("play")
    playing(world, 8, label="六年级（1）班")
    assert world.report().stations == ()
    playing(world, 6, label=CLASS)
    assert [one.children for one in world.report().stations] == [6, 6, 6]


def test_a_class_without_a_session(world: World) -> None:
    """By the class that visits chose, over a span of days."""
    begin = world.clock.utc_ms()
    playing(world, 6, label=CLASS)
    world.clock.step(2 * DAY)
    playing(world, 9, label=CLASS)
    assert world.report(class_label=CLASS).stations[0].children == 15
    spanned = world.report(class_label=CLASS, start=begin, end=begin + DAY)
    assert spanned.stations[0].children == 6 and " 到 " in about(spanned, "zh")
    assert "没有做测试卷" in told(spanned)


def test_several_kiosks_are_one_session(world: World) -> None:
    """Another joined by the code, and its forms were read in."""
    other = World("k" + "cd" * 6)
    session = world.begin()
    other.begin(joins=session)
    for place in range(20):
        for moment, done in (("pre", DULL), ("post", SHARP)):
            (world, other)[place % 2].form(moment, done, code=f"c{place}")
    assert world.report().forms.moments[0].children == 10 and world.report().kiosks == 1
    keep_joined(world.db, session, facts(other.db, session))
    report = world.report()
    assert report.forms.moments[0].children == 20 and report.kiosks == 2
    assert report.forms.changes[0].matched == 20 and "2 台机器" in about(report, "zh")


def test_sessions_are_listed_newest_first(world: World) -> None:
    first = world.begin()
    world.move("pre")
    world.move("ended")
    second = world.begin("booster")
    found = sessions(world.db)
    assert [one.id for one in found] == [second, first]
    assert [(one.ended, one.minutes) for one in found] == [(False, 45), (True, 45)]


def test_a_report_names_nobody(world: World) -> None:
    world.begin()
    playing(world, 12, label=CLASS)
    for moment in ("pre", "post"):
        for child in range(12):
            world.form(moment, SHARP, code=f"secret{child}")
    said = told(world.report()) + repr(world.report())
    assert "小海豚" not in said and "secret" not in said
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}", said.replace(world.session, ""))


def test_every_sentence_is_there_in_english(world: World) -> None:
    world.begin()
    playing(world, 12)
    report = lesson(world, 30, 24)
    assert not re.search(r"[一-鿿]", re.sub(r"[“(].*?[”)]|游戏皮肤·\S+", "", told(report, "en")))


def test_the_hardest_cue_and_trick_are_named(world: World) -> None:
    """Of 找破绽: the cue that is found least; tricks by their names, genuine messages by what they look like."""
    cues = (Cue(0, "先押 15 元", "先交押金", "因为。"), Cue(0, "马上退你", "空口保证", "因为。"))
    message = Message("chat", "某人", (Part("先押 15 元，马上退你"),), cues=cues)
    search = Item(
        *("s1", "cues", "哪里不对？", ("c1", "c2")),
        explanation="因为。",
        family="game_skin",
        trick="deposit_first",
        nature="scam",
        message=message,
    )
    (hash,) = world.keep([search])
    world.begin("play")
    for child in range(20):
        found = ("c1", "c2") if child < 6 else ("c1",)
        verdict = "right" if child < 6 else "wrong"
        answered = ItemAnswered(*("anti_fraud", "game_skin", "s1", hash, "p", "h", found, ("c1", "c2"), verdict, 5_000))
        world.played([StationOpened("anti_fraud"), answered])
    report = world.report()
    assert [(one.name, one.share.bound) for one in report.cues] == [("空口保证", ""), ("先交押金", "")]
    assert [one.name for one in report.tricks] == ["游戏皮肤·先交钱"]
    assert "最难找到的破绽：“空口保证”，找到的比例：30%" in told(report)
    assert "最容易上当的套路：“游戏皮肤·先交钱”，答对的比例：30%" in told(report)


def test_forms_before_and_hands_after_can_be_compared(world: World) -> None:
    world.begin()
    for _ in range(30):
        world.form("pre", DULL)
    world.hands("post", 30, 0.9, "B")
    (change,) = world.report().forms.changes
    assert change.verdict == "improved" and change.by_hands and change.matched == 0


def test_a_share_that_would_tell_of_a_few_is_only_bounded() -> None:
    """Two of twenty were wrong: that could be told from a share."""
    assert share((child, child >= 2) for child in range(20)) == Share(0.75, "above")
    assert share((child, child < 2) for child in range(20)) == Share(0.25, "below")
    assert share((child, child % 2 == 0) for child in range(20)) == Share(0.5)
    assert share((child, True) for child in range(20)) == Share(1.0)
    assert share((child, child < 3) for child in range(8)) is None
    assert share((child, True) for child in range(4)) is None


def test_one_small_cell_takes_another_with_it() -> None:
    assert shown([12, 8, 3]) == [12, None, None]
    assert shown([12, 2, 3]) == [12, None, None]
    assert shown([12, 8, 0]) == [12, 8, 0]
    assert shown([3]) == [None]
    assert both_known(30, 27) == (27, 27, False) and both_known(30, 25) == (30, 25, True)
