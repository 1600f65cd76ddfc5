"""What each role finds behind its PIN."""

import subprocess
import sys

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.staff.door import Door
from kiosk.staff.roles import PAGES, ROLES, TABS, Role, may_open, pages_of, tabs_of

from .conftest import Screen, Stay


def look_into(screen: Screen, tab: str, pages: tuple[str, ...], found: tuple[str, ...]) -> None:
    """Of the `pages` of a tab those in `found` are there: in its menu, or in the bar where there is but one."""
    many = len(found) > 1
    assert bool(screen.find(f"tab-{tab}")) == many
    if many:
        screen.touch(f"tab-{tab}")
        screen.wait(lambda: screen.find(f"page-{found[0]}") is not None)
    assert tuple(page for page in pages if screen.find(f"page-{page}")) == found
    if many:
        screen.touch(f"page-{found[-1]}")
        screen.wait(lambda: screen.page == found[-1] and screen.find(f"page-{found[-1]}") is None)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_its_pages_and_no_other(screen: Screen, door: Door, role: Role) -> None:
    """Least access: the bar has them, and asking for another page does nothing."""
    screen.enter(role)
    assert screen.page == pages_of(role)[0]
    for tab, pages in TABS.items():
        look_into(screen, tab, pages, tabs_of(role).get(tab, ()))
    for page in PAGES:
        screen.model.open(page)
        assert (screen.page == page) == may_open(role, page)
        screen.settle()


def test_least_access() -> None:
    """The table of PRIVACY 8, written out."""
    assert pages_of("guide") == ("today", "class", "booth", "health")
    assert pages_of("teacher") == ("today", "class", "codes", "packs", "booth", "health")
    assert pages_of("admin") == PAGES
    assert pages_of("auditor") == ("privacy", "export", "ledger", "log", "health")
    assert all(tuple(page for found in tabs_of(role).values() for page in found) for role in ROLES)
    assert len(tabs_of("admin")) == len(TABS) <= 7, "more do not fit an upright screen"


def test_nobody_opens_a_page_from_the_door(screen: Screen, door: Door) -> None:
    """Before a PIN there is nothing to open."""
    screen.model.open("today")
    assert screen.page == "pad"


def test_only_the_admin_ends_the_program(screen: Screen, door: Door, stay: Stay) -> None:
    """By two touches on the settings page."""
    screen.model.quit()
    assert stay.quit == 0
    screen.enter("admin")
    screen.touch("page-settings")
    screen.touch("group-place")
    screen.touch("quit")
    assert stay.quit == 0
    screen.touch("quit")
    assert (stay.quit, stay.left) == (1, 0)


def test_a_guide_cannot_end_the_program(screen: Screen, door: Door, stay: Stay) -> None:
    """Not even by asking the view model."""
    screen.enter("guide")
    screen.model.quit()
    assert stay.quit == 0


def test_leaving_is_on_record_once(screen: Screen, door: Door, clock: SteppedClock, stay: Stay) -> None:
    """Leaving twice is leaving once."""
    screen.enter("teacher")
    screen.touch("staff-leave")
    screen.model.leave()
    assert stay.left == 1


def test_what_the_command_line_uses_is_free_of_qt() -> None:
    """Door, health and their helpers run where there is no screen."""
    modules = "door, health, fonts, today, staff_log, stick_files, export_choices, setting_steps, classes, giving_up"
    code = f"import sys; from kiosk.staff import {modules}; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
