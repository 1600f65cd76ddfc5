"""Item quality on the staff screen: which items are in doubt and why, flags, and the file for the author."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QGuiApplication
from python_calamine import CalamineWorkbook

from kiosk.core.events import ItemAnswered
from kiosk.core.visit import Visit
from kiosk.devices.qt_drives import DriveWatch
from kiosk.packs.library import Library
from kiosk.shell.translator import TsTranslator
from kiosk.staff.door import Door
from kiosk.stations.station import BankItem
from kiosk.store.store import Store

from .conftest import ROOT, Screen, Stay
from .test_staff_pictures import SIZES, has_content

CHILDREN = 60


def items(library: Library) -> list[BankItem]:
    """Ten choice items of ours."""
    found: list[BankItem] = []
    random = Random(1)
    for family in library.families():
        found += library.pick(family.id, 2, kinds=("choice",), random=random)
    return found[:10]


def answered(store: Store, banks: list[BankItem], children: int = CHILDREN) -> BankItem:
    """A class in which the able are right more often; of the first item they all choose a wrong answer."""
    random = Random(4)
    bad = banks[0]
    for child in range(children):
        able = random.random()
        events = []
        for bank in banks:
            item = bank.item
            wrong = next(option.key for option in item.options if option.key not in item.right)
            good = random.random() < (0.2 + 0.75 * able if bank is not bad else 0.9 - 0.85 * able)
            chosen, verdict = (item.right, "right") if good else ((wrong,), "wrong")
            events.append(
                ItemAnswered(
                    *("anti_fraud", item.family, item.id, bank.hash, bank.pack, bank.pack_hash),
                    *(chosen, item.right, verdict, 4_000),
                )
            )
        visit = Visit(f"child-{child}")
        store.append_many([(event, visit) for event in events])
    assert store.flush(30)
    return bad


def on_quality(screen: Screen) -> None:
    """The teacher goes there by the reports."""
    screen.enter("teacher")
    screen.model.open("report")
    screen.settle()
    screen.touch("quality-open")
    screen.settle()


def test_a_doubtful_item_is_flagged_and_collected_for_its_author(
    screen: Screen, door: Door, store: Store, library: Library, stick: Path, drives: DriveWatch
) -> None:
    """The planted one stands first with its reason; a second gets staff's flag; both are in the workbook."""
    banks = items(library)
    bad = answered(store, banks)
    stick.mkdir()
    drives.look()
    on_quality(screen)
    doubtful = screen.of_page("doubtful")
    assert screen.of_page("chosen") == bad.hash and 1 <= doubtful <= 2
    assert "最会的孩子多半选了同一个错误答案" in "\n".join(screen.texts())
    screen.touch("item-2")
    second = screen.of_page("chosen")
    assert "看不出问题。" in screen.texts()
    screen.touch("flag-unclear")
    screen.settle()
    screen.wait(lambda: screen.of_page("doubtful") == doubtful + 1)
    assert "题目说不清楚" in screen.text("message")
    screen.touch("save")
    screen.wait(lambda: "读回来核对过" in screen.text("message"))
    (file,) = stick.iterdir()
    assert file.name.startswith("请作者看的题-")
    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    _, *lines = [[str(cell) for cell in row] for row in rows]
    found = {line[-1]: line for line in lines}
    assert {bad.hash, second} <= set(found) and len(found) == doubtful + 1
    assert "答案是否标错" in " ".join(found[bad.hash]) and "题目说不清楚" in found[second]
    screen.touch("back")
    assert screen.page == "report"


def test_few_answers_are_no_judgement(screen: Screen, door: Door, store: Store, library: Library) -> None:
    answered(store, items(library), children=6)
    on_quality(screen)
    assert "20 个孩子" in screen.text("no-items") and screen.of_page("doubtful") == 0


def test_a_guide_flags_nothing(screen: Screen, door: Door) -> None:
    screen.enter("guide")
    screen.model.open("quality")
    assert screen.page != "quality"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_page_can_be_looked_at(
    make_screen: Callable[..., Screen],
    request: pytest.FixtureRequest,
    qapp: QGuiApplication,
    door: Door,
    stay: Stay,
    store: Store,
    library: Library,
    size: tuple[int, int],
) -> None:
    """In three layouts, the upright one in English: for a person's eyes."""
    language = "en" if size == (1080, 1920) else "zh"
    stay.language = language
    if language == "en":
        translator = TsTranslator(ROOT / "assets/i18n/en.ts")
        qapp.installTranslator(translator)
        request.addfinalizer(lambda: qapp.removeTranslator(translator))
    answered(store, items(library))
    screen = make_screen(*size)
    on_quality(screen)
    screen.frame()
    assert has_content(screen.grab(f"staff-quality-{language}"))
