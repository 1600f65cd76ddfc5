"""What a child can switch: pinyin, sound, calm, hand, language. Back to the base's defaults after each visit."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Switches:
    """How the switches stand; the base's settings give the defaults."""

    language: str = "zh"
    pinyin: bool = False
    muted: bool = False
    calm: bool = False
    left_handed: bool = False


@QmlElement
class Preferences(QObject):
    """The switches of the present visit. `now` is what Python reads."""

    changed = Signal()
    languageChanged = Signal()

    def __init__(self, defaults: Switches, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._defaults = defaults
        self.now = defaults

    def reset(self, defaults: Switches | None = None) -> None:
        """Forget what the last child switched; `defaults` are new ones that staff have set."""
        self._defaults = defaults or self._defaults
        self._set(self._defaults)

    def restore(self, switches: Switches) -> None:
        """How the child had set them before the screen died."""
        self._set(switches)

    def _set(self, switches: Switches) -> None:
        before, self.now = self.now, switches
        if before != switches:
            self.changed.emit()
        if before.language != switches.language:
            self.languageChanged.emit()

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.now.language

    @Property(bool, notify=changed)
    def pinyin(self) -> bool:
        return self.now.pinyin

    @Property(bool, notify=changed)
    def muted(self) -> bool:
        return self.now.muted

    @Property(bool, notify=changed)
    def calm(self) -> bool:
        return self.now.calm

    @Property(bool, notify=changed)
    def leftHanded(self) -> bool:
        return self.now.left_handed

    @Slot()
    def togglePinyin(self) -> None:
        self._set(replace(self.now, pinyin=not self.now.pinyin))

    @Slot()
    def toggleMuted(self) -> None:
        self._set(replace(self.now, muted=not self.now.muted))

    @Slot()
    def toggleCalm(self) -> None:
        self._set(replace(self.now, calm=not self.now.calm))

    @Slot()
    def toggleHand(self) -> None:
        self._set(replace(self.now, left_handed=not self.now.left_handed))

    @Slot()
    def toggleLanguage(self) -> None:
        self._set(replace(self.now, language="en" if self.now.language == "zh" else "zh"))
