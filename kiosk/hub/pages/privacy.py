"""隐私: consents in numbers, erasures with their receipts, take-home pages."""

import json
from datetime import date, timedelta

from starlette.responses import Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.hub.pages import drawing, showing
from kiosk.hub.pages.asked import PAGE, Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.people import settings
from kiosk.hub.queries import people as people_queries
from kiosk.hub.queries import privacy as queries
from kiosk.hub.rollups.days import begin_ms
from kiosk.learning.small_cells import shown

CONSENTS = ("record", "keep", "play", "publish")
DAY_MS = 86_400_000
_ACTS = (
    "take_recorded", "take_kept", "take_reviewed:approved", "take_reviewed:rejected", "take_reviewed:held",
    "take_heard", "take_exported", "takes_erased", "return_code_issued", "return_codes_erased", "retention_ran",
)  # fmt: skip


def routes(site: Site) -> list[Route]:
    """The page, a receipt, and taking pages back."""
    return [
        site.get("/privacy", "privacy", page),
        site.get("/privacy/erasures/{id}", "privacy", receipt),
        site.post("/privacy/take-home", "users", withdraw),
    ]


def page(asked: Asked) -> Response:
    """All of it."""
    with asked.hub.database.read() as connection:
        acts = queries.acts(connection, asked.scope, asked.period)
        erasures = queries.erasures(connection, asked.scope, asked.place, PAGE + 1)
        days = int(settings.read(connection, "take_home_days"))
        cards = queries.cards(connection, asked.scope, asked.now - days * DAY_MS)
        bases = people_queries.bases(connection, asked.scope)
    given = shown([acts.get(f"consent_given:{kind}", 0) for kind in CONSENTS])
    withdrawn = shown([acts.get(f"consent_withdrawn:{kind}", 0) for kind in CONSENTS])
    names = [showing.words(asked.language, f"consent_{kind}") for kind in CONSENTS]
    return asked.render(
        "privacy.html", period=asked.period, erasures=erasures[:PAGE], more=len(erasures) > PAGE, start=asked.place,
        page=PAGE, chart=drawing.bars(list(zip(names, given, strict=True)), language=asked.language), days=days,
        withdrawn=list(zip(names, withdrawn, strict=True)), cards=cards, bases=bases,
        acts=[(name.replace(":", "_"), acts[name]) for name in _ACTS if acts.get(name)], subjects=subjects,
    )  # fmt: skip


def subjects(text: str) -> int:
    """How many random ids an erasure names."""
    found = json.loads(text)
    return len(found) if isinstance(found, list) else 0


def receipt(asked: Asked) -> Response:
    """One erasure, to print."""
    with asked.hub.database.read() as connection:
        row = queries.erasure(connection, asked.scope, asked.request.path_params["id"].replace("\0", "")[:100])
    if row is None:
        raise KioskError("hub_pages.not_found")
    return asked.render("erasure.html", row=row, count=subjects(row.subjects))


def withdraw(asked: Asked) -> Response:
    """Withdraw all pages that a base gave out on one day, for instance after a mistake with a class."""
    given = asked.text("base")
    try:
        day = date.fromisoformat(asked.text("day"))
    except ValueError as error:
        raise KioskError("hub_pages.day_wrong") from error
    with asked.hub.database.write() as connection:
        number = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
        base = asked.base(connection, number)
        start, end = begin_ms(day), begin_ms(day + timedelta(days=1))
        count = queries.withdraw_cards(connection, asked.scope, base, start, end, asked.now)
        asked.note(connection, "take_home_withdrawn", f"{day} · {count}", base)
    return asked.go("/privacy", "withdrawn")
