"""A column that makes its texts as large as fits, and turns pages when even the smallest size does not fit."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QRect, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.stations.anti_fraud.paging import Page, height_of, paginate

QML_IMPORT_NAME = "kiosk.stations.anti_fraud"
QML_IMPORT_MAJOR_VERSION = 1
ADOPTED = "pagedColumnKnows"


@QmlElement
class PagedColumn(QQuickItem):
    """Its children (a Repeater's delegates) tell their `implicitHeight` for the present `textSize`.

    The first of `sizes` at which all fits is taken; at the last, blocks that do not fit go to further `pages`. While
    `measuring` is true children show all that they may show later, so that nothing jumps then. With `stretch` (the
    greatest height of a block) the blocks share what is left of the height.
    """

    sizesChanged = Signal()
    textSizeChanged = Signal()
    spacingChanged = Signal()
    pageChanged = Signal()
    pagesChanged = Signal()
    measuringChanged = Signal()
    stretchChanged = Signal()
    usedChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._sizes: list[float] = [34.0]
        self._size = 34.0
        self._spacing = self._stretch = self._used = 0.0
        self._page = 0
        self._pages = [Page(0, -1)]
        self._measuring = self._placing = False
        self.childrenChanged.connect(self._adopt)
        # PySide 6.9.3 never lets go of the Python half of what QML made: empty it when Qt's half goes.
        held = self.__dict__
        self.destroyed.connect(lambda: held.clear())

    def _get_sizes(self) -> list[float]:
        return self._sizes

    def _set_sizes(self, sizes: Sequence[Any]) -> None:
        self._sizes = [float(size) for size in sizes]
        self.sizesChanged.emit()
        self.polish()

    sizes = Property(list, _get_sizes, _set_sizes, notify=sizesChanged)

    @Property(float, notify=textSizeChanged)
    def textSize(self) -> float:
        """The size of the texts, in pixels of the 1080p design."""
        return self._size

    def _get_spacing(self) -> float:
        return self._spacing

    def _set_spacing(self, spacing: float) -> None:
        self._spacing = spacing
        self.spacingChanged.emit()
        self.polish()

    spacing = Property(float, _get_spacing, _set_spacing, notify=spacingChanged)

    def _get_stretch(self) -> float:
        return self._stretch

    def _set_stretch(self, stretch: float) -> None:
        self._stretch = stretch
        self.stretchChanged.emit()
        self.polish()

    stretch = Property(float, _get_stretch, _set_stretch, notify=stretchChanged)

    def _get_page(self) -> int:
        return self._page

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.pageChanged.emit()
            self.polish()

    page = Property(int, _get_page, _set_page, notify=pageChanged)

    @Property(int, notify=pagesChanged)
    def pages(self) -> int:
        return len(self._pages)

    @Property(bool, notify=measuringChanged)
    def measuring(self) -> bool:
        return self._measuring

    @Property(float, notify=usedChanged)
    def used(self) -> float:
        """The height that the present page takes, in pixels."""
        return self._used

    @Slot()
    def turn(self) -> None:
        """The next page; after the last the first."""
        self._set_page((self._page + 1) % len(self._pages))

    def geometryChange(self, new: QRectF | QRect, old: QRectF | QRect) -> None:
        """Lay out again in the new place."""
        super().geometryChange(new, old)
        if new.size() != old.size():
            self.polish()

    def updatePolish(self) -> None:
        """Choose size and pages, then put the blocks of the present page in their places."""
        blocks = self._blocks()
        if self._placing or self.height() <= 0 or not blocks:
            return
        self._placing = True
        for block in blocks:
            block.setWidth(self.width())
            # A block on a further page is hidden, and its texts would count for nothing.
            block.setVisible(True)
        self._set_measuring(True)
        self._choose(blocks)
        self._set_measuring(False)
        self._place(blocks)
        self._placing = False

    def _choose(self, blocks: list[QQuickItem]) -> None:
        """The largest size at which all is on one page; else pages at the smallest."""
        fits, too_large = len(self._sizes) - 1, -1
        while fits - too_large > 1:
            middle = (fits + too_large) // 2
            if height_of(self._heights(blocks, self._sizes[middle]), self._spacing) <= self.height():
                fits = middle
            else:
                too_large = middle
        heights = self._heights(blocks, self._sizes[fits])
        pages = paginate(heights, self._spacing, self.height(), overlap=self._overlap())
        if len(pages) != len(self._pages):
            self._pages = pages
            self.pagesChanged.emit()
        self._pages = pages
        self._set_page(min(self._page, len(pages) - 1))

    def _heights(self, blocks: list[QQuickItem], size: float) -> list[float]:
        """The blocks' heights with texts of `size`."""
        if size != self._size:
            self._size = size
            self.textSizeChanged.emit()
        return [block.implicitHeight() for block in blocks]

    def _overlap(self) -> float:
        """About two lines, in pixels: what is seen again at the top of the next page of one tall block."""
        return self.height() / 6

    def _place(self, blocks: list[QQuickItem]) -> None:
        page = self._pages[self._page]
        shown = blocks[page.first : page.last + 1]
        spare = (self.height() - height_of([block.implicitHeight() for block in shown], self._spacing)) / max(
            1, len(shown)
        )
        y = -page.shift
        for block in blocks:
            if block not in shown:
                block.setVisible(False)
        for block in shown:
            height = block.implicitHeight()
            if self._stretch:
                height = max(height, min(self._stretch, height + spare))
                block.setHeight(height)
            block.setY(y)
            block.setVisible(True)
            y += height + self._spacing
        used = min(y - self._spacing, self.height())
        if used != self._used:
            self._used = used
            self.usedChanged.emit()

    def _blocks(self) -> list[QQuickItem]:
        return [child for child in self.childItems() if not child.inherits("QQuickRepeater")]

    @Slot()
    def _adopt(self) -> None:
        for child in self._blocks():
            if not child.property(ADOPTED):
                child.setProperty(ADOPTED, True)
                child.implicitHeightChanged.connect(self._again)
        self.polish()

    @Slot()
    def _again(self) -> None:
        if not self._placing:
            self.polish()

    def _set_measuring(self, measuring: bool) -> None:
        self._measuring = measuring
        self.measuringChanged.emit()
