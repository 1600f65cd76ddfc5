"""承诺桥 by synthetic touch, with one to four children; nothing clipped in any layout; the paper forgets."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from kiosk.core.events import PromisesMade
from kiosk.core.returning import PICTURES
from kiosk.rehearsal.finger import items
from kiosk.stations.pledge.rules import places
from tests.stations.anti_fraud_screen import SCREENS, Screen
from tests.stations.pledge_stage import CODE, OneCode, lit, stage

ShowStation = Callable[..., Screen]
SIZES = [(1920, 1080), (1080, 1920), (3840, 2160)]
CHOSEN = ("kind", "no-link", "time")


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


@pytest.mark.parametrize("players", [1, 2, 3, 4])
def test_it_is_played_by_touch(players: int, show: ShowStation) -> None:
    world = stage(players=players, lit=lit(10))
    screen = show(world, calm=True)
    to(screen, "choose")
    for player in range(1, players + 1):
        for one in CHOSEN:
            screen.tap(f"promise-{one}")
        screen.finger.wait(lambda: screen.view_model.chosen_now == CHOSEN, "three promises")
        to(screen, "sign")
        write(screen, fingers=2)
        to(screen, "hang")
        assert screen.finger.find("sign-pad") is None, "the paper is gone with what was written on it"
        screen.tap(f"shape-{player + 1}")
        screen.finger.touch_at(screen.finger.point("bridge", (0.3, 0.5)))
        screen.finger.wait(lambda: screen.view_model.lantern_now.place >= 0, "a place")
        to(screen, "done")
        if player < players:
            to(screen, "choose")
    press(screen)
    screen.finger.wait(lambda: world.results, "the card")
    assert [one.shape for one in world.of(PromisesMade)] == list(range(2, players + 2))


def test_writing_again_empties_the_paper(show: ShowStation) -> None:
    screen = show(stage(), calm=True)
    to(screen, "choose")
    for one in CHOSEN:
        screen.tap(f"promise-{one}")
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
    world = stage(players=2, returns=OneCode(), lit=lit(30))
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
        view_model.choose(one)
    look("chosen")
    view_model.primary()
    screen.view.grabWindow()
    write(screen)
    look("sign")
    view_model.primary()
    look("hang")
    view_model.pickShape(4)
    view_model.hangAt(500.0, 560.0)
    look("hung")
    view_model.primary()
    look("done")
