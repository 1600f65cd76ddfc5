"""What a browser is shown when there is no page, or no answer: in the house's look. Machines are told in JSON."""

from starlette.requests import Request
from starlette.responses import Response

from kiosk.hub.pages import look
from kiosk.hub.routes.wired import language_of

TOLD = (400, 403, 404, 405, 408, 413, 429, 500, 503)
"""What there are words for; others are told as 400 or 500."""
MACHINES = ("/sync/", "/healthz", "/metrics", "/openapi.json")


def wants_page(request: Request) -> bool:
    """Whether a person reads the answer."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(MACHINES)


def page(request: Request, status: int) -> Response:
    """The page that tells of `status`."""
    told = status if status in TOLD else 400 if status < 500 else 500
    return look.dressed(look.html("failed.html", language_of(request), status, told=told))
