"""`/openapi.json`: what this hub answers to, for those who test it or write to it."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from kiosk.hub import openapi
from kiosk.hub.hub import Hub


def routes(_hub: Hub) -> list[BaseRoute]:
    """The one route."""

    async def described(request: Request) -> Response:
        """What this hub answers to."""
        return JSONResponse(openapi.document(request.app.routes))

    return [Route("/openapi.json", described, methods=["GET"])]
