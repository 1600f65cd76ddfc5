"""Who stands behind the PIN, and what each may see: least access, after PRIVACY 8."""

from typing import Literal

Role = Literal["guide", "teacher", "admin", "auditor"]
ROLES: tuple[Role, ...] = ("guide", "teacher", "admin", "auditor")
"""引导员, 老师, 基地管理员, 审计员."""
TABS = {
    "today": ("today",),
    "class": ("class", "codes"),
    "packs": ("packs",),
    "booth": ("booth",),
    "evidence": ("export", "ledger", "log"),
    "privacy": ("privacy",),
    "settings": ("settings", "people", "health"),
}
"""The bar: its tabs in order, each with the pages that stand in it. A tab of one page (for a role) is that page."""
PAGES = tuple(page for pages in TABS.values() for page in pages)
"""All pages of the bar, in its order."""
_SEES: dict[Role, tuple[str, ...]] = {
    "guide": ("today", "class", "booth", "health"),
    "teacher": ("today", "class", "codes", "packs", "booth", "health"),
    "admin": PAGES,
    "auditor": ("privacy", "export", "ledger", "log", "health"),
}


INNER = {
    "ledger": "today",
    "sync": "health",
    "keys": "settings",
    "update": "settings",
    "report": "class",
    "quality": "class",
    "sheets": "class",
    "consents": "booth",
    "review": "booth",
    "works": "booth",
    "booth_rules": "booth",
    "studio": "booth",
    "touch_test": "health",
    "sound_test": "health",
    "log": "privacy",
    "accesses": "privacy",
    "requests": "privacy",
    "privacy_papers": "privacy",
    "terms": "privacy",
    "breach": "privacy",
}
"""Pages that are opened from another page; whoever has them in the bar as well finds them in both places."""
_ONLY: dict[str, tuple[Role, ...]] = {
    "quality": ("teacher", "admin"),
    "review": ("teacher", "admin"),
    "works": ("teacher", "admin"),
    "booth_rules": ("admin",),
    "studio": ("teacher", "admin"),
    "requests": ("admin",),
}
"""Inner pages that not everybody may open who may open the page that leads to them."""


def pages_of(role: Role) -> tuple[str, ...]:
    """The pages that `role` may open; the first one greets it."""
    return _SEES[role]


def tabs_of(role: Role) -> dict[str, tuple[str, ...]]:
    """The tabs of the bar that `role` finds, each with its pages."""
    seen = {tab: tuple(page for page in pages if page in _SEES[role]) for tab, pages in TABS.items()}
    return {tab: pages for tab, pages in seen.items() if pages}


def may_open(role: Role, page: str) -> bool:
    """Whether `role` may open `page`, an inner one as the page that leads to it unless `_ONLY` says who."""
    seen = page in _SEES[role] or INNER.get(page) in _SEES[role]
    return seen and role in _ONLY.get(page, ROLES)


def may_register(role: Role) -> bool:
    """Whether `role` may register guardians' forms and take consents back; others only bring forms to the booth."""
    return role in ("teacher", "admin")


def may_count(role: Role) -> bool:
    """Whether `role` may enter headcounts; an auditor changes nothing."""
    return role != "auditor"


def may_hand_in(role: Role) -> bool:
    """Whether `role` may take the ledger out of the kiosk: whoever may export."""
    return "export" in _SEES[role]


def may_quit(role: Role) -> bool:
    """Whether `role` may end the program."""
    return role == "admin"
