"""H5P packages: the data in `content/content.json` is read, their scripts are never run.

No reader for Python is kept; this one knows H5P.MultiChoice, TrueFalse, SingleChoiceSet, SortParagraphs, and the
QuestionSet that holds them, each as its own semantics give it.
"""

import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.packs import limits
from kiosk.packs.html_text import plain_text
from kiosk.packs.importers.steps import steps_row
from kiosk.packs.rows import Row

HEAD, CONTENT = "h5p.json", "content/content.json"
ODD = (LookupError, ValueError, TypeError, AttributeError, OverflowError)
"""What data of another shape than H5P's raises."""
COLUMNS = {"stem": "question", "answer": "correct", "explanation": "feedback", "kind": "library"}


def h5p_rows(data: bytes) -> Iterator[Row]:
    """The questions of an H5P package; a row's number counts them. Raises KioskError `packs.h5p_broken`."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if archive.getinfo(CONTENT).file_size > limits.XML_CHARACTERS:
                raise KioskError("packs.h5p_broken", "too large")
            head = json.loads(archive.read(HEAD))
            content = json.loads(archive.read(CONTENT))
        found = list(_questions(str(head["mainLibrary"]), content))
    except (*ODD, RecursionError) as error:
        raise KioskError("packs.h5p_broken", repr(error)) from error
    for number, (library, params) in enumerate(found, start=1):
        try:
            yield from READERS.get(library, _unknown(library))(number, params)
        except ODD as error:
            raise KioskError("packs.h5p_broken", f"question {number}: {error!r}") from error


def _questions(library: str, content: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The type and content of each question."""
    if library != "H5P.QuestionSet":
        yield library, content
        return
    for question in content["questions"]:
        yield str(question["library"]).split()[0], question["params"]


def _multi_choice(number: int, params: Mapping[str, Any]) -> Iterator[Row]:
    answers = params["answers"]
    right = [place for place, answer in enumerate(answers, start=1) if answer.get("correct")]
    whys = tuple(_text((answer.get("tipsAndFeedback") or {}).get("chosenFeedback")) for answer in answers)
    several = params.get("behaviour", {}).get("type") == "multi" or len(right) > 1
    yield Row(
        number,
        stem=_text(params["question"]),
        options=tuple(_text(answer["text"]) for answer in answers),
        answer=",".join(map(str, right)),
        explanation=_feedback(params) or (whys[right[0] - 1] if right else ""),
        kind="多选题" if several else "",
        style="index",
        whys=whys,
        columns=COLUMNS,
    )


def _true_false(number: int, params: Mapping[str, Any]) -> Iterator[Row]:
    right = str(params["correct"]).lower() == "true"
    told = params.get("behaviour", {})
    explanation = _text(told.get("feedbackOnCorrect")) or _text(told.get("feedbackOnWrong"))
    answer = "正确" if right else "错误"
    yield Row(
        number, stem=_text(params["question"]), answer=answer, explanation=explanation, kind="判断题", columns=COLUMNS
    )


def _single_choices(number: int, params: Mapping[str, Any]) -> Iterator[Row]:
    """Several questions, the right answer of each first: it is moved to where the question's number says."""
    for place, choice in enumerate(params["choices"]):
        options = [_text(answer) for answer in choice["answers"]]
        right = (number + place) % max(1, len(options))
        options.insert(right, options.pop(0) if options else "")
        stem, answer = _text(choice["question"]), str(right + 1)
        yield Row(number, stem=stem, options=tuple(options), answer=answer, style="index", columns=COLUMNS)


def _sorted(number: int, params: Mapping[str, Any]) -> Iterator[Row]:
    yield steps_row(number, _text(params["taskDescription"]), [_text(one) for one in params["paragraphs"]])


def _unknown(library: str) -> Callable[[int, Mapping[str, Any]], Iterator[Row]]:
    def told(number: int, params: Mapping[str, Any]) -> Iterator[Row]:
        stem = _text(params.get("question") or params.get("taskDescription")) or library
        yield Row(number, stem=stem, kind=library, columns=COLUMNS)

    return told


def _feedback(params: Mapping[str, Any]) -> str:
    """What is said to a full score."""
    ranges = [one for one in params.get("overallFeedback") or () if one.get("feedback")]
    return _text(max(ranges, key=lambda one: float(one.get("to", 0)))["feedback"]) if ranges else ""


def _text(value: Any) -> str:
    return plain_text(value) if isinstance(value, str) else ""


READERS: Mapping[str, Callable[[int, Mapping[str, Any]], Iterator[Row]]] = {
    "H5P.MultiChoice": _multi_choice,
    "H5P.TrueFalse": _true_false,
    "H5P.SingleChoiceSet": _single_choices,
    "H5P.SortParagraphs": _sorted,
}
