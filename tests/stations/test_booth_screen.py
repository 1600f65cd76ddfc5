"""童声播报站 by synthetic touch: a take from the shelf to the card; nothing clipped in any layout or language."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kiosk.core.booth import Rights, TakeEnd
from kiosk.core.events import TakeRecorded
from kiosk.stations.broadcast_booth.card import CARD
from kiosk.stations.broadcast_booth.prompter import MOST
from tests.stations.anti_fraud_screen import SCREENS, Screen
from tests.stations.booth_stage import Studio, stage, studio

ShowStation = Callable[..., Screen]
LAYOUTS: list[tuple[tuple[int, int], str, dict[str, bool]]] = [
    ((1920, 1080), "zh", {}),
    ((1920, 1080), "zh", {"pinyin": True, "leftHanded": True}),
    ((1080, 1920), "zh", {}),
    ((1080, 1920), "zh", {"pinyin": True, "leftHanded": True}),
    ((3840, 2160), "zh", {"pinyin": True}),
    ((1920, 1080), "en", {}),
    ((1080, 1920), "en", {"leftHanded": True}),
]


def until(screen: Screen, booth: Studio, there: Callable[[], Any], what: str) -> None:
    """Hand on what the booth tells, and let the screen live, until `there`."""

    def looked() -> Any:
        booth.step(0.001)
        return there()

    screen.finger.wait(looked, what)


@pytest.mark.parametrize("deaf", [False, True])
def test_it_is_played_by_touch(deaf: bool, show: ShowStation, tmp_path: Path) -> None:
    """The rehearsal's own way, with a microphone and without: every touch is on something that is there."""
    with studio(tmp_path, deaf=deaf) as booth:
        world = stage(booth.booth, players=2)
        screen = show(world, calm=True)
        random = Random(3)
        for _ in range(40):
            if world.results:
                break
            moves: list[Any] = []

            def ready(moves: list[Any] = moves) -> Any:
                moves[:] = [CARD.rehearse(screen.view_model, screen.finger.names(), random)]
                return moves[0]

            until(screen, booth, ready, f"a move in {screen.view_model.phase}")
            screen.finger.touch_together([moves[0].touch], quick=moves[0].quick)
            booth.step()
        assert len(world.of(TakeRecorded)) == (0 if deaf else 1)
        assert len(world.results) == 1


def test_the_prompter_is_nudged_by_touch(show: ShowStation, tmp_path: Path) -> None:
    """A step on, a step back, another pace; the red button stops."""
    with studio(tmp_path, speed=3) as booth:
        screen = show(stage(booth.booth), calm=True)
        view_model = screen.view_model
        view_model.shelf.pick("bridge")
        view_model.primary()
        until(screen, booth, lambda: view_model.armed, "the microphone")
        view_model.primary()
        until(screen, booth, lambda: view_model.phase == "take" and view_model.elapsed, "the take")
        screen.finger.rest(410)
        at = view_model.prompter.now.at
        screen.finger.touch("primary")
        until(screen, booth, lambda: view_model.prompter.now.at > at, "the next step")
        at = view_model.prompter.now.at
        screen.tap("before")
        until(screen, booth, lambda: view_model.prompter.now.at < at, "the step before")
        screen.tap("pace")
        until(screen, booth, lambda: view_model.prompter.pace == 2, "another pace")
        assert not screen.finger.find("listen")
        screen.finger.touch("stop")
        until(screen, booth, lambda: view_model.phase == "hear", "the end")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: f"{one[0][0]}x{one[0][1]}-{one[1]}{'-'.join(one[2])}")
def test_nothing_is_clipped(
    layout: tuple[tuple[int, int], str, dict[str, bool]],
    show: ShowStation,
    english: Callable[[], None],
    tmp_path: Path,
) -> None:
    """Every screen with the longest texts; the pictures are kept for looking at."""
    size, language, switches = layout
    if language == "en":
        english()
    with studio(tmp_path) as booth:
        screen = show(stage(booth.booth, players=2, language=language), size, calm=True, **switches)
        view_model = screen.view_model
        mark = f"{size[0]}x{size[1]}-{language}{'-pinyin' if 'pinyin' in switches else ''}"
        faults: list[str] = []

        def look(name: str) -> None:
            screen.finger.rest(30)
            faults.extend(f"{name}: {fault}" for fault in screen.clipped())
            SCREENS.mkdir(parents=True, exist_ok=True)
            assert screen.view.grabWindow().save(str(SCREENS / f"booth-{mark}-{name}.png"))

        for theme in ("civility", "convention", "free"):
            view_model.shelf.pickTheme(theme)
            look(f"shelf-{theme}")
        for script in ("convention", "earthquake", "free-reporter"):
            view_model.shelf.pickTheme({"convention": "convention", "earthquake": "rumour"}.get(script, "free"))
            view_model.shelf.pick(script)
            look(f"script-{script}")
            if script != "free-reporter":
                view_model.back()
        view_model.primary()
        look("check")
        until(screen, booth, lambda: view_model.armed, "the microphone")
        view_model.primary()
        until(screen, booth, lambda: view_model.phase == "count", "the count-in")
        look("count")
        until(screen, booth, lambda: view_model.phase == "take" and view_model.elapsed > 2, "the take")
        look("take-free")
        until(screen, booth, lambda: view_model.elapsed > 21, "enough said")
        view_model.stop()
        until(screen, booth, lambda: view_model.hearing["render"] == "ready", "the broadcast")
        view_model.run.studio.tips = ("booth.tip_quieter_place", "booth.tip_slower")
        view_model.stateChanged.emit()
        look("hear")
        view_model.run.studio.rights = Rights(True, True, True, True)
        view_model.stateChanged.emit()
        look("hear-choice")
        view_model.run.show("release")
        look("release")
        view_model.primary()
        until(screen, booth, lambda: view_model.phase == "done", "the last screen")
        look("done")
        view_model.again()
        view_model.back()
        view_model.back()
        view_model.shelf.pickTheme("rumour")
        view_model.shelf.pick("earthquake")
        view_model.run.practise()
        longest = max(
            range(len(view_model.prompter.now.steps)), key=lambda at: len(view_model.prompter.now.steps[at].text)
        )
        for _ in range(longest):
            view_model.prompter.step(1)
        assert len(view_model.prompter.now.step.text) > MOST - 3
        look("practise")
        view_model.run.studio.end = TakeEnd("booth.unplugged", 0.0, whole=False)
        view_model.run.show("trouble")
        look("trouble")
        assert faults == []
