"""题目质量: which items may be wrong themselves, and how children answered each."""

from starlette.responses import Response
from starlette.routing import Route

from kiosk.core.errors import KioskError
from kiosk.hub.pages import drawing, showing
from kiosk.hub.pages.asked import PAGE, Asked
from kiosk.hub.pages.site import Site
from kiosk.hub.queries import items as queries


def routes(site: Site) -> list[Route]:
    """The list and an item."""
    return [site.get("/items", "look", listed), site.get("/items/{hash}", "look", one)]


def listed(asked: Asked) -> Response:
    """Items with enough answers."""
    only = asked.query("only")
    with asked.hub.database.read() as connection:
        found = queries.lines(connection, asked.scope, asked.period.origin)
        counts = {flag: sum(flag in line.flags for line in found) for flag in queries.FLAGS}
        if only in queries.FLAGS:
            found = [line for line in found if only in line.flags]
        start = min(asked.place, len(found))
        lines = queries.with_texts(connection, found[start : start + PAGE])
    pairs = [(showing.words(asked.language, f"flag_{flag}"), float(count)) for flag, count in counts.items()]
    return asked.render(
        "items.html", lines=lines, start=start, total=len(found), page=PAGE, only=only, flags=queries.FLAGS,
        chart=drawing.bars(pairs, language=asked.language) if any(counts.values()) else "", period=asked.period,
    )  # fmt: skip


def one(asked: Asked) -> Response:
    """One item."""
    hash = asked.request.path_params["hash"][:100].replace("\0", "")
    with asked.hub.database.read() as connection:
        found = queries.item(connection, asked.scope, asked.period.origin, hash, asked.language)
    if found is None:
        raise KioskError("hub_pages.not_found")
    pairs = [(f"{'✓ ' if right else ''}{text}", count) for text, count, right in found.answers[:12]]
    return asked.render("item.html", found=found, line=found.line, chart=drawing.bars(pairs, language=asked.language))
