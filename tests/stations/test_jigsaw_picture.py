"""Any image a pack brings is fitted, or refused with a sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, qRgb
from PySide6.QtQml import QQmlEngine

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.rehearsal.report import Warnings
from kiosk.stations.convention_puzzle.jigsaw_picture import draw_picture, open_picture
from kiosk.ui.art import ArtProvider
from kiosk.ui.brought import BroughtProvider

BOARD = (960, 720)
READERS = ("libpng", "JPEG", "QImageIOHandler", "Corrupt", "gif", "GIF")


@pytest.fixture(autouse=True)
def silent_pass() -> Iterator[None]:
    """Only the readers of pictures may complain, of those that are broken on purpose."""
    warnings = Warnings()
    yield
    warnings.stop()
    assert [text for text in warnings.texts if not any(reader in text for reader in READERS)] == []


def saved(folder: Path, image: QImage, name: str) -> str:
    path = folder / name
    writer = QImageWriter(str(path))
    assert writer.write(image), writer.errorString()
    return str(path)


def plain(width: int, height: int, kind: QImage.Format = QImage.Format.Format_RGB32) -> QImage:
    image = QImage(width, height, kind)
    image.fill(QColor("teal"))
    return image


def near(one: QColor, other: str, reach: int = 12) -> bool:
    wanted = QColor(other)
    return (
        max(abs(one.red() - wanted.red()), abs(one.green() - wanted.green()), abs(one.blue() - wanted.blue())) < reach
    )


@pytest.mark.parametrize(
    "size", [(1600, 1200), (800, 600), (201, 1500), (6000, 210), (300, 300), (1920, 1080), (1199, 1601)]
)
def test_any_size_is_fitted_without_gaps(tmp_path: Path, size: tuple[int, int]) -> None:
    picture = open_picture(saved(tmp_path, plain(*size), "one.png"), None)
    assert 0.74 < picture.aspect < 1.79
    drawn = draw_picture(picture, *BOARD, None)
    assert (drawn.width(), drawn.height()) == BOARD
    for x in (0, 480, 959):
        for y in (0, 360, 719):
            assert near(drawn.pixelColor(x, y), "teal")


@pytest.mark.parametrize(
    "kind",
    [
        QImage.Format.Format_Grayscale8,
        QImage.Format.Format_Indexed8,
        QImage.Format.Format_RGBA64,
        QImage.Format.Format_RGB16,
        QImage.Format.Format_Mono,
    ],
)
def test_any_kind_of_pixels_is_read(tmp_path: Path, kind: QImage.Format) -> None:
    image = plain(400, 300).convertToFormat(kind)
    drawn = draw_picture(open_picture(saved(tmp_path, image, "one.png"), None), *BOARD, None)
    assert drawn.format() is QImage.Format.Format_RGB32


def test_holes_show_paper(tmp_path: Path) -> None:
    image = QImage(400, 300, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.fillRect(0, 0, 200, 300, QColor("teal"))
    painter.end()
    drawn = draw_picture(open_picture(saved(tmp_path, image, "one.png"), None), *BOARD, None)
    assert near(drawn.pixelColor(100, 300), "teal")
    assert near(drawn.pixelColor(800, 300), "#FFF6E6")


def test_print_colours_are_read(tmp_path: Path) -> None:
    image = plain(400, 300).convertToFormat(QImage.Format.Format_CMYK8888)
    assert not image.isNull()
    drawn = draw_picture(open_picture(saved(tmp_path, image, "one.jpg"), None), *BOARD, None)
    assert near(drawn.pixelColor(480, 360), "teal", 40)


def test_the_ending_of_a_name_may_lie_and_a_photograph_stands_upright(tmp_path: Path) -> None:
    path = saved(tmp_path, plain(400, 300), "one.png")
    lying = tmp_path / "one.jpg"
    lying.write_bytes(Path(path).read_bytes())
    assert open_picture(str(lying), None).width == 400
    writer = QImageWriter(str(tmp_path / "turned.jpg"))
    writer.setTransformation(writer.transformation().__class__.TransformationRotate90)
    assert writer.write(plain(400, 300))
    turned = open_picture(str(tmp_path / "turned.jpg"), None)
    assert (turned.width, turned.height) == (300, 400)


def code_of(source: str) -> str:
    """What a picture is refused with; its sentence exists in both languages."""
    with pytest.raises(KioskError) as told:
        draw_picture(open_picture(source, None), *BOARD, None)
    for language in ("zh", "en"):
        assert say(told.value.code, language, **told.value.params)
    return told.value.code


def test_what_cannot_be_used_is_refused_with_a_sentence(tmp_path: Path) -> None:
    good = Path(saved(tmp_path, plain(400, 300), "good.png")).read_bytes()
    for name, data in {"empty.png": b"", "text.png": b"not a picture", "half.png": good[: len(good) // 2]}.items():
        (tmp_path / name).write_bytes(data)
        assert code_of(str(tmp_path / name)) == "jigsaw.picture_broken"
    assert code_of(str(tmp_path / "none.png")) == "jigsaw.picture_missing"
    assert code_of(str(tmp_path)) == "jigsaw.picture_missing"
    assert code_of("image://nobody/one") == "jigsaw.picture_missing"
    assert code_of(saved(tmp_path, plain(1, 1), "dot.png")) == "jigsaw.picture_small"
    assert code_of(saved(tmp_path, plain(4000, 60), "strip.png")) == "jigsaw.picture_small"


def test_a_huge_picture_is_refused_by_its_head_alone(tmp_path: Path) -> None:
    image = QImage(30_000, 20_000, QImage.Format.Format_Mono)
    image.setColorTable([qRgb(255, 255, 255), qRgb(0, 0, 0)])
    image.fill(0)
    assert code_of(saved(tmp_path, image, "huge.png")) == "jigsaw.picture_huge"


@given(st.binary(max_size=400), st.integers(0, 300), st.binary(min_size=1, max_size=20))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_do_more_than_be_refused(tmp_path: Path, noise: bytes, at: int, patch: bytes) -> None:
    good = Path(saved(tmp_path, plain(240, 240), "good.png")).read_bytes()
    for data in (noise, good[:at] + patch + good[at + len(patch) :]):
        path = tmp_path / "some.png"
        path.write_bytes(data)
        try:
            drawn = draw_picture(open_picture(str(path), None), *BOARD, None)
        except KioskError as error:
            assert error.code.startswith("jigsaw.picture_")
        else:
            assert (drawn.width(), drawn.height()) == BOARD


def test_our_art_is_drawn_at_the_pixels_of_the_board(qapp: QCoreApplication) -> None:
    engine = QQmlEngine()
    engine.addImageProvider("art", ArtProvider())
    picture = open_picture("image://art/puzzle-1-learn", engine)
    assert picture.aspect == pytest.approx(4 / 3, abs=0.01)
    drawn = draw_picture(picture, *BOARD, engine)
    assert (drawn.width(), drawn.height()) == BOARD


def brought(data: bytes) -> QQmlEngine:
    """An engine with a pack that brings one picture."""
    engine = QQmlEngine()
    engine.addImageProvider("brought", BroughtProvider(lambda name: data, ArtProvider()))
    return engine


@pytest.mark.parametrize("size", [(1600, 1200), (30, 20), (4000, 50), (50, 4000), (1999, 333)])
def test_what_a_pack_brings_is_fitted_whatever_its_shape(
    qapp: QCoreApplication, tmp_path: Path, size: tuple[int, int]
) -> None:
    engine = brought(Path(saved(tmp_path, plain(*size), "one.png")).read_bytes())
    picture = open_picture("image://brought/0123456789abcdef/conventions/one", engine)
    drawn = draw_picture(picture, *BOARD, engine)
    assert (drawn.width(), drawn.height()) == BOARD
    for x, y in ((0, 0), (959, 0), (480, 360), (0, 719), (959, 719)):
        assert near(drawn.pixelColor(x, y), "teal")


def test_a_packs_broken_picture_is_refused(qapp: QCoreApplication) -> None:
    with pytest.raises(KioskError) as told:
        open_picture("image://brought/0123456789abcdef/conventions/one", brought(b"nothing of the kind"))
    assert told.value.code == "jigsaw.picture_missing"
