"""All that is printed for a class that answers on paper: the sheets, and booklets where children read from pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.answer_sheet import SheetCode
from kiosk.core.item import Item
from kiosk.core.words import say
from kiosk.exports.writing import Written, write_whole


@dataclass(frozen=True, slots=True)
class Printing:
    """What all sheets of a printing share: the base's name as its kiosks have it, and the language."""

    base: str
    language: str = "zh"

    def say(self, name: str, **params: object) -> str:
        """A sentence of the sheets' own."""
        return say(f"sheets.{name}", self.language, **params)


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF and the name of its file."""

    name: str
    pdf: bytes

    def write(self, path: Path) -> int:
        """Write it; one document."""
        path.write_bytes(self.pdf)
        return 1


def documents(
    codes: Sequence[SheetCode], items: Mapping[str, Sequence[Item]], printing: Printing, *, booklets: bool
) -> list[Document]:
    """The sheets (at least one), and with `booklets` the messages of each of their forms; takes a second or two."""
    # fpdf is loaded here: a quarter of a second that only papers wait for.
    from kiosk.exports.answer_sheet import answer_sheets
    from kiosk.exports.answer_sheet_booklet import booklet

    first = codes[0]
    moment = say(f"classroom.moment_{first.moment}", printing.language)
    forms = sorted({one.form for one in codes})
    sheets = printing.say("file", number=first.code, moment=moment, batch=f"{first.batch:03}")
    made = [Document(f"{sheets}.pdf", answer_sheets(codes, printing))]
    for form in forms if booklets else ():
        name = printing.say("file_booklet", number=first.code, moment=moment, form=form)
        made.append(Document(f"{name}.pdf", booklet(form, items[form], first.moment, printing)))
    return made


def put(made: Sequence[Document], folder: Path) -> list[Written]:
    """Write them into `folder`, each whole or not at all. Raises KioskError (`exports.…`)."""
    return [write_whole(folder / one.name, len(one.pdf), one.write) for one in made]
