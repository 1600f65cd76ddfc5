"""The base's rules for children's information, with the named person in charge: for the wall and for families."""

from kiosk.exports.privacy_ground import Ground


def child_rules(ground: Ground) -> bytes:
    """The rules as a PDF, from the base's real settings."""
    say = ground.say
    paper = ground.paper(say("rules_title"), say("form_subtitle", terms=ground.terms))
    paper.heading(say("rules_for_child"))
    for name in ("rules_child_1", "rules_child_2", "rules_child_3"):
        paper.paragraph(say(name))
    paper.heading(say("rules_data"))
    ground.data_table(paper)
    paper.note(say("form_never"))
    paper.heading(say("form_terms"))
    ground.spans_table(paper)
    paper.heading(say("rules_safe"))
    for name in ("rules_safe_1", "rules_safe_2", "rules_safe_3"):
        paper.paragraph(say(name))
    paper.heading(say("rules_rights"))
    paper.paragraph(say("rules_rights_text", count=ground.values["days_request"]))
    paper.heading(say("form_who"))
    paper.paragraph(say("form_officer", officer=ground.officer))
    if not str(ground.values["privacy_officer"]).strip():
        paper.note(say("form_nobody"))
    paper.paragraph(say("form_again"))
    return paper.bytes()
