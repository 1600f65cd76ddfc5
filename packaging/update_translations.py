"""Brings `assets/i18n/en.ts` up to date with the qsTr texts of all QML files; says which still lack English.

PySide6's lupdate is built without QML, so the texts are found here; the file stays one that Qt Linguist opens.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "assets" / "i18n" / "en.ts"
TEXT = re.compile(r'qsTr\("((?:[^"\\]|\\.)*)"\)')
Messages = dict[tuple[str, str], str]


def wanted() -> list[tuple[str, str]]:
    """(context, source) of every text, the context being the QML file's name as Qt has it."""
    found: dict[tuple[str, str], None] = {}
    for file in sorted((ROOT / "kiosk").rglob("*.qml")):
        for text in TEXT.findall(file.read_text("utf-8")):
            found[file.stem, text.replace('\\"', '"').replace("\\n", "\n")] = None
    return sorted(found)


def present() -> Messages:
    """What the file has."""
    if not FILE.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in ElementTree.parse(FILE).getroot().iter("context")
        for message in context.iter("message")
    }


def write(messages: Messages) -> None:
    """Write the file, contexts and texts in order."""
    root = ElementTree.Element("TS", version="2.1", language="en", sourcelanguage="zh_CN")
    contexts: dict[str, ElementTree.Element] = {}
    for (name, source), translation in sorted(messages.items()):
        if name not in contexts:
            contexts[name] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[name], "name").text = name
        message = ElementTree.SubElement(contexts[name], "message")
        ElementTree.SubElement(message, "source").text = source
        ElementTree.SubElement(message, "translation").text = translation
    ElementTree.indent(root, "  ")
    FILE.parent.mkdir(parents=True, exist_ok=True)
    text = ElementTree.tostring(root, encoding="unicode")
    FILE.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def main() -> int:
    """Update the file; 1 when a text lacks its English."""
    have = present()
    messages = {key: have.get(key, "") for key in wanted()}
    write(messages)
    missing = [key for key, text in messages.items() if not text]
    for context, source in missing:
        sys.stdout.write(f"{context}: {source}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
