"""Who signed a pack, as staff read it."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.packs import trust
from kiosk.staff.parts import StaffParts


@dataclass(frozen=True, slots=True)
class Signature:
    """`text` says who signed; `trusted`: with a key that the base knows. Both are empty for what is no pack file."""

    text: str = ""
    trusted: bool = False


def names(db: sqlite3.Connection) -> dict[str, str]:
    """The names of the trusted keys."""
    return {one.key: one.name for one in trust.trusted(db)}


def signature(parts: StaffParts, known: Mapping[str, str], signer: str) -> Signature:
    """What to say of a pack file that `signer` signed; empty when nobody did."""
    if not signer:
        return Signature(parts.say("staff.sign_none"))
    if signer not in known:
        return Signature(parts.say("staff.sign_unknown"))
    return Signature(parts.say("staff.sign_trusted", name=known[signer] or parts.say("staff.key_unnamed")), True)
