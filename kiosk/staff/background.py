"""Work off the screen's thread, so that nobody ever looks at a frozen screen."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Background(QObject):
    """Runs one piece of work after the other on a thread of its own; what comes out arrives on the screen's thread.

    A failure arrives through `failed` if it is an `expected` one; any other is ours, and is raised on the screen's
    thread where it cannot be missed.
    """

    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="staff")
        self._open = True
        # Queued even from the screen's own thread, which is told there and then of work that is done already: the
        # caller of `run` has not yet said that it begins.
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        expected: type[Exception] | tuple[type[Exception], ...] = (),
    ) -> None:
        """Do `work`, then call `then` with its result, or `failed` with its failure."""

        def done(future: "Future[T]") -> None:
            if self._open and not future.cancelled():
                self._delivered.emit(lambda: self._answer(future, then, failed, expected))

        self._executor.submit(work).add_done_callback(done)

    def close(self, *, wait: bool = False) -> None:
        """Drop what has not begun; what has ends by itself (`wait`: here). Nothing arrives any more."""
        self._open = False
        self._executor.shutdown(wait=wait, cancel_futures=True)

    def _deliver(self, act: Callable[[], None]) -> None:
        if self._open:
            act()

    @staticmethod
    def _answer(
        future: "Future[T]",
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
        expected: Any,
    ) -> None:
        error = future.exception()
        if error is None:
            then(future.result())
        elif failed is not None and isinstance(error, expected):
            failed(error)
        else:
            raise error
