"""个人信息保护影响评估 (PIPL 55, 56), prefilled from the base's real settings; a person judges it. Qt-free."""

from kiosk.exports.paper import Paper
from kiosk.exports.privacy_ground import Ground

RISKS = {"lost": "high", "heard": "mid", "staff": "mid", "back": "mid", "longer": "low", "guess": "low"}


def impact_paper(ground: Ground, forms: int, takes: int, *, key_apart: bool) -> bytes:
    """The assessment as a PDF; `forms` have a consent in force, `takes` are kept today.

    `key_apart`: the system keeps the kiosk's key, so that a stolen disk opens nothing.
    """
    say, values = ground.say, ground.values
    paper = ground.paper(say("impact_title"), say("impact_subtitle"))
    paper.facts(
        [
            (say("impact_facts_mode"), say(f"mode_{values['booth_mode']}")),
            (say("impact_facts_officer"), ground.officer),
            (say("impact_facts_consents"), str(forms)),
            (say("impact_facts_takes"), str(takes)),
        ]
    )
    paper.note(say("impact_draft"))
    paper.heading(say("impact_why"))
    paper.paragraph(say("impact_why_text"))
    paper.paragraph(say(f"impact_now_{values['booth_mode']}"))
    ground.data_table(paper)
    paper.heading(say("impact_risk"))
    _risks(paper, ground, key_apart)
    paper.paragraph(say("impact_marker_yes" if values["marker_folder"] else "impact_marker_no"))
    paper.paragraph(say("impact_hub"))
    paper.heading(say("impact_measures"))
    ground.spans_table(paper)
    for name in ("rules_safe_1", "rules_safe_2", "rules_safe_3"):
        paper.paragraph(say(name))
    paper.heading(say("impact_verdict"), 60)
    paper.checkboxes([say("impact_ok"), say("impact_change"), say("impact_stop")])
    paper.lines([say("impact_sign"), say("form_day"), say("impact_unit")])
    return paper.bytes()


def _risks(paper: Paper, ground: Ground, key_apart: bool) -> None:
    say = ground.say
    does = {risk: say(f"risk_{risk}_do") for risk in RISKS}
    if not key_apart:
        does["lost"] = say("risk_lost_here")
    rows = [[say(f"risk_{risk}"), say(f"level_{level}"), does[risk]] for risk, level in RISKS.items()]
    paper.table([say("col_risk"), say("col_level"), say("col_measure")], rows, [1.3, 0.5, 1.8])
