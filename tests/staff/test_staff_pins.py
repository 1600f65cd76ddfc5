"""What counts as too easy to guess."""

import pytest

from kiosk.core.words import say
from kiosk.staff.pins import LONGEST, RECOVERY_DIGITS, SHORTEST, in_groups, new_recovery_code, weakness


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("", "staff.pin_short"),
        ("48291", "staff.pin_short"),
        ("48291a", "staff.pin_short"),
        ("４８２９１３", "staff.pin_short"),
        ("4829130571624", "staff.pin_long"),
        ("000000", "staff.pin_one_digit"),
        ("99999999", "staff.pin_one_digit"),
        ("123456", "staff.pin_run"),
        ("654321", "staff.pin_run"),
        ("567890", "staff.pin_run"),
        ("210987", "staff.pin_run"),
        ("121212", "staff.pin_repeats"),
        ("123123", "staff.pin_repeats"),
        ("12341234", "staff.pin_repeats"),
        ("110011", "staff.pin_repeats"),
        ("123321", "staff.pin_popular"),
        ("112233", "staff.pin_popular"),
        ("5201314", "staff.pin_popular"),
        ("482913", ""),
        ("735014", ""),
        ("902846175302", ""),
    ],
)
def test_weak_pins_are_named(pin: str, code: str) -> None:
    """Each weak PIN has its own sentence, in both languages."""
    assert weakness(pin) == code
    for language in ("zh", "en"):
        assert not code or say(code, language, shortest=SHORTEST, longest=LONGEST)


def test_recovery_codes_differ_and_are_readable() -> None:
    """Sixteen digits, in four groups."""
    codes = {new_recovery_code() for _ in range(100)}
    assert len(codes) == 100
    code = codes.pop()
    assert len(code) == RECOVERY_DIGITS and code.isdigit()
    assert [len(group) for group in in_groups(code).split()] == [4, 4, 4, 4]
