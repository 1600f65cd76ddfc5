"""Questions written as plain lines: 问卷星 and 超星 text, and Aiken, which is the same with English words.

1. 题干                 (a number starts a question; in Aiken an empty line does)
A、选项 / A. option     (several may share a line)
答案：B / ANSWER: B     (or in the stem: `（ B ）`)
解析：…
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.packs.plain import clean
from kiosk.packs.rows import Row

NUMBER = re.compile(r"\s*(?:第\s*\d{1,4}\s*题\s*[.、．:：]?|\d{1,4}\s*[.、．)）]|[(（]\d{1,4}[)）])\s*(?=\D|$)")
OPTION = re.compile(r"\s*[(（]?([A-HＡ-Ｈ])\s*[.、．)）:：]\s*(.*)", re.IGNORECASE)
NEXT_OPTION = re.compile(r"(?<=\S)\s+(?=[B-HＢ-Ｈ]\s*[.、．)）:：])")
ANSWER = re.compile(
    r"\s*[【\[]?(?:正确答案|参考答案|标准答案|答案|我的答案|ANSWER)[】\]]?\s*[:：]?\s*(.*)", re.IGNORECASE
)
EXPLANATION = re.compile(r"\s*[【\[]?(?:答案解析|试题解析|解析|解释|说明)[】\]]?\s*[:：]?\s*(.*)")
SECTION = re.compile(
    r"\s*(?:[一二三四五六七八九十]+\s*[、.．]|[【\[（(])?\s*(单选|单项选择|多选|多项选择|判断|不定项)[^：:？?]{0,12}$"
)
KIND_IN_STEM = re.compile(r"[【\[（(]\s*(单选|多选|判断|不定项|单项选择|多项选择)题?\s*[】\]）)]")
ANSWER_IN_STEM = re.compile(r"[（(]\s*([A-HＡ-Ｈ]{1,8}|[√×对错])\s*[）)]")
COLUMNS = {"stem": "题干", "answer": "答案", "explanation": "解析", "kind": "题型"}


@dataclass(slots=True)
class Draft:
    """A question while its lines come in."""

    line: int
    kind: str
    stem: list[str]
    options: dict[str, str] = field(default_factory=dict)
    answer: str | None = None
    explanation: list[str] | None = None
    last: str = ""
    """The key of the option that a further line belongs to."""

    def row(self) -> Row:
        """The finished question."""
        stem, answer = "\n".join(self.stem), self.answer or ""
        kind = self.kind
        if found := KIND_IN_STEM.search(stem):
            kind, stem = found[1], stem.replace(found[0], "", 1)
        if not answer and (found := ANSWER_IN_STEM.search(stem)):
            answer, stem = found[1], stem.replace(found[0], "（　）", 1)
        places = "ABCDEFGH"[: max(("ABCDEFGH".index(key) + 1 for key in self.options), default=0)]
        return Row(
            self.line,
            stem=clean(stem),
            options=tuple(self.options.get(key, "") for key in places),
            answer=answer.strip(),
            explanation=clean("\n".join(self.explanation or ())),
            kind=kind,
            columns=COLUMNS,
        )


def line_rows(text: str) -> Iterator[Row]:
    """The questions in `text`; a row's number is the line on which its stem begins."""
    draft: Draft | None = None
    kind, gap = "", True
    for number, line in enumerate(text.splitlines(), start=1):
        line = clean(line)
        if not line:
            gap = True
            continue
        if section := SECTION.fullmatch(line):
            kind = section[1]
        elif draft is None or _begins(line, draft, gap):
            if draft:
                yield draft.row()
            draft = Draft(number, kind, [NUMBER.sub("", line, count=1)])
        else:
            _continue(draft, line)
        gap = False
    if draft:
        yield draft.row()


def _begins(line: str, draft: Draft, gap: bool) -> bool:
    """Whether `line` starts another question: by a number, or after an empty line once there was an answer."""
    if OPTION.match(line) or ANSWER.match(line) or EXPLANATION.match(line):
        return False
    complete = draft.answer is not None or draft.explanation is not None
    return (bool(NUMBER.match(line)) and bool(draft.options or complete or gap)) or (gap and complete)


def _continue(draft: Draft, line: str) -> None:
    """Put a line where it belongs."""
    if found := ANSWER.fullmatch(line):
        draft.answer = found[1]
    elif found := EXPLANATION.fullmatch(line):
        draft.explanation = [found[1]]
    elif draft.explanation is not None:
        draft.explanation.append(line)
    elif OPTION.match(line) and draft.answer is None:
        for part in NEXT_OPTION.split(line):
            if found := OPTION.fullmatch(part):
                draft.last = unicodedata.normalize("NFKC", found[1]).upper()
                draft.options[draft.last] = found[2].strip()
    elif draft.last:
        draft.options[draft.last] += f"\n{line}"
    else:
        draft.stem.append(line)
