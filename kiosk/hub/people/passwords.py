"""Passwords: how they are made, kept (argon2id) and compared."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.core.errors import KioskError

SHORTEST, LONGEST = 10, 200
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_HASHER = PasswordHasher(time_cost=3, memory_cost=19 * 1024, parallelism=1)
"""25 ms and 19 MiB a guess."""


def new() -> str:
    """A random password of 80 bits in four groups that people can copy from a screen."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def hashed(password: str, name: str) -> str:
    """What is kept of the password of the person called `name`. Raises KioskError `hub_people.password_…`."""
    if len(password) < SHORTEST:
        raise KioskError("hub_people.password_short", shortest=SHORTEST)
    if len(password) > LONGEST:
        raise KioskError("hub_people.password_long", longest=LONGEST)
    if len(set(password)) < 5 or name.casefold() in password.casefold():
        raise KioskError("hub_people.password_weak")
    return _HASHER.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Whether `kept` was made of `password`; without a person (`None`) it takes as long, and no."""
    try:
        return _HASHER.verify(kept or _nobodys(), password[:LONGEST]) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_hex(16))
