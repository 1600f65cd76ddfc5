"""Who stands behind the PIN, and what each may see: least access, after PRIVACY 8."""

from typing import Literal

Role = Literal["guide", "teacher", "admin", "auditor"]
ROLES: tuple[Role, ...] = ("guide", "teacher", "admin", "auditor")
"""引导员, 老师, 基地管理员, 审计员."""
PAGES = ("today", "class", "booth", "packs", "codes", "export", "settings", "people", "privacy", "health")
"""All pages, in the order of the bar."""
_SEES: dict[Role, tuple[str, ...]] = {
    "guide": ("today", "class", "booth", "health"),
    "teacher": ("today", "class", "booth", "packs", "codes", "health"),
    "admin": PAGES,
    "auditor": ("privacy", "export", "ledger", "health"),
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
"""Pages that are opened from another page and have no place in the bar."""
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
