"""The 播报墙: only what may be played hangs there, and what is withdrawn is gone and silent at once."""

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest

from kiosk.broadcast.desk import TakeDesk
from kiosk.broadcast.rendering import Renderer
from kiosk.broadcast.wall import TakeWall
from kiosk.core.booth import Release
from kiosk.core.wall import EmptyWall, Hung, Over, Told, Wall, motif_of, seed_of
from kiosk.devices.sound import Finished, SilentPlayer
from kiosk.privacy.sealed import SealedWriter
from tests.broadcast.conftest import SOUNDS
from tests.devices.sound_daemon import wait_for
from tests.privacy.home import Home

LONGEST_S = 3.0
"""A wall that has not told by then never will."""


class Listening(SilentPlayer):
    """A player whose sounds end when they are stopped, or by the test's hand."""

    def __init__(self) -> None:
        self.playing: dict[int, Finished | None] = {}
        self.loudness = 0.0
        self._count = 0

    def play_sealed(
        self, path: Path, key: bytes, seconds: float, finished: Finished | None = None, loudness: float = 1.0
    ) -> int:
        self._count += 1
        self.playing[self._count], self.loudness = finished, loudness
        return self._count

    def stop(self, number: int) -> None:
        if finished := self.playing.pop(number, None):
            finished()


class World:
    """A home with a wall; `told` hands on what was told."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.player = Listening()
        self.asked = 0
        self.told: SimpleQueue[Told] = SimpleQueue()
        self.wall = TakeWall(
            store=home.store, guardian=self._guardian, desk=self._desk, player=self.player,
            settings=lambda: home.settings, motifs=lambda: {"s-001": "bridge"}, post=lambda call: call(),
        )  # fmt: skip
        self.wall.listener = self.told.put

    def _guardian(self) -> Any:
        self.asked += 1
        return self.home.guardian

    def _desk(self) -> TakeDesk:
        return TakeDesk(self.home.guardian, self.player, Renderer(SOUNDS))

    def work(self, voice: str, release: Release = "play", *, approve: bool = True) -> str:
        """A kept take with a broadcast of it; its id."""
        files = self.home.take(voice, release=release)
        writer = SealedWriter(files.broadcast, files.key, {"kind": "flac", "rate": 48_000, "channels": 1, "seconds": 3})
        writer.write(b"flac")
        writer.close()
        if approve:
            self.home.guardian.review(files.id, "approved", "teacher")
        return files.id

    def next(self) -> Told:
        """What is told next."""
        return self.told.get(timeout=LONGEST_S)

    def hung(self) -> set[str]:
        """The works of the next `Hung`."""
        told = self.next()
        assert isinstance(told, Hung)
        return {work.id for work in told.works}


@pytest.fixture
def world(home: Home) -> Iterator[World]:
    one = World(home)
    yield one
    one.wall.close()


def test_only_what_may_be_played_hangs_there(world: World) -> None:
    """Approved, released to be played or published; a wall without any asks nobody for keys."""
    world.wall.look()
    assert world.hung() == set()
    assert world.asked == 0
    shown = world.work(world.home.voice("A-1"))
    assert world.hung() == {shown}
    world.work(world.home.voice("A-2"), "keep")
    world.work(world.home.voice("A-3"), approve=False)
    published = world.work(world.home.voice("A-4"), "publish")
    assert world.hung() == {shown, published}
    world.home.settings["booth_mode"] = "closed"
    assert world.hung() == set()


def test_a_cover_is_always_the_same(world: World) -> None:
    """By script, else by theme, else a microphone; its lights hang where they hung."""
    assert motif_of("s-001", "civility", {"s-001": "bridge"}) == "cover-bridge"
    assert motif_of("gone", "rumour", {}) == "cover-fish"
    assert motif_of("", "no-theme", {}) == "cover-microphone"
    assert seed_of("t1234") == seed_of("t1234") != seed_of("t1235")


@pytest.mark.parametrize("how", ["withdrawn", "held"])
def test_what_is_withdrawn_is_gone_and_silent(world: World, how: str) -> None:
    """In the middle of playing, whoever withdraws it: within the second that the wall looks by."""
    voice = world.home.voice("A-1")
    take, other = world.work(voice), world.work(world.home.voice("A-2"))
    world.wall.look()
    assert world.hung() == {take, other}
    world.wall.play(take, 0.4)
    wait_for(lambda: world.player.playing)
    assert world.player.loudness == 0.4
    if how == "withdrawn":
        world.home.guardian.withdraw(voice, {"play"}, "admin")
    else:
        world.home.guardian.review(take, "held", "admin", ["child_in_danger"])
    assert world.next() == Over(take)
    assert world.hung() == {other}
    assert not world.player.playing
    world.wall.play(take)
    assert world.next() == Over(take)


def test_one_plays_at_a_time_until_it_is_hushed(world: World) -> None:
    """Another in its place; to its end; hushed; left, and nothing is told any more."""
    first, second = world.work(world.home.voice("A-1")), world.work(world.home.voice("A-2"))
    world.wall.look()
    world.hung()
    world.wall.play(first)
    world.wall.play(second)
    assert world.next() == Over(first)
    wait_for(lambda: 2 in world.player.playing)
    finished = world.player.playing.pop(2)
    assert finished
    finished()
    assert world.next() == Over(second)
    world.wall.play(first)
    wait_for(lambda: 3 in world.player.playing)
    world.wall.hush()
    assert not world.player.playing
    assert world.next() == Over(first)
    world.wall.play(first)
    world.wall.leave()
    world.wall.close()
    assert not world.player.playing
    with pytest.raises(Empty):
        world.told.get_nowait()


def test_a_wall_without_anything() -> None:
    """For machines and tests without one."""
    wall: Wall = EmptyWall()
    told: list[Told] = []
    wall.listener = told.append
    wall.look()
    wall.play("any")
    wall.hush()
    wall.leave()
    assert told == [Hung(()), Over("any")]
