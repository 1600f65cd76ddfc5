"""Our claims: enough, half of them true, short, kind; no single check gives the answer away."""

import json
import re
from collections import Counter

from kiosk.core.places import program_folder
from kiosk.packs.our_pictures import is_ours
from kiosk.packs.parts.claims import CHECKS, PULLS, faults, pictures
from kiosk.stations.rumour_desk import claims as station
from tests.content.test_feeds import BRANDS, END, NAMES, UNKIND
from tests.stations.rumour_help import our_bank

BANK = our_bank()


def test_there_are_sixty_claims_and_half_are_true() -> None:
    truths = Counter(one.truth for one in BANK.claims)
    assert truths["true"] == truths["false"] >= 30 and truths["unsure"] >= 5
    for theme in BANK.themes:
        own = Counter(one.truth for one in BANK.claims if one.theme == theme)
        assert 0.4 <= own["true"] / (own["true"] + own["false"]) <= 0.6, theme
    assert sum(one.surprising for one in BANK.claims if one.truth == "true") >= 12
    assert not any(one.surprising for one in BANK.claims if one.truth != "true")
    assert sum(bool(one.whole) for one in BANK.claims) == 6


def test_words_and_pictures_are_those_of_the_checker() -> None:
    data = json.loads((program_folder() / "content" / "claims" / "river-claims.json").read_text("utf-8"))
    assert faults(data) == [] and station.CHECKS == CHECKS
    for path, name in pictures(data):
        assert is_ours(name), (path, name)
    words = (program_folder() / "kiosk" / "core" / "words" / "rumour_desk.toml").read_text("utf-8")
    assert all(f"[pull_{one}]" in words for one in PULLS)


def test_only_the_board_always_knows() -> None:
    for check in ("source", "date", "picture"):
        leans = Counter((one.truth, one.checks[check].leans) for one in BANK.claims)
        sides = {lean: {truth for truth, which in leans if which == lean} for lean in ("for", "open")}
        assert {"true", "false"} <= sides["open"], check
    assert any(one.checks["source"].leans == "for" for one in BANK.claims if one.truth == "false")


def test_texts_are_short_whole_and_name_nobody() -> None:
    assert max(Counter(one.text for one in BANK.claims).values()) == 1
    for one in BANK.claims:
        for text in (one.text, one.explanation, *(check.text for check in one.checks.values())):
            mild = text.replace("鼻子出血", "").replace("血是蓝色", "")
            assert not UNKIND.search(mild) and not BRANDS.search(text) and not NAMES.search(text), text
            assert text[-1] in END, text
        assert len(one.text) <= 40 and len(one.explanation) <= 45
        assert 2 <= len(re.findall("[。？！]", one.explanation)) <= 3, one.explanation
    lengths = {truth: [len(one.text) for one in BANK.claims if one.truth == truth] for truth in ("true", "false")}
    means = [sum(found) / len(found) for found in lengths.values()]
    assert abs(means[0] - means[1]) <= 3, "length tells nothing"


def test_baits_are_harmless_and_tell_how_one_notices() -> None:
    assert len(BANK.baits) >= 4
    for bait in BANK.baits:
        assert "小狐狸" in bait.goal and len(bait.options) == 3
        assert all(len(one.why) <= 40 and not UNKIND.search(one.text) for one in bait.options)
