"""PDFs as poppler reads them: an independent reader of what `Paper` writes.

pypdf gives the pages, title and language, but not the texts: it does not follow the character map of a CFF font.
"""

import subprocess
from dataclasses import dataclass
from html.parser import HTMLParser

POINT = 25.4 / 72


def paper_pages(data: bytes) -> list[str]:
    """The text of each page, without the breaks of lines."""
    return [page.replace("\n", "") for page in pdftotext(data).split("\f")[:-1]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands on its page, in millimetres from the upper left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Words(HTMLParser):
    """Gathers the words of `pdftotext -bbox`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Word] = []
        self._place: list[float] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._place = [float(value or 0) * POINT for _, value in attrs] if tag == "word" else []

    def handle_data(self, data: str) -> None:
        if self._place:
            left, top, right, bottom = self._place
            self.found.append(Word(data, left, top, right, bottom))
            self._place = []


def words_of(data: bytes) -> list[Word]:
    """Every word of every page."""
    reader = Words()
    reader.feed(pdftotext(data, "-bbox"))
    return reader.found


def pdftotext(data: bytes, *options: str) -> str:
    """What poppler reads."""
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()
