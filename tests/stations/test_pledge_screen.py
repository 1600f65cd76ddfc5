"""承诺桥 by synthetic touch, with one to four children; nothing clipped in any layout; the paper forgets."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from kiosk.core.events import PromisePlanned, PromisesMade
from kiosk.core.returning import PICTURES
from kiosk.rehearsal.finger import items
from kiosk.stations.pledge.plans import PLANS
from kiosk.stations.pledge.rehearsal import rehearse
from kiosk.stations.pledge.rules import places
from tests.stations.anti_fraud_screen import SCREENS, Screen
from tests.stations.pledge_stage import CODE, OneCode, lit, make_plans, practise, stage

ShowStation = Callable[..., Screen]
SIZES = [(1920, 1080), (1080, 1920), (3840, 2160)]
CHOSEN = ("kind", "no-link", "time")
LONG = "read"


def press(screen: Screen) -> None:
    """The primary button, once buttons listen again."""
    screen.ready()
    screen.finger.rest(410)
    screen.tap("primary")


def to(screen: Screen, phase: str) -> None:
    press(screen)
    screen.finger.wait(lambda: screen.view_model.now == phase, phase)
    screen.view.grabWindow()


def write(screen: Screen, fingers: int = 1) -> None:
    """A stroke by each finger, at the same time."""
    start, device = screen.finger.point("sign-pad", (0.2, 0.5)), screen.finger._device
    for step in range(6):
        event = QTest.touchEvent(screen.view, device, False)
        for finger in range(fingers):
            at = start + QPoint(40 * step, 60 * finger + 25 * (step % 2))
            event.press(finger, at, screen.view) if step == 0 else event.move(finger, at, screen.view)
        event.commit()
        screen.finger.rest(15)
    event = QTest.touchEvent(screen.view, device, False)
    for finger in range(fingers):
        event.release(finger, start + QPoint(200, 60 * finger + 25), screen.view)
    event.commit()
    screen.finger.wait(lambda: screen.view_model.signed_now, "a signature")


def plan_by_touch(screen: Screen) -> None:
    """Every plan that is wanted, then its practice, by touch."""
    view_model = screen.view_model
    while view_model.now in ("plan", "practice"):
        move = rehearse(view_model, (), Random(1))
        assert move is not None
        if move.touch == "primary":
            press(screen)
        else:
            screen.view.grabWindow()
            screen.tap(move.touch)
            screen.finger.rest(20)


@pytest.mark.parametrize("players", [1, 2, 3, 4])
def test_it_is_played_by_touch(players: int, show: ShowStation) -> None:
    world = stage(players=players, lit=lit(10))
    screen = show(world, calm=True)
    to(screen, "choose")
    for player in range(1, players + 1):
        for one in CHOSEN:
            screen.tap(f"promise-{one}")
        screen.finger.wait(lambda: screen.view_model.choose_now.chosen == CHOSEN, "three promises")
        screen.finger.rest(410)
        to(screen, "plan")
        plan_by_touch(screen)
        screen.finger.wait(lambda: screen.view_model.now == "paint", "paint")
        for one in (f"shape-{player + 1}", f"paper-{player}", "pattern-2"):
            screen.tap(one)
        screen.finger.wait(lambda: screen.view_model.paint_now.lantern.pattern == 2, "a painted lantern")
        to(screen, "sign")
        write(screen, fingers=2)
        to(screen, "hang")
        assert screen.finger.find("sign-pad") is None, "the paper is gone with what was written on it"
        screen.finger.touch_at(screen.finger.point("bridge", (0.3, 0.5)))
        screen.finger.wait(lambda: screen.view_model.paint_now.lantern.place >= 0, "a place")
        to(screen, "done")
        if player < players:
            to(screen, "choose")
    press(screen)
    screen.finger.wait(lambda: world.results, "the card")
    made = world.of(PromisesMade)
    assert [(one.shape, one.paper, one.pattern) for one in made] == [(at + 1, at, 2) for at in range(1, players + 1)]
    assert len(world.of(PromisePlanned)) == players * PLANS[players]


def test_writing_again_empties_the_paper(show: ShowStation) -> None:
    screen = show(stage(), calm=True)
    view_model = screen.view_model
    to(screen, "choose")
    for one in CHOSEN:
        view_model.choose_now.pick(one)
    view_model.primary()
    make_plans(view_model)
    practise(view_model)
    to(screen, "sign")
    write(screen)
    screen.finger.rest(410)
    screen.tap("rewrite")
    screen.finger.wait(lambda: not screen.view_model.signed_now, "empty paper")


def test_a_code_is_entered_by_touch(show: ShowStation) -> None:
    """All sixteen pictures are large enough; a wrong code first."""
    screen = show(stage(returns=OneCode()), calm=True)
    screen.finger.rest(410)
    screen.tap("have-code")
    screen.finger.wait(lambda: screen.finger.find("code-moon"), "the pictures")
    for name in PICTURES:
        item = screen.finger.find(f"code-{name}")
        assert item is not None and min(item.width(), item.height()) >= 120
    for one in ("bell", "boat", "drum"):
        screen.tap(f"code-{one}")
    press(screen)
    screen.finger.wait(lambda: "没关系" in screen.view_model.back.note, "kind words")
    for one in CODE:
        screen.tap(f"code-{one}")
    to(screen, "back")
    screen.tap("answer-0-2")
    screen.finger.wait(lambda: screen.view_model.back.rows[0]["answer"] == "not_yet", "an answer")
    to(screen, "choose")


@pytest.mark.parametrize("size", SIZES)
def test_lanterns_hang_from_the_knots_of_the_picture(size: tuple[int, int], show: ShowStation) -> None:
    """And a finger that aims at a lantern's place gets it."""
    screen = show(stage(lit=lit(4)), size, calm=True)
    upright = size[1] > size[0]
    scale = size[0] / (1080 if upright else 1920)
    tied = sorted(
        (one.mapToScene(QPointF(one.width() / 2, 0)).x() / scale, one.mapToScene(QPointF(0, 0)).y() / scale)
        for one in items(screen.view.contentItem())
        if "HangingLantern" in str(one.metaObject().className())
    )
    assert tied == [pytest.approx((x, y - 3), abs=1.5) for x, y in places(upright)[:4]]


