"""Return codes for one visit: what `core.returning.Returns` promises, within the visit's class.

A kiosk that has issued none never loads the codes (cryptography alone is 8 MB).
"""

import logging
import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.core.returning import Planned, Returned
from kiosk.store.store import Store

if TYPE_CHECKING:
    from kiosk.privacy.return_codes import ReturnCodes

log = logging.getLogger(__name__)


class ClassReturns:
    """`codes()` gives the register, made when first needed; `visit` is the one that somebody may come back in.

    What the machine refuses is logged: the child plays on.
    """

    def __init__(self, store: Store, codes: Callable[[], "ReturnCodes"], class_label: str, visit: str = "") -> None:
        self._store = store
        self._codes = codes
        self._class, self._visit = class_label, visit

    def offered(self) -> bool:
        """Whether any code is in use."""
        try:
            with self._store.read() as connection:
                return connection.execute("SELECT 1 FROM return_code LIMIT 1").fetchone() is not None
        except sqlite3.Error:
            log.exception("the return codes cannot be read")
            return False

    def find(self, pictures: Sequence[str]) -> Returned | None:
        """Whose code this is."""
        try:
            found = self._codes().find(self._class, pictures)
            if found and self._visit:
                self._codes().came(found.handle, self._visit)
            return found
        except (KioskError, sqlite3.Error):
            log.exception("a return code cannot be looked up")
            return None

    def keep(self, returned: Returned, promises: Sequence[str], plans: Sequence[Planned]) -> None:
        """Remember these promises and plans for the next time."""
        try:
            self._codes().keep(returned.handle, promises, plans)
        except (KioskError, sqlite3.Error):
            log.exception("promises could not be kept for the next time")

    def pseudonym(self, returned: Returned) -> str:
        """What the forms of one child carry."""
        try:
            return self._codes().pseudonym(returned.handle)
        except (KioskError, sqlite3.Error, OSError):
            log.exception("a form cannot be told to be a returning child's")
            return ""
