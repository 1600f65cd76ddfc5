"""童声播报站's view model over the real booth: a take to the card, leaving, no microphone, closed, faults, consents."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.core.booth import MOST_S, ClosedBooth, TakeEnd, Trouble
from kiosk.core.events import LanternLit, StationFinished, StationOpened, TakeRecorded
from kiosk.devices.recorder import ChildRecorder
from kiosk.stations.broadcast_booth.view_model import BroadcastBoothViewModel
from tests.stations.booth_stage import BoothStage, Studio, stage, studio

Opened = Any


@pytest.fixture
def opened(qapp: QCoreApplication) -> Iterator[Opened]:
    """Opens the station of a stage; closed at the end."""
    made: list[BroadcastBoothViewModel] = []

    def opening(world: BoothStage) -> Any:
        made.append(BroadcastBoothViewModel(world.context()))
        return made[-1]

    yield opening
    for one in made:
        one.close()


@pytest.fixture
def hearing(tmp_path: Path) -> Iterator[Studio]:
    """A booth that hears a file."""
    with studio(tmp_path) as one:
        yield one


@pytest.fixture
def deaf(tmp_path: Path) -> Iterator[Studio]:
    """A booth without a microphone."""
    with studio(tmp_path, deaf=True) as one:
        yield one


def into_take(view_model: Any, booth: Studio, theme: str = "civility", script: str = "bridge") -> None:
    """From the shelf into a running take."""
    view_model.shelf.pickTheme(theme)
    view_model.shelf.pick(script)
    view_model.primary()
    booth.until(lambda: view_model.armed, "the microphone")
    view_model.primary()
    assert view_model.phase == "count"
    booth.until(lambda: view_model.phase == "take" and view_model.elapsed > 1, "the take")


def into_listening(view_model: Any, booth: Studio, seconds: float = 21.0, **which: str) -> None:
    """A take of so many seconds, made a broadcast."""
    into_take(view_model, booth, **which)
    booth.until(lambda: view_model.elapsed > seconds, "enough said")
    view_model.stop()
    booth.until(lambda: view_model.phase == "hear", "the end")
    booth.until(lambda: view_model.hearing["render"] == "ready", "the broadcast")


def test_a_take_to_the_result_card(opened: Opened, hearing: Studio) -> None:
    """Nothing of ours sounds while the microphone is open; the lantern waits for the disk; nothing is kept."""
    world = stage(hearing.booth)
    view_model = opened(world)
    into_take(view_model, hearing)
    assert view_model.readingText == ""
    assert world.stays[-1] is True
    sounds = len(world.sounds)
    hearing.until(lambda: view_model.elapsed > 21, "enough said")
    assert len(world.sounds) == sounds
    assert view_model.sound.wave
    assert view_model.secondsLeft < 60
    assert view_model.prompter.now.at > 0
    view_model.stop()
    hearing.until(lambda: view_model.hearing["render"] == "ready", "the broadcast")
    assert (view_model.phase, world.stays[-1]) == ("hear", False)
    assert view_model.hearing["tips"]
    view_model.play("broadcast")
    hearing.until(lambda: not view_model.hearing["playing"], "the end of the sound")
    assert view_model.releases == [view_model.releases[0]]
    world.at_once = False
    view_model.primary()
    assert (view_model.phase, view_model.primaryUsable) == ("hear", False)
    world.written()
    assert view_model.phase == "done"
    view_model.primary()
    (take,) = world.of(TakeRecorded)
    assert (take.script, take.voices, take.ended) == ("bridge", 1, "booth.stopped")
    assert take.seconds == pytest.approx(21, abs=2)
    assert world.of(LanternLit) == [LanternLit("broadcast_booth", "civility")]
    assert world.of(StationFinished) == [StationFinished("broadcast_booth", "civility", 1, 1, 3, True)]
    assert len(world.of(StationOpened)) == 1
    (card,) = world.results
    assert (card.stars, card.lanterns, len(card.learned)) == (3, 1, 3)
    assert world.snapshots == [{"script": "bridge"}, {}]


def test_leaving_in_a_take_destroys_it(opened: Opened, hearing: Studio) -> None:
    """No file of it is left, and nothing is told to whoever comes next."""
    world = stage(hearing.booth)
    view_model = opened(world)
    into_take(view_model, hearing)
    now = hearing.booth._now
    assert now
    assert now.files.raw.exists()
    view_model.close()
    hearing.until(lambda: not now.files.folder.exists(), "the take is gone")
    assert hearing.home.guardian.takes.all() == []
    assert world.of(TakeRecorded) == []
    assert [one.completed for one in world.of(StationFinished)] == [False]
    assert world.stays[-1] is False


def test_again_in_the_middle_and_after_listening(opened: Opened, hearing: Studio) -> None:
    """A restart goes through a new count-in; a take that was too short asks for another; thrown away is the shelf."""
    world = stage(hearing.booth)
    view_model = opened(world)
    into_take(view_model, hearing)
    view_model.restart()
    hearing.until(lambda: view_model.phase == "count", "the new count-in")
    hearing.until(lambda: view_model.phase == "take" and view_model.elapsed > 2, "the new take")
    view_model.stop()
    hearing.until(lambda: view_model.hearing["render"] == "ready", "the broadcast")
    assert view_model.notice == world.context().say("booth.too_short")
    assert not view_model.longEnough
    view_model.primary()
    assert view_model.phase == "check"
    view_model.back()
    assert view_model.phase == "script"
    assert len(world.of(TakeRecorded)) == 2
    hearing.until(lambda: hearing.booth._now is None, "nothing is left")


def test_without_a_microphone_it_can_be_practised(opened: Opened, deaf: Studio) -> None:
    """A kind sentence, and a way on to a lantern."""
    world = stage(deaf.booth)
    view_model = opened(world)
    view_model.shelf.pick("bridge")
    view_model.primary()
    deaf.until(lambda: "没有找到话筒" in view_model.notice, "the sentence")
    assert (view_model.phase, view_model.armed) == ("check", False)
    view_model.primary()
    assert (view_model.phase, view_model.practising) == ("take", True)
    for _ in range(40):
        view_model.tick()
    assert view_model.elapsed == 2.0
    assert view_model.prompter.read > 0
    view_model.restart()
    assert view_model.elapsed == 0
    view_model.stop()
    view_model.primary()
    assert world.of(TakeRecorded) == []
    assert "大声读了一遍" in world.results[0].tally


def test_a_closed_booth_says_so(opened: Opened, deaf: Studio) -> None:
    """By the setting, or before the disk gets full; and nobody is kept there."""
    deaf.home.settings["booth_mode"] = "closed"
    for world in (stage(deaf.booth), stage(ClosedBooth())):
        view_model = opened(world)
        assert (view_model.phase, "没有开放" in view_model.notice) == ("closed", True)
        view_model.primary()
        assert world.left == ["left"]


def test_it_closes_while_a_child_is_there(opened: Opened, hearing: Studio) -> None:
    """The setting changes in the count-in: a kind sentence, no take, another script."""
    world = stage(hearing.booth)
    view_model = opened(world)
    view_model.shelf.pick("bridge")
    view_model.primary()
    hearing.until(lambda: view_model.armed, "the microphone")
    view_model.primary()
    hearing.home.settings["booth_mode"] = "closed"
    hearing.until(lambda: view_model.phase == "trouble", "the end")
    assert "没有开放" in view_model.notice
    view_model.throwAway()
    assert view_model.phase == "shelf"


def test_a_fault_keeps_the_take_so_far(opened: Opened, hearing: Studio) -> None:
    """The capture process is killed: the sentence of its code, and what was said can be heard."""
    world = stage(hearing.booth)
    view_model = opened(world)
    into_take(view_model, hearing)
    hearing.until(lambda: view_model.elapsed > 3, "something said")
    assert isinstance(hearing.booth.recorder, ChildRecorder)
    pid = hearing.booth.recorder.child_pid
    assert pid
    os.kill(pid, signal.SIGKILL)
    hearing.until(lambda: view_model.phase == "hear", "the end")
    assert view_model.notice == world.context().say("booth.capture_gone")
    hearing.until(lambda: view_model.hearing["render"] == "ready", "the broadcast")


@pytest.mark.parametrize("code", ["unplugged", "no_data", "switched", "sound_service_gone", "disk_full", "disk_failed"])
@pytest.mark.parametrize("seconds", [0.0, 30.0])
def test_every_fault_has_its_sentence_and_a_way_on(code: str, seconds: float, opened: Opened, deaf: Studio) -> None:
    world = stage(deaf.booth)
    view_model = opened(world)
    view_model.shelf.pick("bridge")
    view_model.run.take()
    view_model.run.told(TakeEnd(f"booth.{code}", seconds, whole=False))
    assert view_model.phase == ("hear" if seconds else "trouble")
    nothing = "" if seconds or code == "disk_failed" else "_nothing"
    assert view_model.notice == world.context().say(f"booth.{code}{nothing}")
    assert seconds or "前面录的" not in view_model.notice
    view_model.run.told(Trouble("booth.render_failed"))
    assert view_model.primaryUsable
    assert view_model.hearing["note"]


def test_a_free_talk_has_a_word_for_who_is_sad(opened: Opened, hearing: Studio) -> None:
    """All the time there is, prompts that wait; on the last screen whom to tell."""
    world = stage(hearing.booth)
    view_model = opened(world)
    into_listening(view_model, hearing, theme="free", script="free-online")
    assert view_model.run.limit_s == MOST_S
    assert view_model.prompter.now.at == 0
    assert not view_model.duetOffered
    view_model.primary()
    assert "我有点担心" in view_model.done["disclosure"]
    assert [one.script for one in world.of(TakeRecorded)] == [""]


def test_two_voices_with_consent_choose_what_becomes_of_it(opened: Opened, hearing: Studio) -> None:
    """As far as both agree; what is chosen happens, and the take waits for review."""
    hearing.home.settings["booth_mode"] = "consent"
    voices = (hearing.home.voice("A-1"), hearing.home.voice("A-2", kinds=("record", "keep", "play")))
    world = stage(hearing.booth, players=2, voices=voices)
    view_model = opened(world)
    into_listening(view_model, hearing, theme="rehearsal", script="ask-mum")
    assert view_model.duet
    view_model.primary()
    assert view_model.phase == "release"
    assert [one["key"] for one in view_model.releases] == ["", "keep", "play"]
    view_model.choose("play")
    view_model.primary()
    hearing.until(lambda: view_model.phase == "done", "it is kept")
    (take,) = hearing.home.guardian.takes.all("pending")
    assert (take.script, take.theme, take.release, set(take.voices)) == ("ask-mum", "rehearsal", "play", set(voices))
    assert [one.voices for one in world.of(TakeRecorded)] == [2]
    assert "老师" in view_model.done["kept"]


def test_one_of_two_has_no_consent(opened: Opened, deaf: Studio) -> None:
    """Nothing is recorded, and that is said kindly; listening and reading aloud remain."""
    deaf.home.settings["booth_mode"] = "consent"
    world = stage(deaf.booth, players=2, voices=(deaf.home.voice("A-1"), deaf.home.voice("A-2", kinds=("keep",))))
    view_model = opened(world)
    view_model.shelf.pick("bridge")
    assert "同意书" in view_model.notice
    view_model.primary()
    assert view_model.practising


def test_the_worry_page_ends_a_take(opened: Opened, hearing: Studio) -> None:
    view_model = opened(stage(hearing.booth))
    into_take(view_model, hearing)
    view_model.worried()
    hearing.until(lambda: view_model.phase == "hear", "the end")


def test_a_crash_comes_back_to_the_script(opened: Opened, deaf: Studio) -> None:
    view_model = opened(stage(deaf.booth, resumed={"script": "bridge"}, sayings=["一句。", "两句。"]))
    assert (view_model.phase, view_model.piece["id"]) == ("script", "bridge")
    view_model.back()
    assert view_model.shelf.scripts[0]["id"] == "sayings"
