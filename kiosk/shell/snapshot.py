"""Where a visit stood, for the next screen process if this one dies. Nothing in it leads to a person. No Qt."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kiosk.core.clock import Clock
from kiosk.core.events import Origin

log = logging.getLogger(__name__)
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The visit, its switches and marks, and the `station` with the `state` it gave (empty: the home screen).

    Class and nickname are not in it: the journal has them under the visit's id, which dies with the visit.
    """

    visit: str
    origin: Origin
    players: int
    switches: Mapping[str, Any]
    station: str = ""
    state: Mapping[str, Any] = field(default_factory=dict)
    met: tuple[str, ...] = ()
    kept: Mapping[str, int] = field(default_factory=dict)
    utc_ms: int = 0


class SnapshotFile:
    """One small file of the home. It is replaced as a whole, and need not outlive a loss of power."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self.kept = False
        """Whether the present visit has one."""

    def write(self, snapshot: Snapshot) -> None:
        """Replace the last one. A disk that does not take it costs no more than the way back."""
        fields = asdict(snapshot) | {"format": FORMAT, "utc_ms": self._clock.utc_ms()}
        temporary = self._path.with_suffix(".new")
        try:
            temporary.write_text(json.dumps(fields), "utf-8")
            temporary.replace(self._path)
            self.kept = True
        except OSError as error:
            log.warning("the way back into the visit was not kept: %s", error)

    def take(self) -> Snapshot | None:
        """What a dead screen left, at most once: a state that kills the screen must not do so again."""
        try:
            fields = json.loads(self._path.read_text("utf-8"))
            self.erase()
            if fields.pop("format") != FORMAT:
                return None
            return Snapshot(**{**fields, "met": tuple(fields["met"])})
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            log.warning("a way back that cannot be read: %r", error)
            self.erase()
            return None

    def age_ms(self, snapshot: Snapshot) -> int:
        """How long ago it was written."""
        return abs(self._clock.utc_ms() - snapshot.utc_ms)

    def erase(self) -> None:
        """The visit is over."""
        self.kept = False
        for path in (self._path, self._path.with_suffix(".new")):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                log.warning("%s was not erased: %s", path.name, error)
