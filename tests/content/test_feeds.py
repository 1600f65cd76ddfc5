"""灯河镇: enough posts, in balance, short, kind; the right reasons stand anywhere."""

import json
import re
from collections import Counter

from kiosk.core.places import program_folder
from kiosk.packs.our_pictures import is_ours
from kiosk.packs.parts.feeds import ACTS, FORMS, WHAT, faults, pictures
from kiosk.stations.little_supervisor import town as station
from tests.stations.supervisor_help import our_town

TOWN = our_town()
UNKIND = re.compile(r"笨蛋|傻|蠢|去死|血|裸|自杀|杀")
BRANDS = re.compile(r"微信|抖音|快手|淘宝|京东|腾讯|百度|QQ|王者|原神|小红书|微博|支付宝|拼多多")
NAMES = re.compile(r"小明|小红|小刚|小丽|小华")
"""A nickname such as 跳绳队的小红帽 is a thing."""
END = "。？！…"


def test_there_are_eighty_posts_in_five_themes() -> None:
    assert len(TOWN.posts) >= 80 and len(TOWN.streets) == 5
    counted = Counter((one.street, one.what) for one in TOWN.posts)
    for street in TOWN.streets:
        own = sum(counted[street.id, what] for what in WHAT)
        assert own >= 16 and 0.4 <= counted[street.id, "fine"] / own <= 0.6
        assert all(counted[street.id, what] >= 3 for what in WHAT)
    assert {one.form for one in TOWN.posts} == set(FORMS)
    assert min(Counter(one.form for one in TOWN.posts).values()) >= 8
    assert sum(one.surprising for one in TOWN.posts if one.fine) >= 10
    assert not any(one.surprising for one in TOWN.posts if not one.fine)


def test_the_words_of_checker_and_station_are_the_same() -> None:
    assert (WHAT, set(ACTS)) == (station.WHAT, set(station.ACTS))


def test_pictures_are_there() -> None:
    data = json.loads((program_folder() / "content" / "feeds" / "lantern-river.json").read_text("utf-8"))
    assert faults(data) == []
    for path, name in pictures(data):
        assert is_ours(name), (path, name)


def test_right_reasons_stand_evenly_and_do_not_stick_out() -> None:
    places = Counter(one.reasons.index(one.reason) for one in TOWN.posts)
    assert all(0.2 <= places[place] / len(TOWN.posts) <= 0.47 for place in range(3)), places
    longest = sum(len(one.reason) > max(map(len, one.others)) for one in TOWN.posts)
    assert 0.2 <= longest / len(TOWN.posts) <= 0.45


def test_texts_are_short_whole_and_name_nobody() -> None:
    texts = Counter(one.text for one in TOWN.posts)
    assert max(texts.values()) == 1
    for one in TOWN.posts:
        said = [one.text, one.explanation, one.reason, *one.others, one.outcome, *(reply.text for reply in one.replies)]
        for text in said:
            assert not UNKIND.search(text) and not BRANDS.search(text), text
            assert not NAMES.search(text.replace("小红帽", "")), text
        assert one.text[-1] in END and one.explanation[-1] in END, one.id
        assert len(one.text) <= 50 and len(one.explanation) <= 45
        assert 2 <= len(re.findall("[。？！]", one.explanation)) <= 3, one.explanation
        assert len(one.reason) <= 16 and len(one.outcome) <= 20


def test_acts_fit() -> None:
    for one in TOWN.posts:
        if one.fine:
            assert one.must[0] == "leave" and set(one.acts) <= {"leave", "tell"}
        else:
            assert one.handler and one.days and one.outcome and "leave" not in one.acts
        if one.what == "dangerous":
            assert {"tell", "report"} & set(one.must), one.id
    needless = [one for one in TOWN.posts if not one.fine and "report" not in one.acts]
    assert len(needless) >= 8, "not everything unkind needs a report"
