"""What is shipped: its licences fit, its pinned list names no index, its QML finds the modules it imports."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SUPPLY = ROOT / "packaging" / "supply.py"
TRIM = runpy.run_path(str(ROOT / "packaging" / "trim.py"))


def test_the_licences_of_what_is_shipped_fit(tmp_path: Path) -> None:
    """And the bill of materials and the page of licences can be made."""
    done = subprocess.run([sys.executable, str(SUPPLY), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "LICENCES.md").read_text("utf-8")
    bill = (tmp_path / "sbom.cdx.json").read_text("utf-8")
    for name in ("PySide6_Essentials", "sqlite-utils", "cryptography"):
        assert name in page
        assert name in bill
    assert "| pytest |" not in page
    assert str(ROOT) not in bill


@pytest.mark.parametrize(
    ("licence", "may"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("Mozilla Public License 2.0 (MPL 2.0)", True),
        ("GPL-3.0-only", False),
        ("GNU General Public License v3 (GPLv3)", False),
        ("AGPL-3.0", False),
        ("UNKNOWN", False),
    ],
)
def test_what_fits(licence: str, may: bool) -> None:
    """One of several is enough; what nobody states does not fit."""
    assert runpy.run_path(str(SUPPLY))["fits"](licence) is may


def test_the_pinned_list_names_no_index() -> None:
    """Every package with its hashes, and no address."""
    text = (ROOT / "requirements.lock").read_text("ascii")
    assert "://" not in text
    assert "index-url" not in text
    assert len(re.findall(r"^[a-z0-9_.-]+==", text, re.MULTILINE | re.IGNORECASE)) <= text.count("--hash=sha256:")


def test_the_frozen_program_has_every_module_that_qml_imports() -> None:
    """What is trimmed away must not be what a screen wants."""
    files = (ROOT / "kiosk").rglob("*.qml")
    wanted = {
        name for path in files for name in re.findall(r"^import (Qt[\w.]+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert "QtQuick" in wanted
    for name in wanted:
        assert TRIM["wanted"](f"PySide6/Qt/qml/{name.replace('.', '/')}/qmldir"), name
        assert TRIM["wanted"](f"PySide6/Qt/lib/lib{name.replace('Qt', 'Qt6', 1).replace('.', '')}.so.6"), name


@pytest.mark.parametrize(
    "name",
    ["PySide6/Qt/lib/libQt6WebEngineCore.so.6", "PySide6/Qt/qml/QtQuick/Controls/qmldir", "numpy/_core/tests/x.py"],
)
def test_what_nobody_wants_stays_out(name: str) -> None:
    """A filter that lets everything through would pass the test above, too."""
    assert not TRIM["wanted"](name)


def test_the_list_for_a_virtual_environment_is_what_the_kiosk_needs() -> None:
    """Of all pinned packages, for `packaging/linux/venv-program`: neither the hub's nor those of tests and builds."""
    listed = (ROOT / "packaging" / "linux" / "kiosk-packages.txt").read_text("ascii").splitlines()[1:]
    needed: set[str] = runpy.run_path(str(SUPPLY))["shipped"](())
    assert set(listed) == needed
    pinned = set(re.findall(r"^([a-z0-9_.-]+)==", (ROOT / "requirements.lock").read_text("ascii"), re.MULTILINE))
    assert set(listed) <= pinned
