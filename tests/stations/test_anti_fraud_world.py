"""The world as tables, without Qt: what is open, ranks and experience, what a level and a boss ask."""

from collections import Counter
from functools import partial
from random import Random

import pytest

from kiosk.core.places import program_folder
from kiosk.core.words import say
from kiosk.learning.rating import Ability
from kiosk.packs.families import level_names
from kiosk.stations.anti_fraud.draw import BOSS_ITEMS, START, TILT, TOPICS, Drawing, aim_of, draw_run, mixed
from kiosk.stations.anti_fraud.experience import STEP, gained, standing
from kiosk.stations.anti_fraud.fight import show_fight, show_won, won_reading
from kiosk.stations.anti_fraud.levels import BOSSES, MARK, Level, make_levels, opened, show_levels, with_bosses
from kiosk.stations.anti_fraud.rules import BOSS_LIES, ITEMS, PLAYED, begin, choose, confirm
from tests.stations.anti_fraud_stage import Items, all_families, our_items
from tests.stations.test_anti_fraud_rules import eight, right, wrong

zh = partial(say, language="zh")
OURS = our_items()
LEVELS = with_bosses(make_levels(all_families(), "zh"), zh)
IDS = [level.family.id for level in LEVELS]
FIRST, SECOND, THIRD = IDS[:3], IDS[4:7], IDS[8:12]
BY_ID = dict(zip(IDS, LEVELS, strict=True))


def test_exports_name_every_level_as_the_map_does() -> None:
    names = level_names(program_folder() / "quizzes", "zh")
    assert {level.family.id: level.name for level in LEVELS}.items() <= names.items()


def stars(*levels: str, count: int = 1) -> dict[str, int]:
    return {MARK + level: count for level in levels}


def test_bosses_stand_after_three_six_and_ten_and_mix_what_was_met_before() -> None:
    assert [index for index, level in enumerate(LEVELS) if level.boss] == [3, 7, 12]
    assert tuple(level.family.id for level in LEVELS if level.boss) == BOSSES
    assert [len(level.mixes) for level in LEVELS if level.boss] == [3, 6, 10]
    assert [level.number for level in LEVELS if not level.boss] == list(range(1, 11))
    assert [level.stretch for level in LEVELS] == [0] * 4 + [1] * 4 + [2] * 5


@pytest.mark.parametrize(
    ("played", "all_met", "more"),
    [
        ((), (), []),
        (FIRST[:1], (), SECOND),
        (FIRST[:2], (), ["boss_free", *SECOND]),
        (FIRST, (), ["boss_free", *SECOND]),
        (("boss_free",), (), SECOND),
        ((FIRST[0], SECOND[1]), (), [*SECOND, *THIRD]),
        ((FIRST[0], *SECOND[:2]), (), [*SECOND, "boss_hurry", *THIRD]),
        ((FIRST[0], SECOND[0], *THIRD[:2]), (), [*SECOND, *THIRD, "boss_faces"]),
        ((), FIRST[:1], SECOND),
        ((), FIRST, ["boss_free", *SECOND]),
        ((), (*FIRST, *SECOND), ["boss_free", *SECOND, "boss_hurry", *THIRD]),
    ],
)
def test_what_is_open(played: tuple[str, ...], all_met: tuple[str, ...], more: list[str]) -> None:
    assert opened(LEVELS, stars(*played), set(all_met)) == {*FIRST, *more}


def test_the_way_never_ends_before_everything_is_open() -> None:
    played: list[str] = []
    for _ in LEVELS:
        open_ones = [level for level in IDS if level in opened(LEVELS, stars(*played), set()) and level not in played]
        if open_ones:
            played.append(open_ones[0])
    assert sorted(played) == sorted(IDS)


@pytest.mark.parametrize("count", range(1, 11))
def test_fewer_families_lead_on_too(count: int) -> None:
    levels = with_bosses(make_levels(all_families()[:count], "zh"), zh)
    ids = {level.family.id for level in levels}
    played: set[str] = set()
    for _ in levels:
        played |= opened(levels, stars(*played), set())
    assert played == ids


def test_a_locked_level_is_seen_and_says_so() -> None:
    shown = {one["id"]: one for one in show_levels(LEVELS, {}, set(), zh)}
    assert [shown[level]["locked"] for level in (FIRST[0], "boss_free", SECOND[0])] == [False, True, True]
    assert shown[FIRST[0]]["suggested"] and shown[FIRST[0]]["note"]
    assert all(one["name"] and one["monster"] for one in shown.values())


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_ranks(count: int) -> None:
    ranks = ["", "见习点灯人", "点灯人", "金牌点灯人"]
    shown = show_levels(LEVELS, stars(FIRST[0], count=count) if count else {}, set(), zh)[0]
    assert (shown["stars"], shown["rank"], shown["played"]) == (count, ranks[count], count > 0)


