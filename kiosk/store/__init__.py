"""The kiosk's memory: one SQLite file, one writer thread, a journal that only grows."""

from kiosk.store.state import StoreState
from kiosk.store.store import Store

__all__ = ["Store", "StoreState"]
