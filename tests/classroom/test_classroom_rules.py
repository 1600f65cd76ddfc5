"""The pure part of a class session: plans, ids, time box, and whether forty children fit."""

from random import Random

import pytest

from kiosk.classroom import capacity, rules
from kiosk.classroom.attempt import choose, confirmed, ordered
from kiosk.classroom.choice import form_for, next_attempt
from kiosk.classroom.form_sets import form_sets
from kiosk.classroom.rules import MINUTE_MS, PLANS, Asked, Session
from kiosk.core.events import ClassSessionMoved, ClassSessionStarted, FormStarted
from tests.classroom.class_help import form_items


def session(plan: str = "pre_post", moment: str = "pre", started: int = 0) -> Session:
    return Session("s", "4711", Asked("五年级（2）班", plan), started, moment, started)


def test_an_id_follows_from_base_day_and_code() -> None:
    """Kiosks that never meet come to the same id; another day, code or base to another."""
    one = rules.session_id("基地", "2026-11-20", "4711")
    assert one == rules.session_id(" 基地 ", "2026-11-20", "4711")
    others = {rules.session_id(*given) for given in (("别处", "2026-11-20", "4711"), ("基地", "2026-11-21", "4711"))}
    assert one not in others | {rules.session_id("基地", "2026-11-20", "4712")}


def test_codes_are_new_and_easy_to_tell() -> None:
    taken = {str(number) for number in range(1000, 10_000)} - {"5309"}
    assert rules.new_code(taken, Random(1)) == "5309"
    assert [rules.is_code(text) for text in ("5309", "530", "53o9", "٥٣٠٩", "")] == [True, False, False, False, False]


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_comes_to_its_end(plan: str) -> None:
    seen, one = [], session(plan, PLANS[plan][0])
    while not one.ended:
        seen.append(one.moment)
        one = rules.moved(one, ClassSessionMoved("s", one.following), 5)
    assert tuple(seen) == PLANS[plan]


def test_the_time_box_and_a_clock_that_was_set_back() -> None:
    """A dead battery does not end a class; a class of yesterday is forgotten."""
    one = session(started=100 * MINUTE_MS)
    assert one.left_ms(110 * MINUTE_MS) == 35 * MINUTE_MS
    assert one.left_ms(0) == 45 * MINUTE_MS
    assert not one.forgotten(159 * MINUTE_MS)
    assert one.forgotten(160 * MINUTE_MS)
    assert not one.forgotten(0)
    assert session(started=rules.LONGEST_MS * 3).forgotten(0)


def test_a_session_is_what_its_facts_say() -> None:
    begun = ClassSessionStarted("teacher", "s", "4711", "五年级（2）班", ("a",), "pre_post", 45, 38)
    facts = [(begun, 10), (ClassSessionMoved("other", "ended"), 15), (ClassSessionMoved("s", "play"), 20), (begun, 30)]
    found = rules.replayed(facts)
    assert found == Session("s", "4711", Asked("五年级（2）班", "pre_post", 45, ("a",), 38), 10, "play", 20)
    assert rules.replayed(facts[1:2]) is None
    again = rules.replayed([*facts, (ClassSessionMoved("s", "ended"), 40), (begun, 50)])
    assert again and (again.moment, again.started_ms) == ("pre", 50)


def test_a_child_who_comes_back_gets_the_other_form() -> None:
    """By its place, or wherever it stands by its return code; four weeks later everybody gets C."""
    for place in (1, 2, 3, 4):
        assert form_for("pre", place) != form_for("post", place)
        assert form_for("booster", place) == "C"
        assert (form_for("post", place, "A"), form_for("post", place, "B")) == ("B", "A")
    assert [form_for("pre", place) for place in (1, 2, 3, 4)] == ["A", "B", "A", "B"]


def test_neighbours_have_an_order_of_their_own_and_a_crash_does_not_change_it() -> None:
    forms = form_sets(form_items())[""]
    orders = {tuple(one.item.id for one in ordered(forms.items("A"), f"visit-{place}")) for place in range(4)}
    assert len(orders) == 4
    assert ordered(forms.items("A"), "visit-1") == ordered(forms.items("A"), "visit-1")


def test_an_attempt_counts_changes_and_tells_nothing_but_the_fact() -> None:
    forms = form_sets(form_items())[""]
    attempt, facts = next_attempt(session(), forms, 2, "v", "", "")
    assert facts[0] == FormStarted("s", "B", "pre", "quarter")
    chosen = choose(choose(choose(attempt, "scam"), "scam"), "genuine")
    assert choose(chosen, "nonsense") == chosen
    nature = chosen.item.item.nature
    after, fact = confirmed(chosen, 9_000)
    assert (fact.station, fact.level, fact.mode, fact.player, fact.changes) == ("class_session", "pre", "form", 2, 1)
    assert (fact.chosen, fact.right, fact.verdict) == (
        ("genuine",),
        (nature,),
        "right" if nature == "genuine" else "wrong",
    )
    assert (after.answered, after.chosen, after.changes) == (1, "", 0)


def test_whether_forty_children_fit_is_told_honestly() -> None:
    """One kiosk with four places does not test forty children twice in 45 minutes; the ways that do are named."""
    alone = capacity.at_screens(40, places=4, kiosks=1, plan="pre_post", minutes=45)
    assert (alone.rounds, alone.form_s, alone.fits) == (10, 10 * 252 + 9 * 20, False)
    assert capacity.at_screens(40, 4, 1, "pre", 45).left_s == 0
    assert capacity.at_screens(40, 4, 1, "post", 45).fits
    assert capacity.kiosks_needed(40, 4, "pre_post", 45) == 3
    assert capacity.at_screens(40, 4, 3, "pre_post", 45).left_s == 2700 - 2 * (4 * 252 + 3 * 20)
    whole = capacity.whole_class("pre_post", 45)
    assert (whole.form_s, whole.left_s, whole.fits) == (450, 1800, True)
    assert capacity.kiosks_needed(40, 1, "pre_post", 20) == 0
