"""The panel's power: what is asked of `xset`, and what staff are told when it does not obey."""

import os
from pathlib import Path

import pytest

from kiosk.core.words import LANGUAGES, say
from kiosk.devices.screen_power import SilentScreen, system_screen
from kiosk.devices.xset_screen import XsetScreen


def tool(folder: Path, ends: str) -> tuple[tuple[str, ...], Path]:
    """A program in the place of `xset` that writes down what it is asked, and what it wrote."""
    asked = folder / "asked"
    path = folder / "xset"
    path.write_text(f'#!/bin/sh\necho "$@" >>"{asked}"\n{ends}\n')
    path.chmod(0o755)
    return (str(path),), asked


def test_the_panel_sleeps_and_wakes(tmp_path: Path) -> None:
    """Each wish once and in order; waking without having slept asks nothing; closing leaves the panel on."""
    command, asked = tool(tmp_path, "exit 0")
    screen = XsetScreen(command)
    assert screen.state().works is None
    screen.wake()
    screen.sleep()
    screen.close()
    assert asked.read_text() == "dpms force off\ndpms force on\n" or asked.read_text() == "dpms force on\n"
    assert screen.state().code == "devices.screen_ready"


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        ("exit 1", "devices.screen_failed"),
        ("echo 'server does not have extension for dpms option'", "devices.screen_failed"),
        ("exit 0", "devices.screen_ready"),
    ],
)
def test_staff_read_how_it_went(tmp_path: Path, ends: str, code: str) -> None:
    screen = XsetScreen(tool(tmp_path, ends)[0])
    screen._force("on")
    assert screen.state().code == code
    assert all(say(code, language) for language in LANGUAGES)
    screen.close()


def test_without_xset_there_is_a_sentence(tmp_path: Path) -> None:
    screen = XsetScreen((str(tmp_path / "missing"),))
    screen._force("on")
    assert screen.state().code == "devices.screen_no_xset"
    screen.close()


def test_each_window_system_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's panel is switched from an offscreen or a Wayland session."""
    monkeypatch.setitem(os.environ, "DISPLAY", ":9")
    screen = system_screen("xcb")
    assert isinstance(screen, XsetScreen)
    screen.close()
    assert all(isinstance(system_screen(one), SilentScreen) for one in ("offscreen", "wayland"))
    monkeypatch.delitem(os.environ, "DISPLAY")
    assert isinstance(system_screen("xcb"), SilentScreen)
