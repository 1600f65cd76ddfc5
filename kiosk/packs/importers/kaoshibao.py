"""考试宝: sheet 试题内容, headers in row 1 with line breaks and mixed brackets; WPS saves the same."""

from kiosk.packs.importers.layout import Layout

LAYOUT = Layout("kaoshibao", frozenset(("题干", "题型", "选项a", "正确答案", "解析", "章节")))
