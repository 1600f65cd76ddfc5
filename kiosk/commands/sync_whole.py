"""What the courier does besides sending events, for the commands: the same parts, put together without a screen."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.clock import Clock
from kiosk.core.places import program_folder

if TYPE_CHECKING:
    from kiosk.privacy.guardian import Guardian
    from kiosk.store import Store
    from kiosk.sync.down import Down


def down(home: Path, store: "Store", clock: Clock) -> "Down":
    """What the hub may have done here, and how recordings go out."""
    from kiosk.packs.library import Library
    from kiosk.store import settings
    from kiosk.sync.down import Down
    from kiosk.sync.down_settings import ROLE

    @cache
    def guardian() -> "Guardian":
        from kiosk.privacy.guardian import Guardian

        with store.read() as connection:
            values = settings.read_all(connection)
        return Guardian(home, store, clock, lambda: values)

    def mp3(take: str) -> bytes:
        from kiosk.broadcast.desk import TakeDesk
        from kiosk.broadcast.rendering import Renderer
        from kiosk.devices.sound import SilentPlayer

        renderer = Renderer(program_folder() / "assets" / "sounds")
        return TakeDesk(guardian(), SilentPlayer(), renderer).mp3(take, ROLE)

    library = Library(store, program_folder() / "quizzes", clock)
    return Down(home, store, clock, guardian=guardian, library=lambda: library, mp3=mp3)
