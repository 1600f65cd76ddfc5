"""The panel under Windows: the monitor's power by a message to all windows. Not tried on a real Windows yet."""

import sys

from kiosk.devices.state import DeviceState


class WindowsScreen:
    """Needs nothing installed."""

    BROADCAST, SYSCOMMAND, MONITOR_POWER, ON, OFF = 0xFFFF, 0x0112, 0xF170, -1, 2

    def sleep(self) -> None:
        self._post(self.OFF)

    def wake(self) -> None:
        self._post(self.ON)

    def state(self) -> DeviceState:
        return DeviceState("devices.screen_untried")

    def close(self) -> None:
        self.wake()

    def _post(self, level: int) -> None:
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.user32.PostMessageW(self.BROADCAST, self.SYSCOMMAND, self.MONITOR_POWER, level)
