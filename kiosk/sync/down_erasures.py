"""Erasures down and up: the hub's orders and the receipts that this disk lost are obeyed, ours are handed over."""

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.core.errors import KioskError

if TYPE_CHECKING:
    from kiosk.privacy.erasure import Erasure

FOLDER = "erasures"
"""`kiosk.privacy.erasure.FOLDER`, without loading what opens seals: most kiosks have no receipt."""
log = logging.getLogger(__name__)


def held(home: Path) -> list[str]:
    """The ids of all receipts in `home`."""
    return [path.stem for path in sorted((home / FOLDER).glob("e*.json"))]


def asked_for(home: Path, ids: Sequence[str]) -> list[list[Any]]:
    """The receipts with these ids, as they travel."""
    found = []
    for id in ids:
        try:
            given = json.loads((home / FOLDER / f"{id}.json").read_text("utf-8"))
            found.append([given["id"], given["utc_ms"], given["why"], given["takes"]])
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("the receipt %s cannot be read: %r", id, error)
    return found


def obey(erasure: "Erasure", orders: Sequence[Sequence[Any]]) -> int:
    """Erase what `orders` (as they travel) name; how many there were. Raises KioskError as `Erasure.obey`."""
    from kiosk.privacy.erasure import Receipt

    for order in orders:
        try:
            id, utc_ms, why, takes = order
            receipt = Receipt(_name(id), int(utc_ms), _name(why), tuple(_name(take) for take in takes))
        except (TypeError, ValueError) as error:
            raise KioskError("sync.answer_odd", repr(order)[:200]) from error
        erasure.obey(receipt)
    return len(orders)


def _name(given: Any) -> str:
    """A name that may become a file's. Raises ValueError."""
    text = str(given)
    if not text.replace("_", "").isalnum() or not text.isascii() or len(text) > 32:
        raise ValueError(text[:40])
    return text
