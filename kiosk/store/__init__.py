"""The kiosk's memory: one SQLite file, one thread that writes, a journal that only grows.

A home holds:

- `kiosk.db` (with `-wal` and `-shm` while it is open): journal, settings, packs, PINs; see `migrations`.
- `lock.db`: who has the home open; see `lock`.
- `backups/kiosk-<UTC time>.db`: the last of each of 3 days, and of 2 weeks before; see `backups`.
- `set-aside/kiosk-<UTC time>.db`: databases that could not be used, as they were found; see `rescue`. A `.salvage`
  beside one says that it has not been read back yet; see `recovery`.
- `kiosk.db.damaged`: the database was found damaged while it was open and is swapped at the next chance.

Nothing here raises for a disk that is full, locked, read-only or gone: `Store.state()` tells, the child plays on.
"""

from kiosk.store.state import Restored, StoreState
from kiosk.store.store import Store

__all__ = ["Restored", "Store", "StoreState"]
