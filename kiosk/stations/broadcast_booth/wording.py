"""What stands on the screens of a run, in words: notices, the primary button, the last screen, what is read aloud."""

from typing import Any

from kiosk.core.booth import LEAST_S
from kiosk.stations.broadcast_booth import rules
from kiosk.stations.broadcast_booth.run import Run
from kiosk.stations.broadcast_booth.shown import reading, show_releases


def notice(run: Run) -> str:
    """What the booth has to say now; empty when there is nothing."""
    studio, say = run.studio, run.context.say
    if run.phase == "closed":
        return say(run.booth.opening() or "booth.closed")
    if run.phase == "script":
        return "" if run.rights.record else say("booth.consent_needed")
    if run.phase == "check":
        return say(studio.trouble or studio.check)
    return say(rules.end_code(studio.end)) if studio.end else ""


def act(run: Run) -> str:
    """What the primary button does, which is also the name of its word."""
    match run.phase:
        case "closed":
            return "leave"
        case "script" | "trouble":
            return "check" if run.rights.record else "practise"
        case "check":
            return "practise" if run.studio.trouble else "start"
        case "take":
            return "stop" if run.prompter.last else "next"
        case "hear" if run.studio.seconds < LEAST_S:
            return "again"
        case "hear":
            return "release" if run.studio.releases else "heard"
        case "release":
            return "settle"
        case "done":
            return "card"
    return "start"


def usable(run: Run) -> bool:
    """Whether the primary button may be touched."""
    rendering = run.phase == "hear" and run.studio.render == "rendering"
    opening = run.phase == "check" and not (run.studio.armed or run.studio.trouble)
    return not (run.busy or rendering or opening or run.phase == "count")


def choices(run: Run) -> list[dict[str, Any]]:
    """What may become of the take."""
    return show_releases(run.studio.releases, run.choice, run.context.say)


def last_words(run: Run) -> dict[str, str]:
    """After a free talk it is told whom to go to with something sad."""
    free = bool(run.piece and run.piece.free)
    title = run.say("practised_title" if run.practising else "done_title")
    return {"title": title, "kept": run.kept, "disclosure": run.say("disclosure") if free else ""}


def reading_text(run: Run, *, empty_wall: bool = False) -> str:
    """Empty while the microphone is open or a take is listened to: nothing of ours sounds into it."""
    match run.phase:
        case "shelf":
            return run.say("shelf_reading")
        case "wall":
            return run.say("wall_empty" if empty_wall else "wall_reading")
        case "script" if run.piece:
            return reading(run.piece)
        case "release":
            return "".join(f"{one['title']}。{one['detail']}" for one in choices(run))
        case "done":
            return "。".join(filter(None, last_words(run).values()))
        case "trouble":
            return notice(run)
    return ""