@pytest.mark.parametrize(
    ("rights", "rank", "points"),
    [(8, "金牌点灯人", 95), (6, "点灯人", 78), (3, "见习点灯人", 55), (0, "见习点灯人", 37)],
)
def test_the_scene_at_the_end_names_rank_and_experience(rights: int, rank: str, points: int) -> None:
    run = eight()
    for index in range(8):
        run = right(run) if index < rights else wrong(run)
    shown = show_won(run, LEVELS[0], zh)
    assert (shown["rank"], shown["experience"], gained(run)) == (rank, f"经验 +{points}", points)
    assert rank in won_reading(shown) and not shown["boss"]


def test_experience_has_no_clock_and_a_run_left_early_counts() -> None:
    assert gained(right(eight())) == 10
    assert gained(wrong(eight())) == 4
    assert gained(eight()) == 0


@pytest.mark.parametrize(("points", "number", "into"), [(0, 1, 0), (99, 1, 99), (STEP, 2, 0), (251, 3, 51)])
def test_standing(points: int, number: int, into: int) -> None:
    now = standing(points)
    assert (now.number, now.into, now.share) == (number, into, into / STEP)


def test_a_boss_scene_is_another_one() -> None:
    boss = BY_ID["boss_hurry"]
    banks = draw_run(boss, Drawing(Items(OURS), Random(1), set(), None))
    run = begin(boss.family.id, banks, 1, Random(1), most_lies=BOSS_LIES)
    assert (len(run.turns), run.lies) == (BOSS_ITEMS, BOSS_LIES)
    assert show_fight(run, boss, False, zh)["boss"]
    while not run.finished:
        for key in run.right_now:
            run = choose(run, key)
        run = confirm(run)
    shown = show_won(run, boss, zh)
    assert (shown["boss"], shown["picture"], len(shown["crowd"])) == (True, "boss-hurry-beaten", 4)
    assert shown["head"] == "催催大王被你看穿啦！"


@pytest.mark.parametrize("level", [one for one in LEVELS if not one.boss], ids=lambda one: one.family.id)
def test_a_first_run_has_every_kind(level: Level) -> None:
    for seed in range(5):
        drawn = draw_run(level, Drawing(Items(OURS), Random(seed), set(), None))
        assert len(drawn) == len({one.hash for one in drawn}) == ITEMS
        assert {one.item.kind for one in drawn} == set(PLAYED)
        assert {one.item.family for one in drawn} == {level.family.id}


def test_what_was_met_does_not_come_and_a_level_ends() -> None:
    met: set[str] = set()
    runs = 0
    while drawn := draw_run(LEVELS[0], Drawing(Items(OURS), Random(runs), met, None)):
        assert not met & {one.hash for one in drawn}
        met |= {one.hash for one in drawn}
        runs += 1
    assert met == {one.hash for one in OURS if one.item.family == IDS[0]}
    assert runs == -(-len(met) // ITEMS)


@pytest.mark.parametrize("boss", BOSSES)
def test_a_boss_mixes_three_families_and_two_items_of_other_banks(boss: str) -> None:
    level = BY_ID[boss]
    for seed in range(8):
        drawn = draw_run(level, Drawing(Items(OURS), Random(seed), set(), None))
        families = Counter(one.item.family for one in drawn)
        topics = {family for family in families if family in TOPICS}
        assert len(drawn) == BOSS_ITEMS
        assert sum(families[topic] for topic in topics) == 2
        assert len(families) - len(topics) == 3 and set(families) - topics <= set(level.mixes)
        assert any(one.item.kind == "order" for one in drawn if one.item.family in TOPICS)


def test_every_order_of_the_other_banks_comes_up_at_bosses() -> None:
    met: set[str] = set()
    for seed in range(30):
        met |= {one.hash for one in draw_run(BY_ID["boss_free"], Drawing(Items(OURS), Random(seed), met, None))}
    asked = {one.hash for one in OURS if one.item.family in TOPICS and one.item.kind == "order"}
    assert asked and asked <= met


@pytest.mark.parametrize(("boss", "latest"), [("boss_free", FIRST), ("boss_hurry", SECOND), ("boss_faces", THIRD[1:])])
def test_a_boss_asks_mostly_about_the_latest(boss: str, latest: list[str]) -> None:
    for seed in range(6):
        order = mixed(BY_ID[boss].mixes, Random(seed))
        assert sorted(order) == sorted(BY_ID[boss].mixes)
        assert set(order[:2]) <= set(latest)
        assert boss == "boss_free" or order[2] not in latest


@pytest.mark.parametrize("stretch", [0, 1, 2])
def test_the_map_grows_harder_and_follows_the_children(stretch: int) -> None:
    assert aim_of(stretch, {}) == START[stretch]
    assert aim_of(stretch, {1: Ability(1.0, 6), 2: Ability(0.0, 6)}) == 0.5 + TILT[stretch]
    assert sorted(START) == list(START) and sorted(TILT) == list(TILT)
