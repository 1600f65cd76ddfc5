"""Pictures of the privacy office, in three layouts and both languages, to be looked at."""

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

DAY_MS = 86_400_000


@pytest.fixture
def booth(home: Path, store: Store, clock: SteppedClock) -> BoothHome:
    """A base in its second year, on a January day: requests of every kind, one of them late."""
    settings.save(store, "classes", ["三年级（1）班", "五年级（3）班"]).result()
    settings.save(store, "printer", "system").result()
    now = clock.utc
    clock.utc = now - 30 * DAY_MS
    one = BoothHome(home, store, clock)
    first = one.form("2026001", class_label="三年级（1）班")
    second = one.form("2026002", ("record", "keep", "play"), class_label="五年级（3）班")
    one.take(first, release="publish", days=6)
    one.approved(first, second, title="公约第一条", days=20)
    one.guardian.requests.ask("2026002", "access", "admin")
    clock.utc = now + 58 * DAY_MS
    one.guardian.daily()
    one.guardian.requests.ask("2026001", "copy", "admin")
    one.guardian.requests.ask("2026001", "delete", "admin")
    one.guardian.requests.ask("2026999", "correct", "admin")
    one.take(first, title="转发之前先停一停", days=1)
    return one


@pytest.fixture
def parts(parts: StaffParts, booth: BoothHome) -> StaffParts:
    """All that the staff pages are handed, a booth among it."""
    return replace(parts, keeper=booth.keeper)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_of_the_privacy_office_can_be_looked_at(
    make_screen: Callable[..., Screen],
    door: Door,
    booth: BoothHome,
    stick: Path,
    drives: DriveWatch,
    size: tuple[int, int],
    language: str,
) -> None:
    """From what matters today to a closed incident, each as staff meet it."""
    stick.mkdir()
    drives.look()
    screen = make_screen(*size)
    screen.enter("admin")
    taken: list[Path] = []

    def grab(name: str) -> None:
        screen.settle()
        screen.frame()
        taken.append(screen.grab(f"privacy-{name}-{language}"))

    screen.touch("page-privacy")
    screen.wait(lambda: screen.of_page("ready"))
    grab("today")
    screen.touch("door-requests")
    screen.wait(lambda: len(screen.of_page("rows")) == 4)
    grab("requests")
    for place, name in enumerate(("access", "copy", "delete", "correct")):
        key = next(one.id for one in booth.guardian.requests.waiting() if one.what == name)
        screen.touch(f"request-{key}")
        screen.wait(lambda: len(screen.model.property("model").one.lines) > 0)
        if name == "delete":
            screen.touch("primary")
        grab(f"request-{place}-{name}")
        screen.touch("back")
        screen.wait(lambda: screen.of_page("stage") == "list")
    screen.touch("primary")
    for digit in "2026001":
        screen.touch(f"key-{digit}")
    screen.touch("right-correct")
    grab("request-entry")
    screen.touch("turn")
    for picture in ("boat", "moon", "fan"):
        screen.touch(f"picture-{picture}")
    grab("request-code")
    screen.touch("primary")
    screen.wait(lambda: screen.text("message") != "")
    grab("request-code-unknown")
    screen.touch("turn")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list")
    key = next(one.id for one in booth.guardian.requests.waiting() if one.form == "2026001" and one.what == "correct")
    screen.wait(lambda: bool(screen.find(f"request-{key}")))
    screen.touch(f"request-{key}")
    screen.wait(lambda: len(screen.model.property("model").one.lines) > 0)
    grab("request-correct")
    screen.touch("page-privacy")
    screen.touch("door-privacy_papers")
    grab("papers")
    screen.touch("save-impact")
    screen.wait(lambda: not screen.model.property("model").out.busy)
    grab("papers-saved")
    screen.touch("back")
    screen.touch("door-terms")
    screen.wait(lambda: len(screen.of_page("terms")) > 0)
    grab("terms")
    screen.touch("seal")
    screen.wait(lambda: screen.text("message") != "")
    grab("terms-sealed")
    screen.touch("back")
    screen.touch("door-breach")
    screen.touch("incident-stick_lost")
    grab("breach-kinds")
    screen.touch("incident-stick_lost")
    screen.wait(lambda: screen.of_page("stage") == "steps")
    screen.touch("step-stop")
    screen.wait(lambda: screen.find("step-stop") is None)
    booth.clock.step(2 * 3_600_000 + 600_000)
    screen.model.touched()
    screen.touch("false-alarm")
    grab("breach-steps")
    screen.touch("page-privacy")
    screen.settle()
    grab("today-incident")
    screen.touch("page-today")
    screen.wait(lambda: screen.of_page("ready"))
    grab("admin-today")
    assert all(has_content(path) for path in taken)
