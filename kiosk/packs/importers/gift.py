"""Moodle's GIFT: `::title::stem{=right ~wrong#why ####explanation}`, with `\\` before `~ = # { } :` and weights."""

import re
from collections.abc import Iterator

from kiosk.packs.rows import Row

LOOKS = re.compile(r"(?<!\\)\{\s*(?:[=~]|T(?:RUE)?\s*[#}]|F(?:ALSE)?\s*[#}])", re.IGNORECASE)
BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
TITLE = re.compile(r"^\s*::(?:\\.|[^:\\]|:(?!:))*::")
MARKUP = re.compile(r"^\s*\[(html|markdown|plain|moodle)\]")
PIECE = re.compile(r"(?<!\\)([=~])((?:\\.|[^=~\\])*)", re.DOTALL)
WEIGHT = re.compile(r"^\s*%(-?\d{1,3}(?:\.\d*)?)%")
TRUTH = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:(?<!\\)#(.*))?", re.IGNORECASE | re.DOTALL)
COMMENT = re.compile(r"^[ \t]*(?://|\$CATEGORY:).*$", re.MULTILINE)
COLUMNS = {"stem": "stem", "answer": "answers", "explanation": "####", "kind": "answers"}


def is_gift(text: str) -> bool:
    """Whether `text` looks like GIFT."""
    return "{" in text and bool(LOOKS.search(COMMENT.sub("", text)))


def gift_rows(text: str) -> Iterator[Row]:
    """The questions in `text`; what the screen cannot play comes as a kind of its own, so that it is reported."""
    text = COMMENT.sub("", text.replace("\r\n", "\n"))
    line = counted = 0
    for start, opened, closed in _braces(text):
        before, answers = text[start:opened], text[opened + 1 : closed]
        begins = start + len(before) - len(before.lstrip())
        line += text.count("\n", counted, begins)
        counted = begins
        stem = TITLE.sub("", before)
        html = (markup := MARKUP.match(stem)) is not None and markup[1] == "html"
        after = text[closed + 1 :].partition("\n")[0]
        gap = f"____{after}" if after.strip() and "{" not in after else ""
        yield _row(line + 1, _text(MARKUP.sub("", stem) + gap, html), answers, html)


def _braces(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each question starts, and where its answers open and close; a brace behind a backslash is text."""
    start, opened = 0, -1
    for found in BRACE.finditer(text):
        if found[0] == "{" and opened < 0:
            opened = found.start()
        elif found[0] == "}" and opened >= 0:
            yield start, opened, found.start()
            rest = text.find("\n", found.end())
            another = text.find("{", found.end(), rest if rest >= 0 else len(text))
            start = found.end() if another >= 0 or rest < 0 else rest
            opened = -1


def _row(line: int, stem: str, answers: str, html: bool) -> Row:
    answers, _, explanation = _cut(answers, "####")
    explanation = _text(explanation, html)
    if found := TRUTH.fullmatch(answers):
        why = _text((found[2] or "").split("#")[0], html)
        return Row(line, stem=stem, answer=found[1], kind="判断题", explanation=explanation or why, columns=COLUMNS)
    pieces = [_piece(mark, text, html) for mark, text in PIECE.findall(answers)]
    played = len(pieces) > 1 and any(not right for right, _, _ in pieces) and "->" not in answers
    if not played or answers.lstrip().startswith("#"):
        return Row(line, stem=stem, kind="GIFT {" + answers.strip()[:10] + "…}", columns=COLUMNS)
    right = [place for place, (is_right, _, _) in enumerate(pieces, start=1) if is_right]
    why = pieces[right[0] - 1][2] if right else ""
    return Row(
        line,
        stem=stem,
        options=tuple(text for _, text, _ in pieces),
        answer=",".join(map(str, right)),
        explanation=explanation or why,
        kind="多选题" if WEIGHT.match(PIECE.findall(answers)[0][1]) else "",
        style="index",
        whys=tuple(why for _, _, why in pieces),
        columns=COLUMNS,
    )


def _piece(mark: str, text: str, html: bool) -> tuple[bool, str, str]:
    """Whether an answer is right, its text and its feedback. A positive weight makes one of several right ones."""
    weight = WEIGHT.match(text)
    right = float(weight[1]) > 0 if weight else mark == "="
    text, _, why = _cut(WEIGHT.sub("", text), "#")
    return right, _text(text, html), _text(why, html)


def _cut(text: str, mark: str) -> tuple[str, str, str]:
    """`text` parted at the first `mark` that is not escaped."""
    found = re.search(rf"(?<!\\){mark}", text)
    return (text[: found.start()], mark, text[found.end() :]) if found else (text, "", "")


def _text(text: str, html: bool) -> str:
    """Plain text: escapes undone, markup taken away where the question says that it has some."""
    text = re.sub(r"\\([~=#{}:\\])", r"\1", text.replace("\\n", "\n")).strip()
    if not html:
        return text
    from kiosk.packs.html_text import plain_text  # here for its cost: few files need it

    return plain_text(text)
