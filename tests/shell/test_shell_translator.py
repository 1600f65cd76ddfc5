"""English is answered by Qt itself: QML may load while it is on, from whatever thread."""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.shell.translator import TsTranslator, elf_hash, messages

ROOT = Path(__file__).parents[2]
FILE = ROOT / "assets/i18n/en.ts"
LOADING = """
import sys
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from kiosk.shell.translator import TsTranslator
app = QGuiApplication([])
translator = TsTranslator(Path(sys.argv[1]))
app.installTranslator(translator)
engine = QQmlEngine()
component = QQmlComponent(engine, QUrl.fromLocalFile(sys.argv[2]))
print(component.create().property("said"), flush=True)
"""


def test_every_message_is_answered() -> None:
    """As the file has it, and nothing for what it does not have."""
    translator = TsTranslator(FILE)
    rows = list(messages(FILE))
    assert len(rows) > 20
    assert [translator.translate(context, source) for context, source, _ in rows] == [english for *_, english in rows]
    assert not translator.translate("Attract", "没有这一句")
    assert elf_hash(b"") == 1


def test_qml_loads_while_english_is_on(tmp_path: Path) -> None:
    """A translator written in Python would hang here: the QML loader's thread waits for Python, Python for it."""
    context, source, english = next(messages(FILE))
    file = tmp_path / f"{context}.qml"
    file.write_text(f'import QtQml\nQtObject {{ property string said: qsTr("{source}") }}\n', "utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", LOADING, FILE, file], env=environment, capture_output=True, text=True, timeout=30
    )
    assert done.stdout.strip() == english, done.stderr
