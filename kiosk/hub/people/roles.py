"""Who may do what. Pure."""

from typing import Literal

Role = Literal["region", "base_admin", "teacher", "auditor"]
ROLES: tuple[Role, ...] = ("region", "base_admin", "teacher", "auditor")
"""市/区管理员, 基地管理员, 老师, 审计员."""
OF_A_BASE: tuple[Role, ...] = ("base_admin", "teacher")
"""Roles that belong to one base; the others may belong to one, to a district, or to none."""

Right = Literal[
    "look",  # figures: overview, bases, kiosks, learning, items
    "packs",  # give packs out
    "review",  # listen to recordings and release them
    "figures_out",  # the ledger as a file
    "rows_out",  # single answers as a file: the base's own roles only
    "privacy",
    "audit",
    "users",
    "settings",  # of the hub itself: only for who sees all of it
    "enrol",  # codes that let kiosks in; credentials taken back
]
RIGHTS: dict[Role, frozenset[Right]] = {
    "region": frozenset(("look", "packs", "review", "figures_out", "privacy", "audit", "users", "settings", "enrol")),
    "base_admin": frozenset(
        ("look", "packs", "review", "figures_out", "rows_out", "privacy", "audit", "users", "enrol")
    ),
    "teacher": frozenset(("look", "figures_out", "rows_out")),
    "auditor": frozenset(("look", "privacy", "audit")),
}
