"""审计: what people did, and whether the chain holds."""

from collections.abc import Sequence
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from kiosk.core.words import say
from kiosk.hub.pages.asked import PAGE, Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.people import audit, settings
from kiosk.hub.queries import people as queries

CODES: dict[str, tuple[str, ...]] = {
    "user_added": ("role",),
    "take_heard": ("reason",),
    "take_played": ("reason",),
    "take_reviewed": ("take", "check"),
    "exported": ("export", "form"),
    "setting_changed": ("setting",),
}
"""What kinds of codes stand in the details of an act: words `hub_pages.<kind>_<code>`."""


def routes(site: Site) -> list[Route]:
    """The list, and looking the chain through."""
    return [site.get("/audit", "audit", listed), site.post("/audit/check", "audit", check)]


def listed(asked: Asked) -> Response:
    """The newest acts in sight."""
    who = asked.query("who")[:40]
    with asked.hub.database.read() as connection:
        acts = queries.acts(connection, asked.scope, asked.place, PAGE + 1, who)
        days = settings.read(connection, "audit_days")
    told = [(row, act(row.act, asked.language), detail(row, asked.language)) for row in acts[:PAGE]]
    more = len(acts) > PAGE
    return asked.render("audit.html", acts=told, more=more, start=asked.place, page=PAGE, days=days, who=who)


def act(code: str, language: str) -> str:
    """What an act is called; one of a newer program stands for itself."""
    try:
        return say(f"hub_audit.{code}", language)
    except KeyError:
        return code


def detail(row: Any, language: str) -> str:
    """What stands with an act: codes of ours in words, all else as it is."""
    kinds = CODES.get(row.act, ())
    return " ".join(_word(one, kinds, language) for one in row.detail.split(" "))


def _word(code: str, kinds: Sequence[str], language: str) -> str:
    for kind in kinds:
        try:
            return say(f"hub_pages.{kind}_{code}", language)
        except KeyError:
            continue
    return code


def check(asked: Asked) -> Response:
    """Go through the whole chain."""
    with asked.hub.database.read() as connection:
        found = audit.broken(connection)
    with asked.hub.database.write() as connection:
        asked.note(connection, "audit_checked", "" if found is None else str(found))
    if found is None:
        return asked.go("/audit", "audit_sound")
    return asked.site.trouble(asked, "hub_pages.audit_broken", 200, number=found)
