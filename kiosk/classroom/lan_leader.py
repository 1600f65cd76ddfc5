"""The leading kiosk of a class: tells who looks for it where it is, and meets one kiosk after the other.

It hears questions on one UDP port; it listens (TCP) only on addresses in local networks, and only once somebody there
has asked. Whatever it says is dropped by the first router. Blocks: for a thread of its own.
"""

import logging
import os
import selectors
import socket
from contextlib import ExitStack

from kiosk.classroom.lan_channel import OtherCode, lead, refuse
from kiosk.classroom.lan_meeting import meet_as_leader
from kiosk.classroom.lan_places import ANSWER, ASK, NAME, NEAR, NONCE, is_lan, local_address
from kiosk.classroom.lan_state import MOST_WRONG, Watch
from kiosk.classroom.rules import Session
from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.store.store import Store

log = logging.getLogger(__name__)
MOST_PLACES = 8
"""No kiosk is in more networks than this."""


class Leader:
    """Serves the kiosks of `session` until `watch` ends."""

    def __init__(self, store: Store, session: Session, clock: Clock, watch: Watch) -> None:
        self._store, self._session, self._clock, self._watch = store, session, clock, watch
        self._name = os.urandom(NAME)
        self._listening: dict[str, socket.socket] = {}
        self._wrong = 0

    def run(self, port: int) -> None:
        """Serve. An address that is taken, or a network that goes, is told by the state."""
        with ExitStack() as stack, selectors.DefaultSelector() as selector:
            asked = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
            try:
                asked.bind(("", port))
            except OSError as error:
                log.warning("the class cannot be found by others: %r", error)
                self._watch.trouble("lan_taken")
                return
            asked.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, NEAR)
            selector.register(asked, selectors.EVENT_READ)
            selector.register(self._watch.woken, selectors.EVENT_READ)
            while not (self._watch.ended.is_set() or self._watch.last_round.is_set() or self._wrong >= MOST_WRONG):
                for key, _ in selector.select():
                    self._serve(key.fileobj, asked, selector, stack)
        if self._wrong >= MOST_WRONG:
            self._watch.trouble("lan_guessed")

    def _serve(self, ready: object, asked: socket.socket, selector: selectors.BaseSelector, stack: ExitStack) -> None:
        try:
            if ready is asked:
                self._answer(asked, selector, stack)
            elif isinstance(ready, socket.socket) and ready is not self._watch.woken:
                connection, peer = ready.accept()
                with connection:
                    if is_lan(peer[0]):
                        self._meet(connection)
        except OSError as error:  # somebody went in the middle, or our network did: the next one may be better
            log.info("a kiosk of the class was not met: %r", error)

    def _answer(self, asked: socket.socket, selector: selectors.BaseSelector, stack: ExitStack) -> None:
        """Say where we listen, in the network that the question came from."""
        said, peer = asked.recvfrom(512)
        if len(said) != len(ASK) + NONCE or not said.startswith(ASK) or not is_lan(peer[0]):
            return
        own = local_address(peer[0])
        listening = self._listening.get(own)
        if listening is None:
            if not is_lan(own) or len(self._listening) >= MOST_PLACES:
                return
            listening = stack.enter_context(socket.create_server((own, 0)))
            listening.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, NEAR)
            selector.register(listening, selectors.EVENT_READ)
            self._listening[own] = listening
        port: int = listening.getsockname()[1]
        asked.sendto(ANSWER + said[len(ASK) :] + self._name + port.to_bytes(2), peer)

    def _meet(self, connection: socket.socket) -> None:
        self._watch.busy(connection)
        try:
            met = meet_as_leader(lead(connection, self._session.id), self._store, self._session)
            self._watch.met(met.kiosk, self._clock.utc_ms())
        except OtherCode as error:
            self._wrong += 1
            log.info("not a kiosk of this class: %s", error)
            refuse(connection)
        except KioskError as error:
            log.warning("what a kiosk of the class told was not kept: %s", error)
            self._watch.trouble("lan_part")
        finally:
            self._watch.busy(None)
