"""A kiosk that joined a class: looks for the leading one in its networks and meets it, again and again.

Blocks: for a thread of its own. A leader whose code is another one is left alone from then on.
"""

import logging
import os
import selectors
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

from kiosk.classroom.lan_channel import TIMEOUT_S, OtherCode, join
from kiosk.classroom.lan_meeting import meet_as_joiner
from kiosk.classroom.lan_places import ANSWER, ASK, NAME, NONCE, is_lan
from kiosk.classroom.lan_state import MOST_WRONG, Watch
from kiosk.classroom.rules import Session
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.store.store import Store

log = logging.getLogger(__name__)
EVERY_S = 10.0
LOOK_S = 1.5
"""So long answers are waited for."""
Places = Callable[[], Sequence[tuple[str, str]]]
"""Our addresses, each with the address that all machines of its network hear."""


class Joiner:
    """Meets the leader of `session` every `every_s` seconds until `watch` ends."""

    def __init__(self, store: Store, session: Session, clock: Clock, watch: Watch) -> None:
        self._store, self._session, self._clock, self._watch = store, session, clock, watch
        self._strangers = set[bytes]()
        self._tried = 0

    def run(self, port: int, places: Places, every_s: float = EVERY_S) -> None:
        """Look and meet; what fails is told by the state and tried again."""
        watch = self._watch
        with selectors.DefaultSelector() as selector:
            selector.register(watch.woken, selectors.EVENT_READ)
            while not watch.ended.is_set() and self._tried < MOST_WRONG:
                last = watch.last_round.is_set()
                self._round(port, places)
                if last:
                    return
                if not watch.last_round.is_set() and not watch.ended.is_set():
                    selector.select(every_s)

    def _round(self, port: int, places: Places) -> None:
        known = list(places())
        if not known:
            self._watch.trouble("lan_none")
            return
        found = {name: at for name, at in self._look(port, known) if name not in self._strangers}
        if not found:
            self._watch.trouble("lan_other_code" if self._strangers else "lan_alone")
        for name, at in found.items():
            try:
                self._meet(name, at)
            except OSError as error:
                log.info("the leading kiosk was not met: %r", error)
                self._watch.trouble("lan_cut")

    def _meet(self, name: bytes, at: tuple[str, int]) -> None:
        with socket.create_connection(at, TIMEOUT_S) as connection:
            self._watch.busy(connection)
            try:
                met = meet_as_joiner(join(connection, self._session.id), self._store, self._session)
                self._watch.met(met.kiosk, self._clock.utc_ms())
            except OtherCode:
                self._strangers.add(name)
                self._tried += 1
                self._watch.trouble("lan_other_code")
            except KioskError as error:
                log.warning("what the leading kiosk told was not kept: %s", error)
                self._watch.trouble("lan_part")
            finally:
                self._watch.busy(None)

    def _look(self, port: int, places: Sequence[tuple[str, str]]) -> Iterator[tuple[bytes, tuple[str, int]]]:
        """Ask in every network; who answers, by name, and where it listens."""
        nonce = os.urandom(NONCE)
        with ExitStack() as stack, selectors.DefaultSelector() as selector:
            for own, everybody in places:
                asking = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
                try:
                    asking.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                    asking.bind((own, 0))
                    asking.sendto(ASK + nonce, (everybody, port))
                except OSError as error:  # this network has just gone
                    log.info("nobody can be asked at %s: %r", own, error)
                    continue
                selector.register(asking, selectors.EVENT_READ)
            until = time.monotonic() + LOOK_S
            while selector.get_map() and (left := until - time.monotonic()) > 0 and not self._watch.ended.is_set():
                for key, _ in selector.select(left):
                    assert isinstance(key.fileobj, socket.socket)
                    if answer := _answer(key.fileobj, nonce):
                        yield answer


def _answer(asking: socket.socket, nonce: bytes) -> tuple[bytes, tuple[str, int]] | None:
    """An answer to our question; `None` for whatever else came. A network that is gone answers nothing."""
    try:
        said, peer = asking.recvfrom(512)
    except OSError:
        return None
    head = ANSWER + nonce
    if len(said) != len(head) + NAME + 2 or not said.startswith(head) or not is_lan(peer[0]):
        return None
    return said[len(head) : -2], (peer[0], int.from_bytes(said[-2:]))
