"""泄露处置清单 on paper: steps with their hours, whom to tell, and what to say to families. Qt-free."""

from collections.abc import Mapping

from kiosk.exports.privacy_ground import Ground

TELL = ("officer", "head", "authority", "cac", "school", "police")


def breach_paper(ground: Ground, steps: Mapping[str, int]) -> bytes:
    """The checklist as a PDF; `steps` are in order, each with the hours within which it is done."""
    say = ground.say
    paper = ground.paper(say("breach_title"), say("breach_subtitle"))
    paper.note(say("breach_note"))
    paper.heading(say("breach_case"))
    paper.lines([say("breach_noticed"), say("breach_by"), say("breach_what"), say("impact_sign")])
    paper.heading(say("breach_steps"))
    paper.checkboxes([f"{_within(ground, hours)}：{say(f'step_{step}')}" for step, hours in steps.items()])
    paper.heading(say("breach_tell"), 50)
    paper.lines([say(f"tell_{who}") for who in TELL])
    paper.heading(say("breach_reply"))
    paper.paragraph(say("breach_reply_text"))
    return paper.bytes()


def _within(ground: Ground, hours: int) -> str:
    """`4 小时内`, `3 天内`."""
    if hours > 24 and hours % 24 == 0:
        return ground.say("breach_in_days", days=hours // 24)
    return ground.say("breach_in", hours=hours)
