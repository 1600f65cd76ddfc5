"""Calling back to other rooms from a thread of the store, which must live on whatever they do."""

import sys
import threading
from collections.abc import Callable


def call_back(callback: Callable[..., None], *arguments: object) -> None:
    """Call `callback`. What it raises is reported as any uncaught exception of a thread is, and ends here."""
    try:
        callback(*arguments)
    except Exception:  # noqa: BLE001 - reported, see above
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
