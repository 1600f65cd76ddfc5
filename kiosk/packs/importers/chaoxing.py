"""超星 (学习通) and what looks like it: 题型 · 题干 · 选项 · 答案 · 解析 · 难度 · 知识点."""

from kiosk.packs.importers.layout import Layout

LAYOUT = Layout("chaoxing", frozenset(("题型", "题干", "答案")))
