"""PINs and recovery codes: what is too easy to guess, how they are kept (argon2id), how a code is made."""

import secrets
from itertools import pairwise
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.core.errors import KioskError

SHORTEST = 6
LONGEST = 12
RECOVERY_DIGITS = 16
"""53 bits: nobody guesses it at a number pad, so it needs no lock-out."""
POPULAR: Final = frozenset(
    [
        *("112233", "112358", "147258", "147852", "147896", "159357", "159753", "258369", "314159", "456789"),
        *("789456", "520131", "5201314", "131420", "110119", "119110", "110120", "100861", "666888", "888666"),
    ]
)
"""What people in China choose first, beyond runs and repeats."""


def default_hasher() -> PasswordHasher:
    """argon2id, 19 MiB, 3 passes, one lane: about 25 ms on a desktop, 100 ms on a cheap kiosk, for each role's hash."""
    return PasswordHasher(time_cost=3, memory_cost=19 * 1024, parallelism=1)


def weakness(pin: str) -> str:
    """Why `pin` must not be used, as a words code; empty when it is good."""
    if not (pin.isascii() and pin.isdigit()) or len(pin) < SHORTEST:
        return "staff.pin_short"
    if len(pin) > LONGEST:
        return "staff.pin_long"
    if len(set(pin)) == 1:
        return "staff.pin_one_digit"
    if _is_run(pin):
        return "staff.pin_run"
    if _repeats(pin) or len(set(pin)) == 2:
        return "staff.pin_repeats"
    if pin == pin[::-1] or pin in POPULAR:
        return "staff.pin_popular"
    return ""


def refuse_weak(pin: str) -> None:
    """Raise KioskError with the sentence that fits when `pin` is too easy to guess."""
    if code := weakness(pin):
        raise KioskError(code, shortest=SHORTEST, longest=LONGEST)


def new_recovery_code() -> str:
    """Sixteen random digits."""
    return "".join(secrets.choice("0123456789") for _ in range(RECOVERY_DIGITS))


def in_groups(code: str) -> str:
    """`code` in groups of four, as people copy it."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def matches(hasher: PasswordHasher, kept: str, secret: str) -> bool:
    """Whether `secret` is what `kept` was made of; a hash that is damaged matches nothing."""
    try:
        return hasher.verify(kept, secret)
    except (VerificationError, InvalidHashError):
        return False


def _is_run(pin: str) -> bool:
    """`123456`, `987654`, also over the end as in `567890` and `210987`."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return steps in ({1}, {9})


def _repeats(pin: str) -> bool:
    """`121212`, `123123`, `12341234`: a block of at most half the length, over and over."""
    return any(pin == (pin[:size] * len(pin))[: len(pin)] for size in range(1, len(pin) // 2 + 1))
