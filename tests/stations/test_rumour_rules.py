"""A run at 辟谣台: which claims come, what is recorded, and that classes come out as what they are."""

from collections import Counter
from random import Random

import pytest

from kiosk.learning.group import of_group
from kiosk.learning.signal import count
from kiosk.stations.rumour_desk import rules
from kiosk.stations.rumour_desk.facts import answered, cast, item_of, result, stars_of
from kiosk.stations.rumour_desk.rules import AFTER_BAITS, DESK, PLAN, TRICKSTER, Answer, begin, verdict
from tests.stations.rumour_help import give, our_bank, signals

BANK = our_bank()


@pytest.mark.parametrize("players", [1, 2, 3, 4])
def test_half_of_the_claims_are_true(players: int) -> None:
    decided, unsure = PLAN[players]
    for seed in range(20):
        run = begin(BANK, DESK, players, (), Random(seed))
        assert len({one.claim.id for one in run.tasks}) == len(run.tasks) == players * (decided + unsure)
        for player in range(1, players + 1):
            truths = Counter(one.claim.truth for one in run.tasks if one.player == player)
            assert truths["unsure"] == unsure and abs(truths["true"] - truths["false"]) <= 1
        assert len({one.claim.theme for one in run.tasks}) == 6, "of every theme"


@pytest.mark.parametrize("players", [1, 2, 3, 4])
def test_the_little_fox_is_always_followed_by_eight_mixed_claims(players: int) -> None:
    for seed in range(20):
        run = begin(BANK, TRICKSTER, players, (), Random(seed))
        assert run.fishing and len(run.baits) >= 3
        assert Counter(one.claim.truth for one in run.tasks) == Counter(AFTER_BAITS)
        assert max(Counter(one.player for one in run.tasks).values()) == -(-8 // players)
        assert rules.look(run, "source") == run, "first the baits"
        while run.fishing:
            before = len(run.cast)
            assert rules.cast_bait(run) == run, "nothing is chosen"
            run = rules.cast_bait(rules.take_bait(run, 1))
            assert len(run.cast) == before + 1 and cast(run).bait == "B"
        assert not run.over and rules.take_bait(run, 0) == run


def test_nothing_is_rated_before_something_was_looked_at() -> None:
    run = begin(BANK, DESK, 1, (), Random(1))
    assert rules.rate(run, "scam") == run and rules.be_sure(run, "sure") == run and rules.confirm(run) == run
    run = rules.look(rules.look(run, "date"), "date")
    assert run.draft.looked == ("date",) and rules.look(run, "moon") == run
    run = rules.rate(rules.rate(run, "scam"), "genuine")
    assert run.draft.changes == 1 and not run.ready
    run = rules.be_sure(run, "guess")
    assert run.ready
    assert rules.confirm(run).answers == (Answer(("date",), "genuine", "guess", 1),)


@pytest.mark.parametrize(
    ("truth", "rating", "worth"),
    [
        ("true", "genuine", "right"),
        ("true", "scam", "wrong"),
        ("true", "ask_first", "ask_ok"),
        ("false", "scam", "right"),
        ("false", "genuine", "wrong"),
        ("false", "ask_first", "ask_ok"),
        ("unsure", "ask_first", "right"),
        ("unsure", "genuine", "wrong"),
    ],
)
def test_what_a_rating_is_worth(truth: str, rating: str, worth: str) -> None:
    claim = next(one for one in BANK.claims if one.truth == truth)
    assert verdict(claim, Answer(("date",), rating, "sure")) == worth


def test_what_was_met_does_not_come_again_while_there_is_more() -> None:
    met = {one.claim.id for one in begin(BANK, DESK, 1, (), Random(1)).tasks}
    assert not met & {one.claim.id for one in begin(BANK, DESK, 1, met, Random(1)).tasks}
    assert len(begin(BANK, DESK, 1, {one.id for one in BANK.claims}, Random(1)).tasks) == 11


def test_a_rating_is_recorded_with_how_sure_the_child_was() -> None:
    run = begin(BANK, DESK, 2, (), Random(2))
    task, run = run.task, give(run, run.task.claim.nature, "fairly", "board")
    event = answered(run, task, run.answers[0], item_of(BANK, task.claim), "hash", 7)
    assert (event.confidence, event.verdict, event.player, event.mode) == ("fairly", "right", 1, "practice")
    assert event.level == BANK.themes[task.claim.theme][0]
    item = item_of(BANK, task.claim)
    assert item.kind == "judge" and item.right == (item.nature,) and item.message is not None and item.playable


def test_a_run_is_kept_and_comes_back() -> None:
    run = rules.cast_bait(rules.take_bait(begin(BANK, TRICKSTER, 2, (), Random(3)), 2))
    assert rules.restore(BANK, rules.keep(run)) == run
    run = give(begin(BANK, DESK, 1, (), Random(3)), "scam")
    assert rules.restore(BANK, rules.keep(run)) == run


def test_the_card_tells_what_was_learned() -> None:
    run = begin(BANK, DESK, 1, (), Random(6))
    assert stars_of(run) == 0
    while not run.over:
        run = give(run, run.task.claim.nature)
    card = result(run, 11, lambda code, **params: code, english=False)
    assert (card.answered, card.right, card.stars, len(card.learned)) == (11, 11, 3, 3)
    assert all(4 <= len(one) <= 24 and one[-1] in "。？！" for one in card.learned)


@pytest.mark.parametrize(
    ("child", "leaning"), [("paranoid", "too_tight"), ("trusting", "too_loose"), ("discerning", "fit")]
)
def test_classes_come_out_as_what_they_are(child: str, leaning: str) -> None:
    for seed in range(5):
        random = Random(seed)
        group = of_group([count(signals(BANK, child, random)) for _ in range(30)])
        assert group is not None and (group.children, group.incomplete) == (30, 0)
        assert group.leaning == leaning
        assert (group.d.value > 1.5) == (child == "discerning")
