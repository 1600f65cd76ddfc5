"""Long work that a person can stop, and that says how far it is. Qt-free."""

import threading


class GivenUp(Exception):
    """A person stopped the work; nothing of it remains."""


class Progress:
    """Shared by the thread that works and the screen. `all` is 0 while nobody knows how much there is."""

    def __init__(self) -> None:
        self.done = 0
        self.all = 0
        self._stopped = threading.Event()

    def step(self, done: int, all_: int = 0) -> None:
        """How far the work is; raises `GivenUp` when it is to stop."""
        self.done = done
        self.all = all_ or self.all
        if self._stopped.is_set():
            raise GivenUp

    def give_up(self) -> None:
        """Stop at the next step."""
        self._stopped.set()

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._stopped.is_set()
