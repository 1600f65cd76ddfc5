"""The direction of imports holds. Each complaint names the line, the rule and what to do instead."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

KIOSK = Path(__file__).parents[1] / "kiosk"
QT_FREE = (
    "core",
    "learning",
    "packs",
    "store",
    "privacy",
    "exports",
    "classroom",
    "sync",
    "hub",
    "broadcast",
    "install",
    "supervisor.py",
)
# room -> the rooms of kiosk it may import besides its own; a room that is not listed may import any.
MAY_IMPORT = {
    "core": set[str](),
    "learning": {"core"},
    "packs": {"core", "learning", "store", "stations.station"},
    "store": {"core"},
    "privacy": {"core", "store"},
    "exports": {"core", "learning", "store"},
    "classroom": {"core", "learning", "store", "exports.writing", "stations.station"},
    "sync": {"core", "learning", "store", "packs", "privacy", "exports.writing"},
    "devices": {"core", "privacy.sealed"},
    "broadcast": {"core", "devices", "privacy", "store"},
    "install": {"core", "store"},
    "takeaway": {"core", "learning"},
    "ui": {"core"},
    "stations": {"core", "learning", "stations.station"},
    "hub": {
        *("core", "learning", "packs", "privacy", "exports", "sync", "takeaway"),
        *("commands.parser", "commands.failing", "commands.export", "commands.export_told"),
        *("commands.simulate", "rehearsal.simulated_town", "rehearsal.simulated_visit"),
    },
    "forms": {"core", "classroom", "stations.station", "stations.anti_fraud"},
    "shell": {"core", "ui", "stations.station", "devices", "takeaway"},
}


def imports(path: Path) -> list[tuple[int, str]]:
    """Line and full module name of every import in `path`."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def modules() -> list[Path]:
    """Every Python file of the house."""
    return sorted(KIOSK.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(KIOSK)))
def test_imports_go_one_way(path: Path) -> None:
    """Rooms import only what the house plan lets them."""
    inside = path.relative_to(KIOSK)
    room = inside.parts[0]
    qt_free = room in QT_FREE or inside.name == "rules.py" or (room == "devices" and not inside.name.startswith("qt_"))
    qt_free = qt_free or (room == "takeaway" and not inside.name.startswith("paint"))
    for line, name in imports(path):
        where = f"kiosk/{inside}:{line} imports {name}"
        if qt_free:
            assert not name.startswith(("PySide6", "shiboken6")), (
                f"{where}: this place is Qt-free. Let it speak in plain values and let a view model turn them into Qt."
            )
        if room == "core":
            top = name.split(".")[0]
            assert top in sys.stdlib_module_names or top == "kiosk", (
                f"{where}: core uses the standard library only. Put what needs a package into another room."
            )
        if not name.startswith("kiosk.") or name == "kiosk.__version__" or room not in MAY_IMPORT:
            continue
        target = name.removeprefix("kiosk.")
        own = ".".join(inside.parts[:2]) if room == "stations" and len(inside.parts) > 2 else room
        allowed = MAY_IMPORT[room] | {own}
        if inside == Path("stations/all.py"):
            allowed = {"stations"}
        assert any(target == one or target.startswith(one + ".") for one in allowed), (
            f"{where}: {room} may import {sorted(allowed)}. Have the composition root (kiosk/app.py) hand it in."
        )


@pytest.mark.parametrize(
    "room", ["core", "store", "packs", "exports", "commands", "supervisor", "sync.courier", "hub.serve"]
)
def test_no_qt_is_loaded(room: str) -> None:
    """Importing a Qt-free room does not load Qt by a detour."""
    code = f"import sys, kiosk.{room}; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
