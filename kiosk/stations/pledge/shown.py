"""What QML shows of promises, codes and the bridge: values of plain types. Pure."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from kiosk.core.bridge import Bridge, Hung, lantern_art
from kiosk.core.returning import LENGTH, PICTURES
from kiosk.stations.pledge.promises import Promise
from kiosk.stations.pledge.rules import PROMISES, places, shown

Say = Callable[..., str]
Shown = dict[str, Any]
ANSWERS = ("kept", "sometimes", "not_yet")


def show_promises(promises: Sequence[Promise], chosen: Sequence[str]) -> list[Shown]:
    """All cards; `number` is which of the three it is, 0 when not chosen."""
    return [
        {
            "key": one.id,
            "icon": one.icon,
            "text": one.text,
            "number": chosen.index(one.id) + 1 if one.id in chosen else 0,
            "usable": one.id in chosen or len(chosen) < PROMISES,
        }
        for one in promises
    ]


def show_made(made: Sequence[Promise], plan: Callable[[Promise], str]) -> list[Shown]:
    """Promises on a list, each with the plan to keep it."""
    return [{"icon": one.icon, "text": one.text, "plan": plan(one)} for one in made]


def choosing(touched: Promise | None, chosen: Sequence[str], say: Say) -> Shown:
    """What stands below the cards: how many are left, and what the last touched one keeps."""
    left = PROMISES - len(chosen)
    head = say("pledge.choose_left", left=left) if left else say("pledge.choose_done")
    line = say("pledge.line", line=touched.line) if touched and touched.line else ""
    return {"head": head if chosen else say("pledge.choose_title"), "line": line}


def show_lanterns(
    hung: Sequence[Hung], own: Collection[int], new: Hung | None, icons: Mapping[str, str], *, upright: bool
) -> list[Shown]:
    """Every lantern on the bridge, `own` those of this visit; the new one last."""
    points = places(upright)
    found = [
        (points[at], one, at in own)
        for at, one in sorted(shown(hung, upright=upright).items())
        if new is None or new.place != at
    ]
    if new is not None:
        found.append((points[new.place], new, True))
    return [
        {
            "x": x, "y": y, "picture": lantern_art(one.shape, one.paper), "pattern": one.pattern,
            "icon": icons.get(one.promise, ""), "own": mine,
        }
        for (x, y), one, mine in found
    ]  # fmt: skip


def show_bridge(bridge: Bridge, total: int, say: Say) -> Shown:
    """How many lanterns, and the classes' board."""
    rows = [say("pledge.class_row", label=label, lanterns=lanterns) for label, lanterns in bridge.classes]
    told = say("pledge.total", total=total) if total else say("pledge.total_none")
    return {"total": told, "classesTitle": say("pledge.classes") if rows else "", "classes": rows}


def show_code(code: Sequence[str]) -> Shown:
    """The sixteen pictures and the three places."""
    return {
        "slots": [code[at] if at < len(code) else "" for at in range(LENGTH)],
        "pictures": [{"name": name, "chosen": name in code} for name in PICTURES],
    }


def show_back(
    made: Sequence[Promise], plan: Callable[[Promise], str], answers: Mapping[str, str], say: Say
) -> list[Shown]:
    """The last promises, what was planned to keep each, then what was told of it, and what is offered."""
    return [
        {
            "key": one.id,
            "icon": one.icon,
            "text": one.text,
            "answer": answers.get(one.id, ""),
            "said": say(f"pledge.said_{answers[one.id]}", help=one.help) if one.id in answers else plan(one),
            "answers": [{"key": key, "label": say(f"pledge.answer_{key}")} for key in ANSWERS],
        }
        for one in made
    ]
