"""What the hub answers to, as OpenAPI 3.1: made from the routes themselves, so that it never tells less."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec
from starlette.routing import BaseRoute, Route

from kiosk import __version__

FIELDS = ("days", "origin", "from", "next", "done", "over", "state", "reason", "like", "who", "only", "language")
"""What pages understand after `?`."""
_TEMPLATE = "#/components/schemas/{name}"
_NUMBER, _TEXT = {"type": "integer", "minimum": 0}, {"type": "string"}
_PARAMETER = re.compile(r"{(\w+)(?::(\w+))?}")


class Posting(Route):
    """A route that takes JSON shaped as `asked`."""

    asked: type[msgspec.Struct] | None = None


def document(routes: Iterable[BaseRoute]) -> dict[str, Any]:
    """The description of `routes`; what is mounted (files of style) is left out."""
    found = [route for route in routes if isinstance(route, Route)]
    asked = [route.asked for route in found if isinstance(route, Posting) and route.asked]
    _, shapes = msgspec.json.schema_components(asked, ref_template=_TEMPLATE)
    paths: dict[str, dict[str, Any]] = {}
    for route in found:
        told = paths.setdefault(_PARAMETER.sub(r"{\1}", route.path), {})
        told |= {method.lower(): _operation(route, method) for method in (route.methods or ()) if method != "HEAD"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Fingertip Glow hub", "version": __version__},
        "paths": paths,
        "components": {
            "schemas": shapes,
            "securitySchemes": {
                "kiosk": {"type": "http", "scheme": "bearer"},
                "person": {"type": "apiKey", "in": "cookie", "name": "hub_session"},
            },
        },
    }


def _operation(route: Route, method: str) -> dict[str, Any]:
    json = isinstance(route, Posting)
    told: dict[str, Any] = {
        "summary": (route.endpoint.__doc__ or route.name).strip().split("\n")[0],
        "parameters": _parameters(route, method),
        "responses": {"default": {"description": "JSON with code and what" if json else "a page, or where to go on"}},
        "security": [{"kiosk" if json else "person": []}],
    }
    if isinstance(route, Posting):
        shape = {"$ref": _TEMPLATE.format(name=route.asked.__name__)} if route.asked else {}
        told["requestBody"] = {"required": True, "content": {"application/json": {"schema": shape}}}
    elif method == "POST":
        form = {"type": "object", "properties": {"csrf": _TEXT}, "additionalProperties": _TEXT}
        told["requestBody"] = {"content": {"application/x-www-form-urlencoded": {"schema": form}}}
    return told


def _parameters(route: Route, method: str) -> list[dict[str, Any]]:
    inside = [
        {"name": name, "in": "path", "required": True, "schema": _NUMBER if kind == "int" else _TEXT}
        for name, kind in _PARAMETER.findall(route.path)
    ]
    after = [{"name": name, "in": "query", "schema": _TEXT} for name in FIELDS] if method == "GET" else []
    return inside + after
