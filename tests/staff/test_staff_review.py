"""Review on screen: listening on record, the checklist, the three verdicts; approved works and what leaves the base."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.booth import ConsentKind
from kiosk.core.clock import SteppedClock
from kiosk.devices.qt_drives import DriveWatch
from kiosk.privacy.guardian import DOWN_REASON, HOLD_REASON
from kiosk.staff.door import Door
from kiosk.staff.parts import StaffParts
from kiosk.store.store import Store

from .booth_parts import BoothHome
from .conftest import Screen

KEEP: tuple[ConsentKind] = ("keep",)


@pytest.fixture
def booth(home: Path, store: Store, clock: SteppedClock) -> BoothHome:
    """By consent, with somebody in charge."""
    return BoothHome(home, store, clock)


@pytest.fixture
def parts(parts: StaffParts, booth: BoothHome) -> StaffParts:
    """With the booth."""
    return replace(parts, keeper=booth.keeper)


def reviewing(screen: Screen, place: int = 0) -> None:
    """A teacher opens the take at this place of the list."""
    screen.enter("teacher")
    screen.touch("page-booth")
    screen.touch("door-review")
    screen.wait(lambda: len(screen.of_page("takes")) > place)
    screen.touch(f"take-{place}")
    screen.wait(lambda: screen.of_page("stage") == "take")


def log(booth: BoothHome) -> list[tuple[str, str, str]]:
    """The access log, oldest first."""
    return [(one.role, one.act, one.reason) for one in booth.guardian.access.entries()][::-1]


def test_nothing_is_approved_unheard(screen: Screen, door: Door, booth: BoothHome) -> None:
    """Each listening is on record with its reason; it stops at once, when asked and when the page is left."""
    take = booth.take(booth.form("2026001"), title="排队的小蚂蚁")
    reviewing(screen)
    assert screen.text("take-title") == "排队的小蚂蚁"
    assert not screen.of_page("usable")
    screen.touch("hear-guardian_asks")
    screen.wait(lambda: len(booth.player.playing) == 1)
    screen.settle()
    assert max(screen.model.property("model").player.wave) == pytest.approx(9_000 / 32_768, rel=0.02)
    booth.clock.step(3_000)
    screen.wait(lambda: screen.text("place") == "0:03 / 0:06")
    screen.touch("hush")
    assert booth.player.stopped == [1] and not booth.player.playing
    screen.touch("hear-review")
    screen.wait(lambda: len(booth.player.playing) == 1)
    screen.settle()
    screen.touch("page-today")
    screen.wait(lambda: not booth.player.playing)
    screen.touch("page-booth")
    screen.touch("door-review")
    screen.settle()
    screen.touch("take-0")
    screen.touch("primary")
    screen.wait(lambda: not screen.of_page("takes"))
    assert log(booth) == [
        ("teacher", "heard", "guardian_asks"),
        ("teacher", "heard", "review"),
        ("teacher", "reviewed", "approved"),
    ]
    found = booth.guardian.takes.find(take)
    assert found and found.state == "approved"


def test_it_ends_by_itself(screen: Screen, door: Door, booth: BoothHome) -> None:
    """The end of a take brings the reasons back."""
    booth.take(booth.form("2026001"))
    reviewing(screen)
    screen.touch("hear-safety")
    screen.wait(lambda: len(booth.player.playing) == 1)
    screen.settle()
    booth.player.end()
    screen.wait(lambda: screen.find("hear-safety") is not None)


def test_the_checklist_rejects_and_erases(screen: Screen, door: Door, booth: BoothHome) -> None:
    """A name is heard: erased by a second touch, with a receipt; unticked in time it would have stayed."""
    take = booth.take(booth.form("2026001"))
    reviewing(screen)
    screen.touch("check-name_heard")
    screen.touch("primary")
    screen.wait(lambda: bool(screen.of_page("sure")))
    screen.touch("check-school_heard")
    assert not screen.of_page("sure"), "another mark asks anew"
    screen.touch("primary")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list" and screen.text("message") != "")
    receipt = booth.guardian.erasure.receipts()[-1]
    assert receipt.id in screen.text("message") and receipt.why == "rejected"
    assert booth.guardian.takes.find(take) is None
    assert log(booth)[-1] == ("teacher", "reviewed", "rejected,name_heard,school_heard")


def test_danger_holds_and_says_whom_to_tell(screen: Screen, door: Door, booth: BoothHome) -> None:
    """Whatever else is ticked, it is held; the duty to report stands on the screen with its numbers."""
    take = booth.take(booth.form("2026001"))
    reviewing(screen)
    screen.touch("check-contact_heard")
    screen.touch(f"check-{HOLD_REASON}")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "duty")
    screen.frame()
    assert {"110", "12345", "12355"} <= set(screen.texts())
    found = booth.guardian.takes.find(take)
    assert found and found.state == "held" and HOLD_REASON in found.reasons
    screen.touch("primary")
    screen.wait(lambda: [one["held"] for one in screen.of_page("takes")] == [True])
    booth.clock.step(20 * 86_400_000)
    booth.keeper.guardian().daily()
    assert booth.guardian.takes.find(take), "it does not run out as unreviewed"


def test_a_consent_that_is_gone_lets_nothing_through(screen: Screen, door: Door, booth: BoothHome) -> None:
    """Withdrawn while a teacher listens: the take is not there any more, and a sentence says so."""
    voice = booth.form("2026001")
    booth.take(voice)
    reviewing(screen)
    screen.touch("hear-review")
    screen.wait(lambda: bool(screen.of_page("usable")))
    screen.settle()
    booth.guardian.withdraw(voice, KEEP, "admin")
    screen.touch("primary")
    screen.wait_for("message", "已经不在了")
    assert not screen.of_page("good")


def test_what_ends_first_stands_on_top(screen: Screen, door: Door, booth: BoothHome) -> None:
    """With its days, and a warning on the first page."""
    voice = booth.form("2026001", ("record", "keep"))
    booth.take(voice, title="新的", release="keep")
    booth.take(voice, title="旧的", release="keep", days=6)
    screen.enter("teacher")
    screen.touch("page-booth")
    screen.wait(lambda: screen.text("value-review") == "2")
    assert any("最早还剩 1 天" in text for text in screen.texts())
    screen.touch("door-review")
    screen.wait(lambda: len(screen.of_page("takes")) == 2)
    first, second = screen.of_page("takes")
    assert (first["title"], first["soon"], second["soon"]) == ("旧的", True, False)
    stands = [(one["key"], one["stands"]) for one in first["consents"]]
    assert stands == [("record", True), ("keep", True), ("play", False), ("publish", False)]


def on_works(screen: Screen, count: int) -> None:
    """The teacher's page of approved works."""
    screen.enter("teacher")
    screen.touch("page-booth")
    screen.touch("door-works")
    screen.wait(lambda: len(screen.of_page("works")) == count)


