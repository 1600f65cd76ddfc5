"""What QML shows of the booth: values of plain types, sentences in the child's language. Pure."""

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.core.booth import Release
from kiosk.core.wall import Work, cover_of, seed_of
from kiosk.stations.broadcast_booth.prompter import Prompter, Step
from kiosk.stations.broadcast_booth.scripts import THEMES, Piece
from kiosk.stations.broadcast_booth.studio import Studio

Say = Callable[..., str]
Shown = dict[str, Any]
SPINES = {
    "civility": "heart",
    "bulletin": "shield",
    "rumour": "bubble",
    "convention": "book",
    "rehearsal": "phone",
    "free": "moon",
}
ROOM = {False: (25, 9), True: (19, 10)}
"""Characters a row and rows of the paper that shows a script with its two voices, lying and upright."""
PINYIN_ROOM = {False: (17, 7), True: (12, 7)}
SOLO = 1.2
"""So much more goes on a row when no voices stand before it."""


def word(say: Say, name: str, **params: object) -> str:
    """A word of this station."""
    return say(f"broadcast_booth.{name}", **params)


def show_themes(theme: str, say: Say) -> list[Shown]:
    """The spines of the shelf."""
    names = {key: word(say, f"theme_{key}") for key in THEMES}
    return [
        {
            "key": key,
            "name": name,
            "spine": name if " " in name else f"{name[: len(name) // 2]}\n{name[len(name) // 2 :]}",
            "picture": f"spine-{SPINES[key]}",
            "chosen": key == theme,
        }
        for key, name in names.items()
    ]


def show_wall_themes(theme: str, works: Sequence[Work], say: Say) -> list[Shown]:
    """The themes that hang on the wall; all of them first, when there are several."""
    there = [key for key in THEMES if any(work.theme == key for work in works)]
    return [
        {"key": key or "all", "name": word(say, f"theme_{key}" if key else "wall_all"), "chosen": key == theme}
        for key in (["", *there] if len(there) > 1 else there)
    ]


def show_work(work: Work, playing: str, say: Say) -> Shown:
    """A work on the wall: its cover, and whether it plays."""
    return {
        "id": work.id,
        "cover": cover_of(work.title, work.theme, work.motif, seed_of(work.id), say),
        "seconds": word(say, "seconds", seconds=round(work.seconds)),
        "playing": work.id == playing,
    }


def show_piece(piece: Piece, say: Say) -> Shown:
    """A script as a card."""
    return {
        "id": piece.id,
        "title": piece.title,
        "level": word(say, f"level_{piece.level}"),
        "about": word(say, "about_free" if piece.free else "about", seconds=piece.about_s),
        "motif": f"cover-{piece.cover}",
        "duet": piece.duet,
        "free": piece.free,
        "source": word(say, "source", source=piece.source) if piece.source else "",
    }


def show_cover(piece: Piece, seed: int, say: Say) -> Shown:
    """What a cover is painted of."""
    return cover_of(piece.title, piece.theme, f"cover-{piece.cover}", seed, say)


def pages(piece: Piece, *, upright: bool, pinyin: bool) -> list[list[Shown]]:
    """The lines or prompts of a piece, as many on a page as there is room for; `rows` is the height each wants."""
    across, most = (PINYIN_ROOM if pinyin else ROOM)[upright]
    across = across if len({line.voice for line in piece.lines}) == 2 else int(across * SOLO)
    found: list[list[Shown]] = [[]]
    left = most
    for one in show_lines(piece):
        rows = -(-len(one["text"]) // across)
        if rows > left and found[-1]:
            found.append([])
            left = most
        found[-1].append(one | {"rows": rows, "most": most})
        left -= rows
    return found


def show_lines(piece: Piece) -> list[Shown]:
    """What is said, voice by voice."""
    if piece.free:
        return [{"voice": 0, "text": f"{one.ask}：{one.hint}"} for one in piece.prompts]
    return [{"voice": line.voice, "text": line.text} for line in piece.lines]


def show_step(step: Step | None) -> Shown:
    """A step of the prompter."""
    return {"voice": step.voice, "text": step.text, "hint": step.hint} if step else {"voice": 0, "text": "", "hint": ""}


def show_prompter(prompter: Prompter, voices: int, say: Say) -> Shown:
    """The step before, the one being read, the next, and how far it is."""
    at, steps = prompter.at, prompter.steps
    return {
        "before": show_step(steps[at - 1] if at else None),
        "now": show_step(prompter.step),
        "next": show_step(None if prompter.last else steps[at + 1]),
        "duet": voices == 2,
        "free": not prompter.rolling,
        "turn": word(say, "turn" if voices == 2 else "free_turn" if not prompter.rolling else "solo_turn"),
        "progress": word(say, "progress" if prompter.rolling else "progress_free", at=at + 1, total=len(steps)),
    }


def show_hearing(studio: Studio, say: Say) -> Shown:
    """The take to listen to: what it was made into, what plays, and tips for the next try."""
    return {
        "render": studio.render,
        "playing": studio.playing,
        "seconds": word(say, "seconds", seconds=round(studio.seconds)),
        "tips": [say(code) for code in studio.tips],
        "note": say("booth.render_failed") if studio.render == "failed" else word(say, "making"),
    }


def show_releases(offered: Sequence[Release], chosen: str, say: Say) -> list[Shown]:
    """What may become of a take, the most private first."""
    return [
        {
            "key": key,
            "title": word(say, f"release_{key or 'gone'}"),
            "detail": word(say, f"release_{key or 'gone'}_detail"),
            "icon": {"": "trash", "keep": "lock", "play": "speaker", "publish": "export"}[key],
            "chosen": key == chosen,
        }
        for key in ("", *offered)
    ]


def reading(piece: Piece) -> str:
    """All of a piece that can be read aloud."""
    return piece.text if not piece.free else "".join(f"{one.ask}。{one.hint}" for one in piece.prompts)
