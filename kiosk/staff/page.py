"""What every page behind the PIN is to the frame around it."""

from typing import Protocol

from PySide6.QtCore import QObject

from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role


class Page(Protocol):
    """A page's view model, a QObject: made when the page is first opened, kept until staff leave.

    The types themselves derive from QObject alone: pyside6-metaobjectdump sees no farther.
    """

    @property
    def working(self) -> bool:
        """Whether long work runs: nobody is sent away meanwhile."""
        ...

    def arrive(self) -> None:
        """The page is opened (again): look at the world anew."""
        ...

    def stop(self) -> None:
        """Staff leave: give up what runs."""
        ...


class PageType(Protocol):
    """Makes a page for the role that is inside."""

    def __call__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> Page:
        """A page below `parent`."""
        ...
