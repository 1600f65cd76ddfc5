"""Our own template: 题干, options, 正确答案, 解析, with 性质, 骗术, 年级, 素养维度, 来源, 复核日期, 配对编号."""

from kiosk.packs.importers.layout import Layout

LAYOUT = Layout("template", frozenset(("题干", "性质", "正确答案")))