@pytest.mark.parametrize(
    ("size", "pinyin"), [(SIZES[0], False), (SIZES[0], True), (SIZES[1], False), (SIZES[1], True), (SIZES[2], True)]
)
def test_nothing_is_clipped(size: tuple[int, int], pinyin: bool, show: ShowStation) -> None:
    """Every phase in every layout; the pictures are kept for looking at."""
    players = 1 if pinyin and size == SIZES[0] else 2
    world = stage(players=players, returns=OneCode(), lit=lit(30))
    screen = show(world, size, calm=True, pinyin=pinyin, leftHanded=pinyin)
    view_model = screen.view_model
    mark = f"{size[0]}x{size[1]}{'-pinyin' if pinyin else ''}"

    def look(name: str) -> None:
        screen.view.grabWindow()
        assert screen.clipped() == [], name
        SCREENS.mkdir(parents=True, exist_ok=True)
        assert screen.view.grabWindow().save(str(SCREENS / f"pledge-{mark}-{name}.png"))

    look("hello")
    view_model.enterCode()
    view_model.back.enter("bell")
    look("code")
    for one in ("boat", "drum"):
        view_model.back.enter(one)
    view_model.primary()
    look("code-wrong")
    for one in CODE:
        view_model.back.enter(one)
    view_model.primary()
    look("back")
    for promise, answer in (("kind", "kept"), ("secret", "sometimes"), ("sleep", "not_yet")):
        view_model.back.answer(promise, answer)
    look("back-told")
    view_model.primary()
    look("choose")
    for one in CHOSEN:
        view_model.choose_now.pick(one)
    look("chosen")
    view_model.primary()
    if players > 1:
        look("plan-pick")
        view_model.plan_now.touch("kind")
    look("plan-when")
    view_model.plan_now.pickWhen(LONG)
    look("plan-way")
    view_model.plan_now.pickWay("again")
    look("planned")
    view_model.primary()
    make_plans(view_model)
    look("practice")
    practice = view_model.practice_now
    practice.pick((practice.now.round.own + 1) % 3)
    look("practice-other")
    practice.pick(practice.now.round.own)
    look("practice-found")
    practise(view_model)
    look("paint")
    for row, number in (("shape", 4), ("paper", 5), ("pattern", 3)):
        view_model.paint_now.paint(row, number)
    look("painted")
    view_model.primary()
    screen.view.grabWindow()
    write(screen)
    look("sign")
    view_model.primary()
    look("hang")
    view_model.hangAt(500.0, 560.0)
    look("hung")
    view_model.primary()
    look("done")
