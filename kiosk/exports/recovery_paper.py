"""The admin's recovery code on paper, to be locked away. Qt-free."""

from kiosk.exports.privacy_ground import Ground


def recovery_paper(ground: Ground, code: str) -> bytes:
    """The paper as a PDF; `code` in groups of four."""
    say = ground.say
    paper = ground.paper(say("recovery_title"), "")
    groups = code.split(" ")
    paper.facts([(f"{place}", group) for place, group in enumerate(groups, start=1)])
    paper.paragraph(say("recovery_what"))
    paper.paragraph(say("recovery_once"))
    paper.note(say("recovery_keep"))
    paper.lines([say("form_officer_line"), say("form_day"), say("recovery_envelope"), say("form_day")])
    return paper.bytes()
