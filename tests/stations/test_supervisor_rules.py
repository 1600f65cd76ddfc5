"""A week at 督导亭: who looks at what, what an answer brings, and that classes come out as what they are."""

from collections import Counter
from random import Random

import pytest

from kiosk.core.item import Item, item_hash
from kiosk.learning.group import of_group
from kiosk.learning.signal import count
from kiosk.stations.little_supervisor import rules
from kiosk.stations.little_supervisor.facts import answered, result, stars_of
from kiosk.stations.little_supervisor.rules import PLAN, SUNDAY, Answer, Effect, Task, draw, effect_of
from kiosk.stations.little_supervisor.town import ACTS, FINE, Post
from tests.stations.supervisor_help import live, look, our_town, signals

TOWN = our_town()
SEEDS = range(30)


def post(what: str) -> Post:
    """Some post that is `what`."""
    return next(one for one in TOWN.posts if one.what == what)


@pytest.mark.parametrize("players", [1, 2, 3, 4])
def test_a_week_is_in_balance_and_everybody_looks_at_as_many(players: int) -> None:
    for seed in SEEDS:
        week = draw(TOWN, players, (), Random(seed))
        tasks = week.all_tasks
        each, days = PLAN[players]
        assert len(tasks) == len({one.post.id for one in tasks}) == players * each * len(days)
        assert set(Counter(one.player for one in tasks).values()) == {each * len(days)}
        for player in range(1, players + 1):
            own = [one.post for one in tasks if one.player == player]
            assert abs(2 * sum(one.fine for one in own) - len(own)) <= 1
            if players > 1:
                assert len({one.street for one in own}) == 1, "a street of one's own"
        if players == 1:
            assert set(Counter(one.post.street for one in tasks).values()) == {2}
            assert len({one.post.what for one in tasks}) == 4


def test_what_was_met_does_not_come_again_while_there_is_more() -> None:
    first = draw(TOWN, 1, (), Random(1))
    met = {one.post.id for one in first.all_tasks}
    assert not met & {one.post.id for one in draw(TOWN, 1, met, Random(1)).all_tasks}
    everything = {one.id for one in TOWN.posts}
    assert len(draw(TOWN, 1, everything, Random(1)).all_tasks) == 10


def test_a_draft_can_be_changed_until_it_is_confirmed() -> None:
    week = draw(TOWN, 1, (), Random(2))
    week = rules.open_post(week, week.waiting[0].post.id)
    assert not week.ready and rules.go_on(week) == week
    week = rules.say_what(week, "false")
    assert not week.ready
    week = rules.say_why(week, week.task.post.reasons[0])
    week = rules.go_on(week)
    assert week.step == "act" and not week.ready
    week = rules.go_back(rules.toggle_act(week, "tell"))
    assert week.step == "what" and not week.draft.acts
    week = rules.say_what(week, FINE)
    assert week.draft.changes == 1 and not week.draft.reason
    week = rules.go_on(week)
    assert week.answers[week.open] == Answer(FINE, changes=1)
    assert week.answers[week.open].done == ("leave",)


def test_leaving_alone_excludes_doing_something() -> None:
    week = draw(TOWN, 1, (), Random(2))
    week = rules.say_what(rules.open_post(week, week.waiting[0].post.id), "false")
    week = rules.go_on(rules.say_why(week, week.task.post.reason))
    for act in ("tell", "hold"):
        week = rules.toggle_act(week, act)
    assert week.draft.acts == ("hold", "tell")
    week = rules.toggle_act(week, "leave")
    assert week.draft.acts == ("leave",)
    assert rules.toggle_act(week, "tell").draft.acts == ("tell",)
    assert rules.toggle_act(week, "leave").draft.acts == ()


@pytest.mark.parametrize(
    ("what", "answer", "kind", "turn", "sent"),
    [
        ("fine", Answer("fine"), "clear", 1, False),
        ("fine", Answer("false", "", ("report",)), "needless", -1, True),
        ("fine", Answer("false", "", ("block",)), "still", 0, False),
        ("dangerous", Answer("dangerous", "", ("tell", "report")), "clear", 2, True),
        ("dangerous", Answer("uncivil", "", ("report",)), "clear", 1, True),
        ("dangerous", Answer("dangerous", "", ("block",)), "missed", -1, False),
        ("dangerous", Answer("dangerous", "", ("report", "advise")), "missed", -1, False),
        ("dangerous", Answer("fine"), "missed", -1, False),
        ("uncivil", Answer("uncivil", "", ("advise",)), "clear", 2, False),
        ("uncivil", Answer("uncivil", "", ("report", "advise")), "needless", -1, True),
    ],
)
def test_what_an_answer_brings(what: str, answer: Answer, kind: str, turn: int, sent: bool) -> None:
    effect = effect_of(Task(post(what), 1), answer, 2)
    assert (effect.kind, effect.turn, bool(effect.handler)) == (kind, turn, sent)
    assert effect.due >= 2


