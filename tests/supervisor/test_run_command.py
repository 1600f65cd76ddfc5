"""`kiosk run` on the command line: what it says without a display, and how it is called wrongly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.commands.run import has_display
from kiosk.core.programs import RUN_MODULE


def kiosk(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person does, without any display."""
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *arguments],
        check=False,
        capture_output=True,
        text=True,
        env={**bare, "LANG": "en_US.UTF-8", **environment},
        timeout=900,
    )


@pytest.fixture
def planned_tour(tmp_path: Path) -> dict[str, str]:
    """An environment in which `python -m kiosk tour` only writes down how it was called: the tour has its own test."""
    customise = "import sys\nif sys.argv[:1] == ['-m'] and 'tour' in sys.orig_argv:\n"
    customise += (
        f"    open({str(tmp_path / 'called')!r}, 'w').write('\\n'.join(sys.orig_argv)); import os; os._exit(0)\n"
    )
    (tmp_path / "sitecustomize.py").write_text(customise)
    return {"PYTHONPATH": str(tmp_path)}


def test_without_a_display_the_tour_runs_in_a_throw_away_home(tmp_path: Path, planned_tour: dict[str, str]) -> None:
    """It says so, and then where pictures and report lie; the real home is left alone."""
    done = kiosk("run", **planned_tour, XDG_DATA_HOME=str(tmp_path / "real"), TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "no display here" in done.stdout and "report.json" in done.stdout
    called = (tmp_path / "called").read_text().split("\n")
    home, out = (Path(called[called.index(name) + 1]) for name in ("--home", "--out"))
    assert home.parent.parent == tmp_path and home.parent.name.startswith("fingertip-glow-")
    assert str(out) in done.stdout
    assert not (tmp_path / "real").exists()


def test_kiosk_home_overrides_the_throw_away_home(tmp_path: Path, planned_tour: dict[str, str]) -> None:
    """Who names a home gets pictures and report there."""
    done = kiosk("run", **planned_tour, KIOSK_HOME=str(tmp_path / "mine"))
    called = (tmp_path / "called").read_text().split("\n")
    assert called[called.index("--home") + 1] == str(tmp_path / "mine")
    assert str(tmp_path / "mine/tour/report.json") in done.stdout


def test_a_display_is_found() -> None:
    """By any of three variables; other systems always have one."""
    assert not has_display({}, "linux") and not has_display({"DISPLAY": ""}, "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        assert has_display({name: "x"}, "linux")
    assert has_display({}, "win32")


def test_a_wrong_size_is_one_sentence() -> None:
    """Exit code 2 and no traceback."""
    done = kiosk("run", "--size", "big")
    assert done.returncode == 2
    assert "'big'" in done.stderr and "Traceback" not in done.stderr


def test_the_frozen_programs_hidden_argument_runs_a_module() -> None:
    """What the executable does instead of `python -m`."""
    done = kiosk(RUN_MODULE, "kiosk", "run", "--help")
    assert done.returncode == 0 and "--windowed" in done.stdout
