"""Pictures of every page of the booth behind the PIN, in three layouts and both languages, to be looked at."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.devices.qt_drives import DriveWatch
from kiosk.staff.door import Door
from kiosk.staff.parts import StaffParts
from kiosk.store import settings
from kiosk.store.store import Store

from .booth_parts import BoothHome
from .conftest import Screen
from .test_staff_pictures import SIZES, has_content


@pytest.fixture
def booth(home: Path, store: Store, clock: SteppedClock) -> BoothHome:
    """A base after some weeks: forms of every kind, takes of every kind."""
    settings.save(store, "classes", ["三年级（1）班", "三年级（2）班", "五年级（3）班"]).result()
    one = BoothHome(home, store, clock)
    first = one.form("2026001", class_label="三年级（1）班")
    second = one.form("2026002", ("record", "keep", "play"), class_label="三年级（1）班")
    one.form("2026003", ("record", "keep"), class_label="五年级（3）班")
    one.guardian.consents.give("2025117", "2025-12-20", ("record", "keep"), "an older version", "teacher")
    gone = one.form("2026004")
    one.guardian.withdraw(gone, ("record", "keep", "play", "publish"), "teacher")
    one.take(first, release="publish", days=6)
    one.take(first, second, title="转发之前先停一停，想一想这条消息是从哪里来的", theme="rumour", days=1)
    held = one.take(second, title="", theme="free", release="keep", days=3)
    one.guardian.review(held, "held", "teacher", ("child_in_danger",))
    one.approved(first, title="公约第一条", theme="convention", release="publish", days=40)
    one.approved(second, title="陌生链接不点开", theme="bulletin", days=350)
    one.keeper.guardian().daily()
    return one


@pytest.fixture
def parts(parts: StaffParts, booth: BoothHome) -> StaffParts:
    """All that the staff pages are handed, a booth among it."""
    return replace(parts, keeper=booth.keeper)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_of_the_booth_can_be_looked_at(
    make_screen: Callable[..., Screen],
    door: Door,
    booth: BoothHome,
    stick: Path,
    drives: DriveWatch,
    size: tuple[int, int],
    language: str,
) -> None:
    """From the first page to a receipt, each as staff meet it."""
    stick.mkdir()
    drives.look()
    screen = make_screen(*size)
    screen.enter("admin")
    taken: list[Path] = []

    def grab(name: str) -> None:
        screen.settle()
        screen.frame()
        taken.append(screen.grab(f"booth-{name}-{language}"))

    screen.touch("page-booth")
    grab("doors-empty")
    screen.touch("door-consents")
    screen.wait(lambda: len(screen.of_page("forms")) == 5)
    screen.touch("form-2026001")
    screen.touch("form-2026002")
    screen.touch("form-2025117")
    grab("consents")
    screen.touch("primary")
    grab("consents-brought")
    screen.touch("open-2026001")
    screen.touch("withdraw-publish")
    screen.wait(lambda: screen.text("message") != "")
    grab("consents-sheet")
    screen.touch("withdraw-publish")
    screen.wait(lambda: screen.of_page("stage") == "receipt")
    grab("consents-receipt")
    screen.touch("save")
    screen.wait(lambda: "receipt-" in screen.text("receipt-message") or "凭据-" in screen.text("receipt-message"))
    grab("consents-receipt-saved")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list")
    screen.touch("register")
    for digit in "2026088":
        screen.touch(f"key-{digit}")
    screen.touch("class-more")
    screen.touch("kind-record")
    screen.touch("kind-play")
    grab("consents-entry")
    screen.touch("back")
    screen.settle()
    screen.touch("back")
    screen.wait(lambda: screen.page == "booth")
    grab("doors")
    screen.touch("door-review")
    screen.wait(lambda: len(screen.of_page("takes")) > 0)
    grab("review")
    screen.touch("take-0")
    grab("review-take")
    screen.touch("hear-review")
    screen.wait(lambda: len(booth.player.playing) == 1)
    screen.settle()
    booth.clock.step(2_500)
    screen.wait(lambda: "0:02" in screen.text("place"))
    grab("review-heard")
    screen.touch("hush")
    screen.touch("check-name_heard")
    screen.touch("primary")
    grab("review-reject")
    screen.touch("check-name_heard")
    screen.touch("check-child_in_danger")
    grab("review-danger")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "duty")
    grab("review-duty")
    screen.touch("primary")
    screen.settle()
    screen.touch("back")
    screen.touch("door-works")
    screen.wait(lambda: len(screen.of_page("works")) > 0)
    screen.touch("down-0")
    grab("works")
    screen.touch("back")
    screen.touch("door-booth_rules")
    screen.settle()
    grab("rules")
    screen.touch("months_approved-more")
    grab("rules-changed")
    screen.touch("officer-open")
    grab("rules-officer")
    screen.touch("officer-file")
    screen.wait(lambda: screen.text("message") != "")
    grab("rules-officer-missing")
    screen.touch("page-privacy")
    screen.touch("door-log")
    grab("log")
    screen.touch("primary")
    screen.wait(lambda: screen.page == "accesses")
    grab("accesses")
    screen.touch("page-health")
    grab("health")
    assert all(has_content(path) for path in taken)
