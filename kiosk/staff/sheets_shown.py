"""A pile of answer sheets in words and places, as the page shows it. Pure."""

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.classroom.sheets_pile import Paper, Pile, Refused
from kiosk.core import answer_sheet as sheet
from kiosk.core.answer_sheet import ANSWERS

Say = Callable[..., str]


def told(say: Say, pile: Pile) -> str:
    """What the pile came to, in one line; nothing is said of what there is none of."""
    first = say("sheets.found", papers=len(pile.papers)) if pile.papers else say("sheets.nothing").rstrip("。.")
    counts = [("doubts", sum(bool(one.doubts) for one in pile.papers)), ("refused", len(pile.refused))]
    return " · ".join((first, *_counted(say, counts)))


def rest(say: Say, pile: Pile) -> str:
    """What else lay in it."""
    counts = [
        ("coded", pile.coded),
        ("uncoded", pile.uncoded),
        ("known", pile.known),
        ("empty", pile.empty),
        ("twice", pile.twice),
        ("without", len(pile.without)),
        ("unreadable", len(pile.unreadable)),
    ]
    return " · ".join(_counted(say, counts))


def _counted(say: Say, counts: Sequence[tuple[str, int]]) -> list[str]:
    return [say(f"sheets.found_{name}", count=count) for name, count in counts if count]


def paper_shown(say: Say, paper: Paper, focus: int) -> dict[str, Any]:
    """A sheet with where its answers stand, as shares of its picture; `focus` is the row that is asked about."""
    row = paper.rows[focus]
    answer = say(f"classroom.judge_{row.answer}") if row.answer else say("sheets.none")
    moment = say(f"classroom.moment_{paper.code.moment}")
    about = say("sheets.about", moment=moment, form=paper.code.form)
    card = "sheets.card_unclear" if paper.pictures is None else "sheets.card_read" if paper.pictures else ""
    sentence = "sheets.row_answer" if not row.doubt else f"sheets.doubt_{row.doubt}"
    return {
        "title": f"{say('sheets.number', number=paper.code.number)} · {about}",
        "card": say(card) if card else "",
        "file": paper.file,
        "picture": paper.picture,
        "sentence": say(sentence, row=focus + 1, answer=answer),
        "doubt": bool(row.doubt),
        "focus": sheet.row_y(focus) / sheet.HEIGHT,
        "rows": [_row(place, one.answer, bool(one.doubt)) for place, one in enumerate(paper.rows)],
        "options": [
            {
                "key": key,
                "name": say(f"classroom.judge_{key}") if key else say("sheets.none"),
                "chosen": key == row.answer,
            }
            for key in (*ANSWERS, "")
        ],
    }


def refused_shown(say: Say, one: Refused) -> dict[str, Any]:
    """A sheet that does not count, and why."""
    return {
        "title": one.file,
        "card": "",
        "file": one.file,
        "picture": one.picture,
        "sentence": say(f"sheets.{one.why}", number=one.number),
        "doubt": True,
        "focus": -1,
        "rows": [],
        "options": [],
    }


def first_doubt(papers: Sequence[Paper], at: int) -> int:
    """The row of the sheet at `at` that is asked about first."""
    return papers[at].doubts[0] if at < len(papers) and papers[at].doubts else 0


def _row(place: int, answer: str, doubt: bool) -> dict[str, Any]:
    x = sheet.BUBBLES_X[ANSWERS.index(answer)] / sheet.WIDTH if answer else -1
    return {"x": x, "y": sheet.row_y(place) / sheet.HEIGHT, "doubt": doubt}
