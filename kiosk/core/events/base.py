"""What happens to the kiosk and behind the PIN."""

from dataclasses import dataclass

from kiosk.core.events.event import Event


@dataclass(frozen=True, slots=True)
class PackInstalled(Event):
    """A pack became playable."""

    kind = "pack_installed"
    pack: str
    pack_version: str
    pack_hash: str
    items: int


@dataclass(frozen=True, slots=True)
class StaffActed(Event):
    """A person behind the PIN did something that must be provable: `act` is a code, `detail` carries no secrets."""

    kind = "staff_acted"
    role: str
    act: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class MemoryRestored(Event):
    """The database was set aside and a backup took its place, or the disk was rolled back: what staff were told.

    `salvaged` events were read back from what was set aside; `missing` is `None` where it cannot be known.
    """

    kind = "memory_restored"
    reason: str
    set_aside: str
    backup: str
    missing_from_utc: str
    salvaged: int = 0
    missing: int | None = None


@dataclass(frozen=True, slots=True)
class ReturnCodeIssued(Event):
    """Staff registered a guardian's consent and the kiosk issued a return code."""

    kind = "return_code_issued"
    role: str


@dataclass(frozen=True, slots=True)
class ReturnCodesErased(Event):
    """Return codes are gone for good, with what was behind them. `why` is a code; `receipt` names the proof."""

    kind = "return_codes_erased"
    receipt: str
    why: str
    codes: int


@dataclass(frozen=True, slots=True)
class ItemFlagged(Event):
    """Staff, or the item analysis (`role` empty), hold that an item may be wrong. `reason` is a code."""

    kind = "item_flagged"
    role: str
    item: str
    item_hash: str
    pack: str
    reason: str


@dataclass(frozen=True, slots=True)
class HeadcountEntered(Event):
    """A guide counted people by hand: kept apart from what the machine counted.

    `day` is the local date, `band` of ages is `under_14`, `14_17`, `adult` or `unknown`. A later one of the same
    `entry` (uuid7) corrects the earlier.
    """

    kind = "headcount_entered"
    role: str
    entry: str
    day: str
    class_label: str
    band: str
    people: int
    groups: int = 1


@dataclass(frozen=True, slots=True)
class SyncHealed(Event):
    """Kiosk and hub had grown apart, and that was mended: what staff were told.

    `what` is `kiosk_set_back` (the hub holds `events` that this kiosk has no more), `hub_set_back` (`events` are sent
    again) or `cloned` (this machine goes on under an id of its own).
    """

    kind = "sync_healed"
    what: str
    events: int
