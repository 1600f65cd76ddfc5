"""English for QML: reads `assets/i18n/en.ts` when English is first asked for; Chinese, the source, costs nothing."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator


class TsTranslator(QTranslator):
    """Answers qsTr from a Qt Linguist `.ts` file of our own (trusted) assets."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages: dict[tuple[str, str], str] = {}
        for context in ElementTree.parse(file).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                self._messages[name, message.findtext("source", "")] = message.findtext("translation", "")

    def isEmpty(self) -> bool:
        """Qt ignores a translator that says it is empty."""
        return not self._messages

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The English text, or an empty string when there is none (Qt then shows the source)."""
        return self._messages.get((context, sourceText), "")
