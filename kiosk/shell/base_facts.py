"""What is told of this base: its name, its mascot's, and whom to call in its town."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.shell.parts import ShellParts
from kiosk.takeaway.town import local_number

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class BaseFacts(QObject):
    """A brand and the packs give them, else the settings. `language()` is the screen's."""

    changed = Signal()

    def __init__(self, parts: ShellParts, language: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._language = language
        self._name: Mapping[str, str] = {}
        self._mascot: Mapping[str, str] = {}

    def dress(self, name: Mapping[str, str], mascot: Mapping[str, str]) -> None:
        """Packs changed: both names by language; the local number may be another one too."""
        self._name, self._mascot = name, mascot
        self.changed.emit()

    def named(self, text: str) -> str:
        """`text` with the mascot's name where it says `{mascot}`."""
        return text.replace("{mascot}", self._mascot.get(self._language(), ""))

    @Property(str, notify=changed)
    def name(self) -> str:
        return self.shown_name()

    def shown_name(self) -> str:
        """The base's name in the screen's language; empty where it has none."""
        return self._name.get(self._language()) or str(self._parts.setting("base_name"))

    @Property(str, notify=changed)
    def mascot(self) -> str:
        return self._mascot.get(self._language(), "")

    @Property(dict, notify=changed)
    def local(self) -> dict[str, str]:
        """The town's or the base's own number: `number`, `who`, `how`; empty where there is none."""
        return self.local_number()

    @Property(list, notify=changed)
    def worryPeople(self) -> list[dict[str, str]]:
        """Whom to tell: `icon`, `who`, `how`; last the local `number`, where there is one."""
        people: list[dict[str, str]] = self._parts.texts.worry[self._language()]["people"]
        local = self.local_number()
        return [*people, {"icon": "sender-headset", **local}] if local else people

    def local_number(self) -> dict[str, str]:
        """As `local`."""
        files = (file.data for file in self._parts.content.brought("numbers"))
        return local_number(files, str(self._parts.setting("service_number")), self._language())
