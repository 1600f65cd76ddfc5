"""What a class session does to the children's screen: forms in the place of attract, and the class's name."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.classroom.rules import Session
from kiosk.forms.parts import FormParts

if TYPE_CHECKING:
    from kiosk.forms.class_view_model import ClassViewModel

CLASS_QML = Path(__file__).parent / "ClassScreen.qml"


class Lesson:
    """Follows the room. `changed()` is called when the forms' screen comes, goes, or another takes its place."""

    def __init__(self, parts: FormParts) -> None:
        self._parts = parts
        self._shown: tuple[str, str] | None = None
        self._gone: list[ClassViewModel] = []
        self.screen: ClassViewModel | None = None
        self.changed: Callable[[], None] = lambda: None
        self.qml = CLASS_QML
        parts.room.changed.append(self._look)

    @property
    def class_label(self) -> str:
        """The class that is here; empty when none is, or when nobody ended it and its time is long over."""
        self._parts.room.look()
        return self._now.asked.class_label if self._now else ""

    def stands(self, on_screen: bool) -> None:
        """Whether the forms are on the screen: staff may stand before it."""
        if self.screen:
            self.screen.stands(on_screen)

    def scanned(self, text: str) -> None:
        """A scanner typed: for a child that is asked for its card; else it is dropped."""
        if self.screen:
            self.screen.scanned(text)

    def close(self) -> None:
        """The program ends: forms in the middle stay open, and are gone on with."""
        self._parts.room.changed.remove(self._look)
        if self.screen:
            self.screen.halt()

    def let_go(self) -> None:
        """The screens that were left are off the window."""
        self._gone.clear()

    @property
    def _now(self) -> Session | None:
        return self._parts.room.now

    def _look(self) -> None:
        session = self._now
        wanted = (session.id, session.moment) if session and session.testing else None
        if wanted == self._shown:
            return
        self._shown = wanted
        if self.screen:
            self.screen.close()
            self._gone.append(self.screen)
        self.screen = self._made() if wanted else None
        self.changed()

    def _made(self) -> "ClassViewModel":
        # Imported here: no start pays for forms that no class is doing.
        from kiosk.forms.class_view_model import ClassViewModel

        return ClassViewModel(self._parts)
