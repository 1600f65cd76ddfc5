"""One file a subject, each with `routes(hub) -> list[BaseRoute]`: `gather` finds and serves what is here."""

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from kiosk.hub.hub import Hub

_SHARED = ("wired",)
"""Files of this folder that serve nothing themselves."""


def gather(hub: "Hub") -> "list[BaseRoute]":
    """The routes of every file here, in the order of their names."""
    names = sorted(one.name for one in iter_modules(__path__) if one.name not in _SHARED)
    return [route for name in names for route in import_module(f"{__name__}.{name}").routes(hub)]
