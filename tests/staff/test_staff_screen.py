"""The staff screens in a real window, touched by a synthetic finger."""

from kiosk.core.clock import SteppedClock
from kiosk.staff.door import Door

from .conftest import PINS, Screen, Stay

WRONG = "314260"


def test_first_use_sets_the_admin_pin(screen: Screen, fresh_door: Door, stay: Stay) -> None:
    """Weak refused, repeated, code copied, in; then the PIN opens the door."""
    screen.type("123456")
    screen.wait_for("message", "连着")
    screen.grab("staff-first-weak")
    screen.type(PINS["admin"])
    screen.wait(lambda: screen.of_page("stage") == "first_again")
    screen.type(PINS["guide"])
    screen.wait_for("message", "不一样")
    screen.type(PINS["admin"])
    screen.wait(lambda: screen.of_page("stage") == "first_again")
    screen.type(PINS["admin"])
    screen.wait(lambda: screen.of_page("stage") == "code")
    code = screen.text("shown").replace(" ", "")
    assert fresh_door.knows_recovery(code)
    screen.grab("staff-recovery-code")
    screen.touch("primary")
    screen.wait(lambda: screen.page == "today")
    screen.touch("staff-leave")
    assert stay.left == 1
    assert fresh_door.enter(PINS["admin"]).role == "admin"


def test_five_wrong_pins_lock_the_pad(screen: Screen, door: Door, clock: SteppedClock) -> None:
    """The keys rest, the remaining time runs down, then a right PIN opens."""
    screen.begin()
    for left in (4, 3, 2, 1):
        screen.type(WRONG)
        screen.wait_for("message", f"还可以试 {left} 次")
    screen.type(WRONG)
    screen.wait_for("message", "30 秒后再试")
    screen.grab("staff-locked")
    key = screen.find("key-1")
    assert key is not None and key.property("usable") is False
    clock.step(12_000)
    screen.wait_for("message", "18 秒后再试")
    clock.step(18_000)
    screen.wait(lambda: screen.text("message") == "")
    screen.type(PINS["guide"])
    screen.wait(lambda: screen.page == "today")
    assert screen.find("page-health") and not screen.find("page-packs")


def test_recovery_sets_a_new_admin_pin(screen: Screen, fresh_door: Door) -> None:
    """The code from paper, a new PIN twice, the next code onto paper, in."""
    code = fresh_door.set_first_pin(PINS["admin"])
    screen.begin()
    screen.touch("forgot")
    screen.type("1" * 16)
    screen.wait_for("message", "恢复码不对")
    screen.touch("back")
    screen.touch("forgot")
    screen.type(code)
    screen.wait(lambda: screen.of_page("stage") == "renew")
    screen.type("584027")
    screen.wait(lambda: screen.of_page("stage") == "renew_again")
    screen.type("584027")
    screen.wait(lambda: screen.of_page("stage") == "code")
    assert screen.text("shown").replace(" ", "") != code
    screen.touch("primary")
    screen.wait(lambda: screen.page == "today")
    assert fresh_door.enter(PINS["admin"]).role is None


def test_nobody_there_for_three_minutes(screen: Screen, door: Door, clock: SteppedClock, stay: Stay) -> None:
    """Any touch counts; without one the children's screen comes back, and that is on record."""
    model = screen.model
    screen.begin()
    screen.type(PINS["admin"])
    screen.wait(lambda: screen.page == "today")
    clock.step(179_000)
    screen.touch("page-today")
    clock.step(179_000)
    model.tick()
    assert stay.left == 0
    clock.step(1_000)
    model.tick()
    assert stay.left == 1
