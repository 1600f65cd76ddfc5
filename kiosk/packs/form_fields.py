"""From the cells of a template sheet to the fields of an item, and from a field back to its cell."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.packs.plain import fold
from kiosk.packs.rows import Row
from kiosk.packs.template_sheets import (
    CHANNELS,
    CUES,
    ENDINGS,
    FORMS,
    ICONS,
    PARTS,
    REPLIES,
    SAYS,
    STEPS,
)

SPECIAL = re.compile(r"\s*【(二维码|链接|图片|语音)】\s*")
GAP = re.compile(r"\s*[|｜]\s*")
KEYS = "ABCDEFGH"


@dataclass(slots=True)
class Fields:
    """`values` is the item as JSON; `places` gives the row (counted within the item) and the column of a path."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, tuple[int, str]] = field(default_factory=dict)

    def where(self, path: str) -> tuple[int, str]:
        """The cell of `path`, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path.rpartition(".")[0]
        return self.places.get(path, (0, "题干"))


def form_fields(row: Row) -> Fields:
    """Everything that the cells of `row` say about the kind's own fields."""
    fields = Fields({"kind": row.form}, {"stem": (0, "题干"), "explanation": (0, "解析"), "nature": (0, "性质")})
    MAKERS[row.form](row.cells, fields)
    return fields


def _judge(cells: Sequence[Mapping[str, str]], fields: Fields) -> None:
    _message(cells[0], fields)
    fields.values["message"]["cues"] = _passages(cells[0], "线索", "cues", fields)


def _cues(cells: Sequence[Mapping[str, str]], fields: Fields) -> None:
    _message(cells[0], fields)
    found = _passages(cells[0], "破绽", "cues", fields)
    fields.values["message"] |= {"cues": found, "decoys": _passages(cells[0], "没问题", "decoys", fields)}
    fields.values["right"] = [f"c{number}" for number in range(1, len(found) + 1)] or ["none"]


def _order(cells: Sequence[Mapping[str, str]], fields: Fields) -> None:
    options: list[dict[str, str]] = []
    fields.places["options"] = (0, "步骤1")
    for number in range(1, STEPS + 1):
        if text := cells[0].get(f"步骤{number}", ""):
            path = f"options.{len(options)}"
            fields.places |= {f"{path}.text": (0, f"步骤{number}"), f"{path}.why": (0, f"步骤{number}理由")}
            option = {"key": KEYS[len(options)], "text": text, "why": cells[0].get(f"步骤{number}理由", "")}
            options.append(option)
    fields.values |= {"options": options, "right": [option["key"] for option in options] or ["A"]}


def _chat(cells: Sequence[Mapping[str, str]], fields: Fields) -> None:
    nodes = [_node(row, place, fields) for place, row in enumerate(cells)]
    head = {name: cells[0].get(header, "") for name, header in (("sender", "发送者"), ("note", "备注"))}
    channel = CHANNELS.get(fold(cells[0].get("渠道", "")), cells[0].get("渠道", ""))
    icon = ICONS.get(fold(cells[0].get("图标", "")), "")
    fields.values["chat"] = {**head, "icon": icon, "channel": channel, "start": nodes[0]["id"], "nodes": nodes}
    endings = {node.get("ending") for node in nodes}
    fields.values["right"] = [ending for ending in ("safe", "asked") if ending in endings] or ["safe"]
    for name, header in (("sender", "发送者"), ("channel", "渠道"), ("note", "备注"), ("nodes", "步"), ("start", "步")):
        fields.places[f"chat.{name}"] = (0, header)


def _node(cells: Mapping[str, str], place: int, fields: Fields) -> dict[str, Any]:
    """One row of a chat: a step with what is said, and either replies or an ending."""
    path = f"chat.nodes.{place}"
    fields.places |= {path: (place, "步"), f"{path}.says": (place, "对方说1"), f"{path}.closing": (place, "结束语")}
    fields.places[f"{path}.ending"] = (place, "结局")
    says = [text for number in range(1, SAYS + 1) if (text := cells.get(f"对方说{number}", ""))]
    node: dict[str, Any] = {"id": node_name(cells.get("步", "")), "says": says}
    replies: list[dict[str, str]] = []
    for key in REPLIES:
        low = key.lower()
        if text := cells.get(f"回答{low}", ""):
            at = f"{path}.replies.{len(replies)}"
            fields.places |= {at: (place, f"回答{key}"), f"{at}.to": (place, f"{key}到")}
            to, why = node_name(cells.get(f"{low}到", "")), cells.get(f"{low}理由", "")
            replies.append({"key": KEYS[len(replies)], "text": text, "to": to, "why": why})
    if replies:
        node["replies"] = replies
    if ending := cells.get("结局", ""):
        node["ending"] = ENDINGS.get(fold(ending), ending)
    if closing := cells.get("结束语", ""):
        node["closing"] = closing
    return node


def node_name(text: str) -> str:
    """`1` and `n1` are the same step; anything else stays, to be reported if it cannot be a name."""
    text = fold(text)
    return f"n{text}" if text.isascii() and text.isdecimal() else text


def _message(cells: Mapping[str, str], fields: Fields) -> None:
    parts: list[dict[str, str]] = []
    for number in range(1, PARTS + 1):
        if text := cells.get(f"消息{number}", ""):
            fields.places[f"message.parts.{len(parts)}"] = (0, f"消息{number}")
            parts.append(_part(text))
    channel = cells.get("渠道", "")
    message = {"channel": CHANNELS.get(fold(channel), channel), "sender": cells.get("发送者", "")}
    message |= {"time": cells.get("时间", ""), "note": cells.get("备注", "")}
    fields.values["message"] = {**message, "icon": ICONS.get(fold(cells.get("图标", "")), ""), "parts": parts}
    for name, header in (
        ("channel", "渠道"),
        ("sender", "发送者"),
        ("time", "时间"),
        ("note", "备注"),
        ("parts", "消息1"),
    ):
        fields.places[f"message.{name}"] = (0, header)


def _part(text: str) -> dict[str, str]:
    """A bubble: plain text, or `【二维码】标题｜网址｜文字`."""
    special = SPECIAL.match(text)
    if not special:
        return {"text": text}
    title, link, rest = (*GAP.split(text[special.end() :], maxsplit=2), "", "")[:3]
    return {"text": rest, "form": FORMS[special[1]], "title": title, "link": link}


def _passages(cells: Mapping[str, str], header: str, name: str, fields: Fields) -> list[dict[str, Any]]:
    """Passages of the message; which part each is from is found by its words."""
    found: list[dict[str, Any]] = []
    fields.places[f"message.{name}"] = (0, f"{header}1")
    for number in range(1, CUES + 1):
        text, title, why = (cells.get(f"{header}{number}{about}", "") for about in ("", "标题", "理由"))
        if text or title or why:
            path = f"message.{name}.{len(found)}"
            fields.places |= {path: (0, f"{header}{number}"), f"{path}.title": (0, f"{header}{number}标题")}
            fields.places[f"{path}.why"] = (0, f"{header}{number}理由")
            parts = fields.values["message"]["parts"]
            at = next((n for n, part in enumerate(parts) if text and any(text in one for one in part.values())), 0)
            found.append({"part": at, "text": text, "title": title, "why": why})
    return found


MAKERS: Mapping[str, Callable[[Sequence[Mapping[str, str]], Fields], None]] = {
    "judge": _judge,
    "cues": _cues,
    "order": _order,
    "chat": _chat,
}
