"""问卷星 and 超星 text: numbered stems, `A、option` lines, `答案：B`, `解析：…`, or the answer in the stem."""

import re

OPTION = r"^[ \t\u3000]*[A-DＡ-Ｄ][ \t]*[.、．)）:：]"
ANSWER = r"^[ \t\u3000]*[【\[]?(?:正确|参考)?答案[】\]]?[ \t]*[:：]"
LOOKS = re.compile(f"{OPTION}|{ANSWER}", re.MULTILINE)


def is_wenjuanxing(text: str) -> bool:
    """Whether `text` looks like numbered Chinese questions; `importers.lines` reads it."""
    return bool(LOOKS.search(text))
