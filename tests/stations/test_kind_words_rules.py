"""理性表达's rules: several good answers, a reason for each that is not, nothing lost by a sentence taken back."""

import re
from collections import Counter
from itertools import permutations
from random import Random

import pytest

from kiosk.stations.kind_words import rules
from kiosk.stations.kind_words.layout import LEAST, Box, plan
from kiosk.stations.kind_words.rules import Talk, begin, judge
from kiosk.stations.kind_words.run import LENGTHS, answered, draw, keep, moved, onward, restore, start
from kiosk.stations.kind_words.scene import BAD, THEMES, Scene
from tests.stations.kind_words_stage import good_keys, key_of, ours

SCENES = ours()
UNKIND = re.compile(r"笨|傻|蠢|死|血|滚|废物|有病|不要脸|没脑子")
NAMES = re.compile(r"小明|小红|小刚|小丽|小华")


def said(talk: Talk, *keys: str) -> Talk:
    """These tiles put down from the first place on and sent."""
    for place, key in enumerate(keys):
        talk = rules.put(talk, key, place)
    return rules.send(talk)


def test_there_are_forty_scenes_of_three_themes_and_eight_faces() -> None:
    assert len(SCENES) >= 40
    assert all(count >= 12 for count in Counter(scene.theme for scene in SCENES).values())
    assert {scene.face for scene in SCENES} == set(range(1, 9))
    assert len({scene.id for scene in SCENES}) == len({scene.situation for scene in SCENES}) == len(SCENES)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.id)
def test_every_scene_has_several_good_answers_and_one_of_each_trap(scene: Scene) -> None:
    """Good answers need not be one: those with a third phrase count too. Half of the tiles are traps, one a kind."""
    tiles = [scene.tile(key) for key in "ABCDEF"]
    good = [
        some
        for count in (2, 3)
        for some in permutations(tiles, count)
        if judge(scene, some) == "good"
    ]  # fmt: skip
    assert len(good) >= (2 if len(scene.needs) < 3 else 1)
    assert Counter(tile.role for tile in tiles if not tile.good) == Counter(BAD)
    assert all(tile.why.endswith(("。", "？", "！")) and tile.text[-1] in "。？！" for tile in tiles)


def test_texts_name_nobody_and_teach_no_insult() -> None:
    for scene in SCENES:
        texts = [scene.situation, scene.heated, scene.point, scene.reply, scene.explanation]
        for text in texts + [part for tile in scene.tiles for part in (tile.text, tile.why)]:
            assert not UNKIND.search(text) and not NAMES.search(text), text


@pytest.mark.parametrize("role", BAD)
def test_a_phrase_that_is_no_good_is_told_and_goes_back_alone(role: str) -> None:
    for scene in SCENES:
        talk = begin(scene, 1, Random(1))
        good = good_keys(talk)[0]
        sent = said(talk, good, key_of(talk, role))
        assert sent.verdict == role
        assert sent.mood == ("calm" if role == "off" else "upset")
        again = rules.take_back(sent)
        assert again.placed == (good, "", "") and not again.sent and again.hinted


def test_what_is_missing_and_what_stands_in_the_wrong_order_is_told() -> None:
    talk = begin(SCENES[0], 1, Random(1))
    fact, wish = good_keys(talk)
    assert said(talk, fact).verdict == "missing"
    assert rules.missing(talk.scene, said(talk, fact).said) == ("wish",)
    turned = said(talk, wish, fact)
    assert (turned.verdict, turned.mood) == ("order", "calm")
    mended = said(rules.take_back(turned), fact, wish)
    assert mended.solved and mended.placed == (fact, wish, "") and mended.tries == 2


def test_the_other_child_turns_from_upset_over_calm_to_glad() -> None:
    talk = begin(SCENES[0], 1, Random(1))
    fact, wish = good_keys(talk)
    assert talk.mood == "upset"
    first = said(talk, key_of(talk, "hurt"))
    second = said(rules.take_back(first), fact)
    third = said(rules.take_back(second), fact, wish)
    assert [one.mood for one in (first, second, third)] == ["upset", "calm", "glad"]


