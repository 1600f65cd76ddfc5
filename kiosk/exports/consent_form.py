"""The guardian's consent form, from the base's real settings: what it says is what the machine does. Qt-free."""

from kiosk.exports.paper import Paper
from kiosk.exports.privacy_ground import Ground

KINDS = ("record", "keep", "play", "publish")


def consent_form(ground: Ground) -> bytes:
    """The form as a PDF of two pages at most: four separate consents, the terms, how to take back, whom to ask."""
    say, mode = ground.say, str(ground.values["booth_mode"])
    paper = ground.paper(say("form_title"), say("form_subtitle", terms=ground.terms))
    paper.lines([say("form_number"), say("form_class"), say("form_child")])
    paper.note(say("form_name_note"))
    paper.heading(say("form_what"))
    paper.paragraph(say(f"form_what_{mode}"))
    paper.paragraph(say("form_free"))
    paper.heading(say("form_four"))
    paper.checkboxes([say(f"form_box_{kind}") for kind in KINDS])
    paper.paragraph(say("form_duet"))
    paper.heading(say("form_terms"))
    ground.spans_table(paper, voices=True)
    _code(paper, ground)
    paper.heading(say("form_back"))
    paper.paragraph(say("form_back_how"))
    paper.paragraph(say("form_rights", count=ground.values["days_request"]))
    _who(paper, ground)
    paper.note(say("form_never"))
    paper.paragraph(say("form_again"))
    paper.lines([say("form_sign"), say("form_relation"), say("form_day"), say("form_staff")])
    return paper.bytes()


def _code(paper: Paper, ground: Ground) -> None:
    """The consent of its own for a return code."""
    paper.heading(ground.say("form_code"))
    paper.paragraph(ground.say("form_code_what", count=ground.values["days_return_code"]))
    paper.checkboxes([ground.say("form_box_code")])


def _who(paper: Paper, ground: Ground) -> None:
    """Whom to ask; the telephone number is filled in by pen."""
    say = ground.say
    paper.heading(say("form_who"))
    paper.paragraph(say("form_officer", officer=ground.officer))
    if not str(ground.values["privacy_officer"]).strip():
        paper.note(say("form_nobody"))
    paper.lines([say("form_phone_blank")])
