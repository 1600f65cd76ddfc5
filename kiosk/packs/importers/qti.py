"""QTI 2.1 and 3.0 packages: choice, order and match; other interactions are named as what cannot be played.

No reader for Python is kept; the shapes follow the IMS/1EdTech information model. 3.0 writes the same elements with
`qti-` and hyphens, so that names without both are the same for the two.
"""

import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from kiosk.core.errors import KioskError
from kiosk.packs import limits
from kiosk.packs.html_text import BREAKS
from kiosk.packs.importers.steps import steps_row
from kiosk.packs.plain import clean
from kiosk.packs.rows import Row

MANIFEST = "imsmanifest.xml"
COLUMNS = {"stem": "prompt", "answer": "correctResponse", "explanation": "modalFeedback", "kind": "interaction"}
SILENT = ("feedbackinline", "feedbackblock", "rubricblock", "printedvariable", "math", "style", "script")


def qti_rows(data: bytes) -> list[Row]:
    """The questions of a QTI package in the manifest's order, counted; a row's sheet is its item's file.

    Raises KioskError (`packs.qti_broken`, `packs.xml_entities`).
    """
    rows: list[Row] = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        for href in dict.fromkeys(_hrefs(_parsed(archive, MANIFEST))):
            if href in names and href.endswith(".xml") and href != MANIFEST:
                item = _parsed(archive, href)
                if _name(item) == "assessmentitem":
                    rows += _item_rows(item, href, len(rows) + 1)
    return rows


def _parsed(archive: zipfile.ZipFile, name: str) -> Element:
    if archive.getinfo(name).file_size > limits.XML_CHARACTERS:
        raise KioskError("packs.qti_broken", f"{name} is too large", member=name)
    try:
        root: Element = fromstring(archive.read(name), forbid_dtd=True)
    except DefusedXmlException as error:
        raise KioskError("packs.xml_entities", repr(error)) from error
    except (ParseError, LookupError, ValueError) as error:
        raise KioskError("packs.qti_broken", f"{name}: {error!r}", member=name) from error
    return root


def _hrefs(manifest: Element) -> Iterator[str]:
    for one in manifest.iter():
        if _name(one) == "resource" and "item" in one.get("type", ""):
            yield posixpath.normpath(unquote(one.get("href", "")))


def _item_rows(item: Element, href: str, number: int) -> list[Row]:
    try:
        return _rows(item, href, number)
    except RecursionError as error:
        raise KioskError("packs.qti_broken", f"{href} is too deep", member=href) from error


def _rows(item: Element, href: str, number: int) -> list[Row]:
    """The rows of one item: a match gives one for each thing to be matched."""
    body = next((one for one in item.iter() if _name(one) == "itembody"), item)
    found = [one for one in body.iter() if _name(one).endswith("interaction")]
    explanation = "\n".join(filter(None, (_text(one) for one in item.iter() if _name(one) == "modalfeedback")))
    stem = _text(body)
    if len(found) != 1 or _name(found[0]) not in ("choiceinteraction", "orderinteraction", "matchinteraction"):
        kind = _name(found[0]).removesuffix("interaction") if len(found) == 1 else f"{len(found)} interactions"
        return [Row(number, href, stem=stem or href, kind=kind, columns=COLUMNS)]
    interaction = found[0]
    prompt = next((_text(one) for one in interaction if _name(one) == "prompt"), "")
    stem = "\n".join(filter(None, (stem, prompt)))
    right = _right(item, _attribute(interaction, "responseidentifier"))
    if _name(interaction) == "matchinteraction":
        return _matches(interaction, right, Row(number, href, stem=stem, explanation=explanation, columns=COLUMNS))
    choices = {one.get("identifier", ""): one for one in interaction.iter() if _name(one) == "simplechoice"}
    if _name(interaction) == "orderinteraction":
        return [steps_row(number, stem, [_text(choices[key]) for key in right if key in choices], explanation)]
    return [
        Row(
            number,
            href,
            stem=stem,
            options=tuple(_text(one) for one in choices.values()),
            answer=_places(right, list(choices)),
            explanation=explanation,
            kind="多选题" if _attribute(interaction, "maxchoices") not in ("", "1") or len(right) > 1 else "",
            style="index",
            whys=tuple(_feedback(one) for one in choices.values()),
            columns=COLUMNS,
        )
    ]


def _matches(interaction: Element, right: Sequence[str], row: Row) -> list[Row]:
    """One question for each member of the first set; the options are the second set's."""
    sets = [one for one in interaction if _name(one) == "simplematchset"]
    if len(sets) != 2:
        return [replace(row, kind="match")]
    first, second = ({one.get("identifier", ""): _text(one) for one in each} for each in sets)
    pairs = [pair.split() for pair in right]
    return [
        replace(
            row,
            number=row.number + place,
            stem="\n".join(filter(None, (row.stem, text))),
            options=tuple(second.values()),
            answer=_places([pair[1] for pair in pairs if len(pair) == 2 and pair[0] == key], list(second)),
            style="index",
        )
        for place, (key, text) in enumerate(first.items())
    ]


def _places(right: Sequence[str], keys: Sequence[str]) -> str:
    return ",".join(str(keys.index(key) + 1) for key in right if key in keys)


def _right(item: Element, response: str) -> list[str]:
    """The values of the correct response that the interaction answers to."""
    for declared in item.iter():
        if _name(declared) == "responsedeclaration" and declared.get("identifier") == response:
            return [
                (value.text or "").strip()
                for correct in declared
                if _name(correct) == "correctresponse"
                for value in correct
            ]
    return []


def _feedback(choice: Element) -> str:
    return " ".join(filter(None, (_text(one) for one in choice if _name(one).startswith("feedback"))))


def _text(element: Element) -> str:
    """What stands in `element` itself, as plain text; interactions, feedback and scripts within it are left out."""
    found: list[str] = []

    def walk(one: Element) -> None:
        found.append(one.text or "")
        for inner in one:
            if _name(inner) in BREAKS:
                found.append("\n")
            if _name(inner) not in SILENT and not _name(inner).endswith("interaction"):
                walk(inner)
            found.append(inner.tail or "")

    walk(element)
    lines = (" ".join(line.split()) for line in "".join(found).split("\n"))
    return clean("\n".join(filter(None, lines)))


def _name(element: Element) -> str:
    """The element's name, the same for both versions."""
    name = str(element.tag).rpartition("}")[2]
    return name.removeprefix("qti-").replace("-", "").lower()


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.replace("-", "").lower() == name), "")
