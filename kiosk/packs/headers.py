"""The one header-finder: which row names the columns, and what each column is, in every layout we know."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SEARCHED_ROWS = 15
LONGEST_HEADER = 120
BRACKETS = re.compile(r"[(\[{【〔〈《][^)\]}】〕〉》]*[)\]}】〕〉》]?")
AFTER_DASH = re.compile(r"\s+[-–—]\s.*", re.DOTALL)

# field → how files call it, normalised. Letters and digits alone match exactly only; the rest also by prefix.
ALIASES: dict[str, tuple[str, ...]] = {
    "stem": (
        *("题干", "题目", "试题", "试题内容", "题目内容", "试题题干", "题干内容", "问题", "题目名称", "消息内容"),
        *("question", "questiontext", "questions", "stem"),
    ),
    "kind": ("题型", "题目类型", "试题类型", "类型", "questiontype", "type"),
    "options": ("选项", "备选项", "备选答案", "选项内容", "options", "choices"),
    "answer": (
        "正确答案",
        "答案",
        "标准答案",
        "参考答案",
        "正确选项",
        "correctanswer",
        "correctanswers",
        "answer",
        "right",
    ),
    "explanation": (
        *("解析", "答案解析", "试题解析", "题目解析", "解释", "说明", "答案说明"),
        *("answerexplanation", "explanation", "feedback", "generalfeedback"),
    ),
    "nature": ("性质", "消息性质", "nature"),
    "family": ("骗术", "骗术类型", "诈骗类型", "骗局类型", "family"),
    "chapter": ("章节", "知识点", "分类", "章", "category", "topic"),
    "difficulty": ("难度", "难易程度", "难易度", "difficulty"),
    "ages": ("年级", "年龄段", "适用年级", "学段", "ages"),
    "dimension": ("素养维度", "维度", "dimension"),
    "source": ("来源", "出处", "source"),
    "as_of": ("截至日期", "截至", "asof"),
    "review_by": ("复核日期", "复核", "有效期", "reviewby"),
    "twin": ("配对编号", "配对", "twin"),
    "image": ("图片", "图片链接", "imagelink", "image"),
    "serial": ("序号", "编号", "题号", "question#", "no", "id"),
    "time": ("timelimit", "timeinseconds", "时间", "限时", "答题时间"),
    "score": ("分值", "分数", "得分", "points", "score"),
    "wrong_1": ("incorrectanswer1", "错误答案1"),
    "wrong_2": ("incorrectanswer2", "错误答案2"),
    "wrong_3": ("incorrectanswer3", "错误答案3"),
    "person": (
        "姓名",
        "学生姓名",
        "身份证号",
        "身份证",
        "学号",
        "座号",
        "座位号",
        "监护人同意",
        "监护人",
        "studentname",
    ),
}
for _place, _letter in enumerate("abcdefgh", start=1):
    ALIASES[f"option_{_place}"] = (
        *(f"选项{_letter}", f"{_letter}选项", f"答案{_letter}", f"备选{_letter}", f"选项{_place}", f"备选项{_place}"),
        *(f"option{_place}", f"option{_letter}", f"answer{_place}", f"choice{_place}", _letter),
    )
EXACT = {alias: name for name, aliases in ALIASES.items() for alias in aliases}
BY_PREFIX = sorted((alias for alias in EXACT if len(alias) > 1), key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Header:
    """The header row. `row` counts from 0; `places` gives each field's column from 0, `names` its header's text."""

    row: int
    places: Mapping[str, int]
    names: Mapping[str, str]
    normal: frozenset[str]


def normalise(header: str) -> str:
    """A header without brackets, line breaks, spaces, what follows ` - `, stars and colons; lower case."""
    text = unicodedata.normalize("NFKC", header)
    text = BRACKETS.sub("", AFTER_DASH.sub("", text))
    return re.sub(r"[\s*:_]+", "", text).casefold()


def field_of(header: str) -> str:
    """The field a header names, exactly or by prefix; empty when it names none."""
    text = normalise(header) if len(header) <= LONGEST_HEADER else ""
    if not text:
        return ""
    if text in EXACT:
        return EXACT[text]
    found = next((alias for alias in BY_PREFIX if text.startswith(alias)), "")
    # `选项` is a prefix of whatever a stem about options may say: only its exact form means all options in one cell.
    return "" if found in ALIASES["options"] else EXACT.get(found, "")


def read_header(cells: Sequence[str], row: int) -> Header:
    """What `cells` name when taken as a header; of two columns with one meaning the first counts."""
    places: dict[str, int] = {}
    # A sheet may be thousands of columns wide, nearly all of them empty.
    filled = [(place, cell) for place, cell in enumerate(cells) if cell and len(cell) <= LONGEST_HEADER]
    for place, cell in filled:
        name = field_of(cell)
        if name and name not in places:
            places[name] = place
    names = {name: " ".join(cells[place].split()) for name, place in places.items()}
    return Header(row, places, names, frozenset(normalise(cell) for _, cell in filled))


def is_question_header(header: Header) -> bool:
    """Whether questions can be read below: a stem, and an answer or at least two options."""
    options = sum(name.startswith(("option", "wrong_")) for name in header.places)
    return "stem" in header.places and ("answer" in header.places or options >= 2)


def best_header(rows: Sequence[Sequence[str]]) -> Header | None:
    """The best of the first 15 rows that can head questions; `None` when there is none."""
    headers = [read_header(cells, row) for row, cells in enumerate(rows[:SEARCHED_ROWS])]
    return max(filter(is_question_header, headers), key=lambda header: len(header.places), default=None)


def is_roster(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a list of people lies here: a file of names must never be taken for questions."""
    return any("person" in read_header(cells, row).places for row, cells in enumerate(rows[:SEARCHED_ROWS]))
