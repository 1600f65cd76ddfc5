"""Kahoot xlsx: a banner, headers in row 8, right answers as positions `1,3`, blank numbered rows to 100."""

from kiosk.packs.importers.layout import Layout

LAYOUT = Layout("kahoot", frozenset(("question", "answer1", "answer2", "timelimit", "correctanswer")), style="index")
