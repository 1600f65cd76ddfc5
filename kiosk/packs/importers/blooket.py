"""Blooket csv: a title row, headers with line breaks in row 2, `Question #` is a serial number."""

from kiosk.packs.importers.layout import Layout

LAYOUT = Layout("blooket", frozenset(("question#", "questiontext", "answer1", "correctanswer")), style="index")