def test_works_are_heard_and_taken_down(screen: Screen, door: Door, booth: BoothHome) -> None:
    """By theme; off the wall by a second touch, and back among what is to review."""
    voice = booth.form("2026001")
    booth.approved(voice, title="一", theme="civility")
    rumour = booth.approved(voice, title="二", theme="rumour", release="keep")
    on_works(screen, 2)
    screen.touch("theme-rumour")
    screen.wait(lambda: [one["title"] for one in screen.of_page("works")] == ["二"])
    screen.touch("play-0")
    screen.wait(lambda: len(booth.player.playing) == 1)
    screen.settle()
    screen.touch("play-0")
    screen.wait(lambda: not booth.player.playing)
    screen.touch("down-0")
    screen.touch("down-0")
    screen.wait(lambda: [one["title"] for one in screen.of_page("works")] == ["一"])
    found = booth.guardian.takes.find(rumour)
    assert found and found.state == "held" and found.reasons == (DOWN_REASON,)


def test_only_what_may_be_published_leaves(
    screen: Screen, door: Door, booth: BoothHome, stick: Path, drives: DriveWatch
) -> None:
    """Without a stick a sentence; with one an MP3 of each work that may go, on record."""
    voice = booth.form("2026001")
    booth.approved(voice, title="留在基地", release="play")
    booth.approved(voice, title="可以发布", release="publish")
    on_works(screen, 2)
    assert screen.of_page("publishable") == 1
    screen.touch("primary")
    screen.wait_for("message", "没有看到能写的 U 盘")
    stick.mkdir()
    drives.look()
    screen.wait(lambda: bool(screen.of_page("stickIn")))
    screen.touch("primary")
    screen.wait_for("message", "1 个作品写到了 U 盘")
    (file,) = stick.iterdir()
    assert file.suffix == ".mp3" and file.read_bytes()[:2] in (b"\xff\xfb", b"\xff\xfa")
    assert [act for _, act, _ in log(booth)].count("exported") == 1


@pytest.mark.parametrize(
    ("role", "doors"), [("guide", ["consents"]), ("teacher", ["review", "consents", "works", "studio"])]
)
def test_each_role_finds_its_own_ways(
    role: Any, doors: list[str], make_screen: Callable[..., Screen], door: Door, booth: BoothHome
) -> None:
    """And no other by name either."""
    screen = make_screen()
    screen.enter(role)
    screen.touch("page-booth")
    screen.wait(lambda: bool(screen.of_page("ready")))
    assert [one["key"] for one in screen.of_page("doors")] == doors
    for page in {"review", "works", "booth_rules", "accesses"} - set(doors):
        screen.model.open(page)
        assert screen.page == "booth"
