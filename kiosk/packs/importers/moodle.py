"""Moodle XML: multichoice and truefalse, their CDATA HTML as plain text. Entities and external content are refused."""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from kiosk.core.errors import KioskError
from kiosk.packs.html_text import plain_text
from kiosk.packs.rows import Row

PLAYED = {"multichoice": "", "truefalse": "判断题"}
SILENT = ("category", "description")
COLUMNS = {"stem": "questiontext", "answer": "answer", "explanation": "generalfeedback", "kind": "type"}


class _Builder(TreeBuilder):
    """Notes the line on which each question begins: the tree itself does not keep it."""

    def __init__(self) -> None:
        super().__init__(element_factory=None)
        self.lines: list[int] = []
        self.line: Callable[[], int] = lambda: 0

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        if tag == "question":
            self.lines.append(self.line())
        return super().start(tag, attrs)


def moodle_rows(text: str) -> Iterator[Row]:
    """The questions of a Moodle XML file. Raises KioskError (`packs.xml_broken`, `packs.xml_entities`)."""
    builder = _Builder()
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.line = lambda: parser.parser.CurrentLineNumber
    try:
        parser.feed(_undeclared(text))
        root = parser.close()
    except DefusedXmlException as error:
        raise KioskError("packs.xml_entities", repr(error)) from error
    except ParseError as error:
        raise KioskError("packs.xml_broken", repr(error), line=error.position[0]) from error
    if root.tag != "quiz":
        raise KioskError("packs.kind_unread", kind="xml")
    for line, question in zip(builder.lines, root.iter("question"), strict=True):
        if question.get("type") not in SILENT:
            yield _row(line, question)


def _undeclared(text: str) -> bytes:
    """The text as UTF-8, its XML declaration blanked: the encoding that it names does not count any more."""
    declared = re.match(r"<\?xml[^>]*\?>", text)
    return text.replace(declared[0], "\n" * declared[0].count("\n"), 1).encode() if declared else text.encode()


def _row(line: int, question: Element) -> Row:
    kind = question.get("type", "")
    stem, explanation = _text(question, "questiontext"), _text(question, "generalfeedback")
    if kind not in PLAYED:
        return Row(line, stem=stem, kind=kind or "?", columns=COLUMNS)
    answers = question.findall("answer")
    if kind == "truefalse":
        # Its answers are always the words true and false, whatever the question's language.
        true = any(_plain(answer).lower() == "true" and _weight(answer) > 0 for answer in answers)
        answer = "正确" if true else "错误"
        return Row(line, stem=stem, answer=answer, explanation=explanation, kind=PLAYED[kind], columns=COLUMNS)
    right = [place for place, answer in enumerate(answers, start=1) if _weight(answer) > 0]
    whys = tuple(_text(answer, "feedback") for answer in answers)
    several = question.findtext("single", "true").strip().lower() in ("false", "0")
    return Row(
        line,
        stem=stem,
        options=tuple(_plain(answer) for answer in answers),
        answer=",".join(map(str, right)),
        explanation=explanation or (whys[right[0] - 1] if right else ""),
        kind="多选题" if several else PLAYED[kind],
        style="index",
        whys=whys,
        columns=COLUMNS,
    )


def _weight(answer: Element) -> float:
    """The share of the points that an answer brings, in per cent."""
    try:
        return float(answer.get("fraction", "0"))
    except ValueError:
        return 0.0


def _text(parent: Element, name: str) -> str:
    found = parent.find(name)
    return _plain(found) if found is not None else ""


def _plain(element: Element) -> str:
    """The text below `element`, as HTML unless it says otherwise."""
    text = element.findtext("text", "")
    return text.strip() if element.get("format") == "plain_text" else plain_text(text)