def test_reports_are_sent_worked_on_and_done_while_days_pass() -> None:
    task = Task(next(one for one in TOWN.posts if one.days == 2 and "report" in one.acts), 1)
    effect = effect_of(task, Answer(task.post.what, "", ("report",)), 1)
    assert effect == Effect("clear", 2, 3, task.post.handler)
    case = rules.Case(task, 1, effect)
    assert [case.state(day) for day in (1, 2, 3, 6)] == ["sent", "working", "done", "done"]


@pytest.mark.parametrize("players", [1, 2, 3, 4])
def test_the_sky_clears_over_a_good_week_and_clouds_over_a_bad_one(players: int) -> None:
    for seed in SEEDS:
        start = draw(TOWN, players, (), Random(seed))
        assert {rules.weather(start, one.id) for one in TOWN.streets} == {"cloudy"}
        week = live(start)
        busy = {one.post.street for one in week.all_tasks}
        assert {rules.weather(week, one) for one in busy} == {"sunny"}
        assert all(one.effect.due <= SUNDAY for one in rules.cases(week)), "everything is handled on Sunday"
        assert stars_of(week) == 3
        bad = start
        while not bad.over:
            bad = look(bad, "dangerous", ("report", "leave")) if bad.waiting else rules.next_day(bad)
        assert stars_of(bad) >= 1


def test_reporting_everything_rains() -> None:
    week = draw(TOWN, 1, (), Random(4))
    while not week.over:
        week = look(week, "false", ("report",)) if week.waiting else rules.next_day(week)
    needless = {one.task.post.street for one in rules.cases(week) if one.effect.kind == "needless"}
    assert needless and all(rules.weather(week, street) in ("rain", "cloudy", "fair") for street in needless)
    assert "rain" in {rules.weather(week, street) for street in needless}


def test_a_day_waits_for_its_posts() -> None:
    week = draw(TOWN, 1, (), Random(4))
    assert rules.next_day(week) == week
    assert rules.next_day(look(look(week, FINE), FINE)).day == 1


@pytest.mark.parametrize("players", [1, 3])
def test_a_week_is_kept_and_comes_back(players: int) -> None:
    week = look(draw(TOWN, players, (), Random(5)), "false", ("report", "tell"))
    back = rules.restore(TOWN, rules.keep(week))
    assert back == week


def test_answers_are_items_of_their_own() -> None:
    task = Task(post("dangerous"), 3)
    answer = Answer("dangerous", task.post.reason, ("tell",), 2)
    texts: dict[str, Item] = {}

    def keep(item: Item) -> str:
        texts[item_hash(item)] = item
        return item_hash(item)

    events = answered(TOWN, task, answer, keep, 9, 5)
    assert [one.item.rpartition(".")[2] for one in events] == ["what", "why", "act"]
    assert [one.verdict for one in events] == ["right"] * 3
    assert {one.player for one in events} == {3} and events[0].changes == 2
    assert {one.level for one in events} == {TOWN.street(task.post.street).name}
    assert [one.reading_ms for one in events] == [9, 9, 5]
    for event in events:
        item = texts[event.item_hash]
        keys = {option.key for option in item.options}
        assert set(event.right) <= keys and set(event.chosen) <= keys and item.playable
    assert len(answered(TOWN, task, Answer(FINE), item_hash, 1, 0)) == 1


def test_the_card_tells_what_was_learned() -> None:
    week = live(draw(TOWN, 1, (), Random(6)))
    card = result(week, 10, lambda code, **params: code, english=False)
    assert (card.answered, card.right, card.stars, len(card.learned)) == (10, 10, 3, 3)
    assert all(4 <= len(one) <= 24 and one[-1] in "。？！" for one in card.learned)


@pytest.mark.parametrize(
    ("child", "leaning", "guessing"),
    [("paranoid", "too_tight", None), ("trusting", "too_loose", None), ("discerning", "fit", False)],
)
def test_classes_come_out_as_what_they_are(child: str, leaning: str, guessing: bool | None) -> None:
    for seed in range(5):
        random = Random(seed)
        group = of_group([count(signals(TOWN, child, random)) for _ in range(30)])
        assert group is not None and group.children == 30 and group.incomplete == 0
        assert group.leaning == leaning
        assert (group.d.value > 1.5) == (child == "discerning")
        assert guessing is None or group.guessing == guessing


def test_acts_and_streets_stand_in_one_order() -> None:
    assert ACTS[-1] == "leave" and len(TOWN.streets) == 5
