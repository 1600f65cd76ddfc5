"""Conventions of any shape, and a child who always knows."""

from collections.abc import Sequence
from typing import Any

from kiosk.core.places import program_folder
from kiosk.packs.content import ContentShelf
from kiosk.packs.parts.conventions import faults
from kiosk.stations.convention_puzzle import rules
from kiosk.stations.convention_puzzle.convention import Convention, read_convention
from kiosk.stations.convention_puzzle.rules import Board
from kiosk.stations.station import Brought

WORDS = (
    "善于网上学习浏览不良信息诚实友好交流侮辱欺诈他人增强自护意识随意约会网友维护安全破坏秩序有益身心健康沉溺虚拟时空"
)


def national() -> Brought:
    """Ours."""
    found: Brought = ContentShelf(program_folder() / "content").brought("conventions")[-1]
    return found


def official() -> Convention:
    """The national convention of 2001."""
    return read_convention(national())


def words_of(number: int, length: int) -> list[str]:
    """A half of `length` characters in words, each half another one."""
    text = "".join(WORDS[(number * 11 + at) % len(WORDS)] for at in range(length))
    size = max(2, -(-length // 12))
    words = [text[at : at + size] for at in range(0, length, size)]
    return words if len(words) > 1 else [text[:1], text[1:]]


def data(lines: int, length: int, *, paired: bool = True, situations: bool = True) -> dict[str, Any]:
    """A convention with so many lines, each half of `length` characters; all that games need is there."""
    made = []
    for number in range(lines):
        halves = []
        for half, mark in enumerate(("要", "不") if paired else ("",)):
            words = words_of(2 * number + half, length)
            text = "".join(words)
            verb = next((word for word in words if text.count(word) == 1 and len(word) <= 8), "")
            one: dict[str, Any] = {"mark": mark, "text": text, "words": words}
            if verb:
                decoys = [{"text": "另" * count, "why": "意思不对。" * 10} for count in (1, 2, 3)]
                one["verb"] = {"text": verb, "why": "这个词在这里意思才对。", "decoys": decoys}
            halves.append(one)
        made.append(
            {
                "id": f"line-{number}",
                "name": "好习惯名字"[: 2 + number % 4],
                "theme": "在网上怎样过好每一天、照顾好自己和别人的心情"[: 10 + number],
                "meaning": "网上有学不完的本领，也有要躲开的东西，" * 4,
                "together": "两半句说的是同一件事，" * 7,
                "order_why": "先说怎么做，再说做什么，" * 6,
                "picture": "puzzle-1-learn",
                "halves": halves,
            }
        )
    told = [
        {
            "id": f"s-{line}-{number}",
            "alike": f"a-{number}",
            "line": f"line-{line}",
            "half": number % (2 if paired else 1),
            "text": f"第{number}件：" + "有同学在网上看到一件新鲜事就停下来想了想再去问问大人该怎么办才好。"[:40],
            "why": "这样做对自己、对别人都好，" * 4,
            "look": "关键是他先停下来想一想，再去问大人怎么办。",
            "picture": "icon/phone",
        }
        for line in range(lines)
        for number in range(3)
    ]
    return {
        "format": 1,
        "id": f"made-{lines}-{length}",
        "title": "某某市某某区第一实验小学网络文明公约",
        "issuer": "某校",
        "date": "2026-09-01",
        "source": "某校",
        "lines": made,
        "situations": told if situations else [],
    }


def brought(fields: dict[str, Any]) -> Brought:
    """As a pack would bring it; it is sound."""
    assert faults(fields) == []
    return Brought("conventions", fields["id"], "example.pack", "0123456789abcdef", fields, "image://art/")


class Shelf:
    """Content with these conventions and nothing else."""

    def __init__(self, *conventions: Brought) -> None:
        self._conventions = conventions

    def brought(self, kind: str) -> Sequence[Brought]:
        """The conventions."""
        return self._conventions if kind == "conventions" else ()


def right_place(board: Board, key: str) -> str:
    """Where a piece belongs."""
    return next(place.key for place in board.places if rules.fits(board, key, place.key))


def wrong_place(board: Board, key: str) -> str:
    """Some open place where it does not; empty where there is none."""
    return next((one for one in sorted(rules.open_places(board, key)) if not rules.fits(board, key, one)), "")


def loose(board: Board) -> list[str]:
    """The pieces in the tray that have a place."""
    return [key for key in board.seats if key and board.piece(key).label]


def solved(board: Board) -> Board:
    """The board with every piece where it belongs."""
    while pieces := loose(board):
        board, move = rules.put(board, pieces[0], right_place(board, pieces[0]))
        assert move is not None and move.right
    return board
