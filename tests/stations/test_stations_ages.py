"""Posts and claims are those of the class's age band, in balance all the same; where there are none, others come."""

from dataclasses import replace
from random import Random

import pytest

from kiosk.core.item import AGES
from kiosk.stations.kind_words import run as talk_rules
from kiosk.stations.kind_words.scene import THEMES
from kiosk.stations.little_supervisor import rules as week_rules
from kiosk.stations.rumour_desk import rules as run_rules
from tests.stations.kind_words_stage import ours
from tests.stations.rumour_help import our_bank
from tests.stations.supervisor_help import our_town

TOWN, BANK, SCENES = our_town(), our_bank(), ours()


@pytest.mark.parametrize("players", [1, 2, 3, 4])
@pytest.mark.parametrize("ages", AGES)
def test_a_week_is_for_the_class_that_came(ages: str, players: int) -> None:
    for seed in range(20):
        week = week_rules.draw(TOWN, players, (), Random(seed), ages)
        posts = [one.post for one in week.all_tasks]
        assert len({one.id for one in posts}) == len(posts) and all(ages in one.ages for one in posts)
        fine = sum(one.fine for one in posts)
        assert 0.4 <= fine / len(posts) <= 0.6


@pytest.mark.parametrize("mode", [run_rules.DESK, run_rules.TRICKSTER])
@pytest.mark.parametrize("ages", AGES)
def test_claims_are_for_the_class_that_came(ages: str, mode: str) -> None:
    for players in (1, 2, 3, 4):
        run = run_rules.begin(BANK, mode, players, (), Random(players), ages)
        assert all(ages in one.claim.ages for one in run.tasks)
        true = sum(one.claim.truth == "true" for one in run.tasks)
        assert 0.4 <= true / sum(one.claim.truth != "unsure" for one in run.tasks) <= 0.6


def test_others_come_where_a_pack_has_none_for_them() -> None:
    town = replace(TOWN, posts=tuple(one for one in TOWN.posts if "junior" not in one.ages))
    assert len(week_rules.draw(town, 1, (), Random(1), "junior").all_tasks) == 10
    bank = replace(BANK, claims=tuple(one for one in BANK.claims if "junior" not in one.ages))
    assert len(run_rules.begin(bank, run_rules.DESK, 1, (), Random(1), "junior").tasks) == 11


@pytest.mark.parametrize("ages", AGES)
def test_scenes_are_for_the_class_that_came(ages: str) -> None:
    """Eight scenes for four children; where a pack has none for them, others come."""
    for seed in range(20):
        drawn = talk_rules.draw(SCENES, 8, (), Random(seed), ages)
        assert len(set(drawn)) == 8 and all(ages in one.ages for one in drawn)
        assert {one.theme for one in drawn} == set(THEMES)
    others = [one for one in SCENES if ages not in one.ages]
    assert len(talk_rules.draw(others, 3, (), Random(1), ages)) == min(3, len(others))
