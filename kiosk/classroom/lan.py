"""A class's kiosks in one local network, while a teacher wants it: the thread, its state and its end."""

import logging
import threading
from dataclasses import dataclass

from kiosk.classroom.lan_joiner import EVERY_S, Joiner, Places
from kiosk.classroom.lan_leader import Leader
from kiosk.classroom.lan_places import PORT, lan_places
from kiosk.classroom.lan_state import LanState, Watch
from kiosk.classroom.rules import Session
from kiosk.core.clock import Clock
from kiosk.store.store import Store

log = logging.getLogger(__name__)
CLOSE_S = 3.0
"""A connection that is just being made cannot be hung up: the thread is left to end with the process."""


@dataclass(frozen=True, slots=True)
class Net:
    """Where kiosks look for each other and how often; another one in tests."""

    port: int = PORT
    places: Places = lan_places
    every_s: float = EVERY_S


class Lan:
    """Begins at once, `after` an earlier one has ended. The kiosk that began the session leads; others look for it."""

    def __init__(self, store: Store, session: Session, clock: Clock, net: Net, after: "Lan | None" = None) -> None:
        self._store, self._session, self._clock, self._net, self._after = store, session, clock, net, after
        self._watch = Watch(leads=not session.joined)
        self._thread = threading.Thread(target=self._run, name="class-lan", daemon=True)
        self._thread.start()

    @property
    def session(self) -> str:
        """The id of the session whose kiosks meet."""
        return self._session.id

    @property
    def state(self) -> LanState:
        """How it goes. From any thread."""
        return self._watch.state

    def finish(self) -> None:
        """The session is over: the leader ends, a kiosk that joined tells its last facts first."""
        self._watch.finish()

    def end(self) -> None:
        """End, without waiting for it."""
        self._watch.end()

    def close(self) -> None:
        """End, and wait for it: a moment, whatever the network does."""
        self._watch.end()
        self._thread.join(CLOSE_S)

    def _run(self) -> None:
        try:
            if self._after:
                self._after.close()
            self._serve()
        except Exception:
            # Ours; the class goes on without the LAN, and what is missing can come by stick.
            log.exception("the class's network failed")
            self._watch.trouble("lan_failed")
        finally:
            self._after = None
            self._watch.close()

    def _serve(self) -> None:
        told, net = (self._store, self._session, self._clock, self._watch), self._net
        if self._session.joined:
            Joiner(*told).run(net.port, net.places, net.every_s)
        else:
            Leader(*told).run(net.port)
