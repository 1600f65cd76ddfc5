"""A visit: from the first touch to the thanks. It is the only actor that events know."""

from dataclasses import dataclass

from kiosk.core.events import Origin


@dataclass(frozen=True, slots=True)
class Visit:
    """`id` is a random uuid7 that dies with the visit; nothing in it leads back to a child."""

    id: str
    origin: Origin = "visitor"
