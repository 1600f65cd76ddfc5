"""Every text of QML has its English, and the file has nothing that is no longer said."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_english_is_complete() -> None:
    spec = importlib.util.spec_from_file_location("update_translations", ROOT / "packaging/update_translations.py")
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    present = tool.present()
    assert sorted(present) == tool.wanted(), "run packaging/update_translations.py and write the English"
    assert [key for key, text in present.items() if not text] == []