def test_tiles_move_and_nothing_moves_once_it_is_said() -> None:
    talk = begin(SCENES[0], 1, Random(1))
    assert not rules.send(talk).sent, "nothing chosen yet"
    talk = rules.pick(talk, "A")
    assert talk.held == "A" and rules.pick(talk, "A").held == ""
    talk = rules.touch_place(talk, 2)
    assert talk.placed == ("", "", "A") and talk.held == ""
    talk = rules.put(rules.put(talk, "B", 0), "A", 0)
    assert talk.placed == ("A", "", "B") and talk.changes == 0
    talk = rules.put(talk, "C", 0)
    assert talk.placed == ("C", "", "B") and talk.changes == 1
    assert rules.touch_place(talk, 0).held == "C" and rules.touch_place(talk, 1).held == ""
    assert rules.lay_back(talk, "C").placed == ("", "", "B")
    sent = rules.send(talk)
    moves = (rules.pick(sent, "A"), rules.put(sent, "A", 1), rules.lay_back(sent, "C"), rules.touch_place(sent, 0))
    assert all(one == sent for one in moves) and rules.put(talk, "Z", 0) == rules.put(talk, "A", 9) == talk


@pytest.mark.parametrize("players", LENGTHS)
def test_a_run_gives_each_child_as_many_scenes_and_all_themes(players: int) -> None:
    for seed in range(20):
        run = start(draw(SCENES, LENGTHS[players], (), Random(seed)), players, seed)
        turns = Counter(talk.player for talk in run.talks)
        assert len(turns) == players and len(set(turns.values())) == 1
        assert {talk.scene.theme for talk in run.talks} == set(THEMES)
        assert len({talk.scene.id for talk in run.talks}) == LENGTHS[players]


def test_scenes_that_were_met_come_last() -> None:
    from kiosk.core.item import item_hash

    first = draw(SCENES, 12, (), Random(3))
    met = {item_hash(scene.item) for scene in first}
    assert not {scene.id for scene in draw(SCENES, 12, met, Random(4))} & {scene.id for scene in first}
    assert len(draw(SCENES, 99, met, Random(5))) == len(SCENES)


def test_a_run_comes_back_as_it_stood() -> None:
    run = start(draw(SCENES, 6, (), Random(1)), 2, 7)
    run = answered(moved(run, said(run.talk, *good_keys(run.talk))))
    run = onward(run)
    run = moved(run, rules.put(run.talk, "B", 1))
    back = restore(keep(run), SCENES)
    assert back == run and back.talk.placed == ("", "B", "")
    with pytest.raises(KeyError):
        restore({**keep(run), "talks": [{"scene": "gone"}]}, SCENES)


@pytest.mark.parametrize("tiles", [4, 5, 6])
@pytest.mark.parametrize(("width", "height", "upright"), [(1824, 768, False), (984, 1368, True)])
@pytest.mark.parametrize("target", [120.0, 168.0])
def test_boxes_lie_inside_and_apart(width: float, height: float, upright: bool, tiles: int, target: float) -> None:
    made = plan(width, height, tiles, upright=upright, target=target)
    boxes = [made.talk, *made.places, *made.seats]
    assert made.talk.h >= 230
    for at, one in enumerate(boxes):
        assert one.x >= 0 and one.y >= 0 and one.x + one.w <= width and one.y + one.h <= height
        assert all(apart(one, other) for other in boxes[:at])
    assert all(min(one.w, one.h) >= LEAST for one in boxes[1:])


def apart(one: Box, other: Box) -> bool:
    """Whether 12 pixels or more lie between two boxes."""
    gap = max(one.x - other.x - other.w, other.x - one.x - one.w, one.y - other.y - other.h, other.y - one.y - one.h)
    return gap >= 12
