"""The panel goes dark and wakes: what the house asks of it, and the silent one. The real ones lie beside this.

Dark is only the panel: the program goes on, and any touch reaches it. A Wayland session is asked nothing: there the
kiosk's own black picture is all that happens.
"""

import os
import shutil
from typing import Protocol

from kiosk.devices.state import DeviceState


class ScreenPower(Protocol):
    """Switches the panel. No method blocks or raises; the last wish counts."""

    def sleep(self) -> None:
        """Switch the panel off."""
        ...

    def wake(self) -> None:
        """Switch it on again."""
        ...

    def state(self) -> DeviceState:
        """How it does, for staff."""
        ...

    def close(self) -> None:
        """Leave the panel on, and end."""
        ...


class SilentScreen:
    """For machines whose panel cannot be switched, and for tests: `asleep` is what was wished last."""

    def __init__(self) -> None:
        self.asleep = False

    def sleep(self) -> None:
        """Noted only."""
        self.asleep = True

    def wake(self) -> None:
        """Noted only."""
        self.asleep = False

    def state(self) -> DeviceState:
        return DeviceState("devices.screen_black")

    def close(self) -> None:
        """Nothing was started."""
        self.asleep = False


def system_screen(platform: str) -> ScreenPower:
    """The panel of this machine; `platform` is the name of Qt's window system (`xcb`, `windows`, `wayland` …)."""
    # Imported here for their cost: most programs have no panel to switch.
    if platform == "windows":
        from kiosk.devices.windows_screen import WindowsScreen

        return WindowsScreen()
    if platform == "xcb" and os.environ.get("DISPLAY"):
        from kiosk.devices.xset_screen import XsetScreen

        return XsetScreen((shutil.which("xset") or "xset",))
    return SilentScreen()
