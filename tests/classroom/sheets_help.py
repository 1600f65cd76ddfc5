"""Answer sheets as children hand them in: printed, filled in with pencil, photographed badly. Every mark is known."""

import io
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from kiosk.core import answer_sheet as sheet
from kiosk.core.answer_sheet import ANSWERS, SheetCode
from kiosk.core.returning import LENGTH, PICTURES
from kiosk.exports.answer_sheet import answer_sheets
from kiosk.exports.answer_sheet_papers import Printing

BASE = "运河少年网络文明基地"
DPI = 150
MM = DPI / 25.4


@dataclass(frozen=True, slots=True)
class Hand:
    """How a child fills in: `gray` of its pencil (0 black), width of its strokes and how much of a bubble it covers."""

    gray: int = 70
    width_mm: float = 0.7
    cover: float = 0.92
    strokes: int = 9


PENCIL = Hand()
PEN = Hand(gray=30, width_mm=0.9, strokes=10)
FAINT = Hand(gray=165, width_mm=0.6, strokes=8)
TICK = Hand(gray=60, width_mm=0.6, strokes=2)


def codes(
    count: int, *, form: str = "A", moment: str = "pre", code: str = "4821", items: str = "0042"
) -> list[SheetCode]:
    """That many sheets of one printing."""
    return [SheetCode(code, moment, form, 417, number, items) for number in range(1, count + 1)]


def printed(wanted: Sequence[SheetCode], dpi: int = DPI) -> list[Image.Image]:
    """The pages as a printer would print them."""
    pdf = answer_sheets(wanted, Printing(BASE))
    done = subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-"], input=pdf, capture_output=True, check=True)
    stream, pages = io.BytesIO(done.stdout), list[Image.Image]()
    while stream.tell() < len(done.stdout):
        stream.readline()
        size = stream.readline().split()
        stream.readline()
        width, height = int(size[0]), int(size[1])
        pages.append(Image.frombytes("L", (width, height), stream.read(width * height)))
    return pages


def half(page: Image.Image, place: int) -> Image.Image:
    """The upper (0) or lower (1) sheet of a page."""
    height = page.height // 2
    return page.crop((0, place * height, page.width, (place + 1) * height))


def answers(random: Random, blanks: float = 0.05) -> list[str]:
    """Ten answers; some rows stay empty."""
    return ["" if random.random() < blanks else random.choice(ANSWERS) for _ in range(sheet.ROWS)]


def fill(image: Image.Image, row: int, answer: str, hand: Hand, random: Random) -> None:
    """Scribble in a bubble of a sheet printed at `DPI`, as a child does: strokes to and fro, not quite centred."""
    scribble(image, (sheet.BUBBLES_X[ANSWERS.index(answer)], sheet.row_y(row)), sheet.BUBBLE, hand, random)


def scribble(image: Image.Image, place: tuple[float, float], radius: float, hand: Hand, random: Random) -> None:
    """Strokes to and fro in the bubble at `place`."""
    draw = ImageDraw.Draw(image)
    x, y = ((one + random.uniform(-0.4, 0.4)) * MM for one in place)
    reach = radius * hand.cover * MM
    points = []
    for stroke in range(hand.strokes + 1):
        across = -reach + 2 * reach * stroke / hand.strokes
        high = (max(0.0, reach**2 - across**2)) ** 0.5 * random.uniform(0.85, 1.1)
        points.append((x + across, y + (high if stroke % 2 else -high)))
    shade = max(0, min(255, round(random.gauss(hand.gray, 10))))
    draw.line(points, fill=shade, width=max(1, round(hand.width_mm * MM * random.uniform(0.85, 1.2))), joint="curve")


def a_code(random: Random) -> tuple[str, ...]:
    """Three pictures, as the kiosk issues them."""
    return tuple(random.sample(PICTURES, LENGTH))


def fill_code(image: Image.Image, pictures: Sequence[str], hand: Hand, random: Random) -> None:
    """The same scribble in a return code's three pictures."""
    for field, name in enumerate(pictures):
        scribble(image, sheet.code_place(field, PICTURES.index(name)), sheet.CODE_BUBBLE, hand, random)


def filled(image: Image.Image, given: Sequence[str], hand: Hand, random: Random) -> Image.Image:
    """The sheet with these answers."""
    image = image.copy()
    for row, answer in enumerate(given):
        if answer:
            fill(image, row, answer, hand, random)
    return image


@dataclass(frozen=True, slots=True)
class Camera:
    """What happens to a sheet on its way: `scale` is pixels of the picture for one of the print's; `tilt` how far its
    corners are pushed (share of the width); `shadow` how dark its dark side is; `bend` in millimetres."""

    name: str
    scale: float = 1.0
    turn: float = 0.0
    tilt: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    shadow: float = 0.0
    light: float = 1.0
    hard_shadow: float = 0.0
    bend: float = 0.0
    quality: int = 80


CAMERAS = (
    Camera("scan", turn=1.2),
    Camera("scan upside down", turn=181, noise=4),
    Camera("photo", turn=-7, tilt=0.05, blur=0.8, noise=6, shadow=0.25),
    Camera("photo on its side", turn=93, tilt=0.06, blur=0.8, noise=6, shadow=0.3),
    Camera("steep", turn=15, tilt=0.13, blur=0.8, noise=6, shadow=0.2),
    Camera("dark", turn=4, tilt=0.03, blur=1.0, noise=11, light=0.42, shadow=0.3),
    Camera("small and squeezed", scale=0.55, turn=-3, tilt=0.03, blur=0.6, noise=6, quality=45),
    Camera("crumpled", turn=5, tilt=0.04, blur=0.7, noise=5, shadow=0.25, bend=1.0),
    Camera("a hand's shadow", turn=8, tilt=0.04, blur=0.7, noise=6, hard_shadow=0.45),
)


def photographed(image: Image.Image, camera: Camera, random: Random) -> Image.Image:
    """The picture that a teacher's phone or scanner makes of it."""
    numbers = numpy.random.default_rng(random.getrandbits(32))
    image = _bent(image, camera.bend, random) if camera.bend else image
    size = (round(image.width * camera.scale), round(image.height * camera.scale))
    image = image.resize(size, Image.Resampling.BOX)
    rim = round(0.16 * max(size))
    desk = Image.new("L", (size[0] + 2 * rim, size[1] + 2 * rim), 118)
    desk.paste(image, (rim, rim))
    desk = desk.rotate(camera.turn, Image.Resampling.BICUBIC, expand=True, fillcolor=118)
    desk = _tilted(desk, camera.tilt, random)
    seen = numpy.asarray(desk.filter(ImageFilter.GaussianBlur(camera.blur)), dtype=numpy.float32)
    grain = numbers.normal(0, max(0.01, camera.noise), seen.shape).astype(numpy.float32)
    seen = seen * _lit(seen.shape, camera, random) + grain
    taken = io.BytesIO()
    Image.fromarray(numpy.clip(seen, 0, 255).astype(numpy.uint8)).save(taken, "JPEG", quality=camera.quality)
    return Image.open(io.BytesIO(taken.getvalue()))


def _lit(shape: tuple[int, ...], camera: Camera, random: Random) -> NDArray[numpy.float32]:
    """How much light falls where: a slope, and the edge of a shadow."""
    y, x = numpy.mgrid[0 : shape[0], 0 : shape[1]]
    way = random.uniform(0, 6.28)
    along = (numpy.cos(way) * (x / shape[1] - 0.5) + numpy.sin(way) * (y / shape[0] - 0.5)) + 0.5
    light = camera.light * (1 - camera.shadow * numpy.clip(along, 0, 1))
    if camera.hard_shadow:
        edge = 1 / (1 + numpy.exp(-(along - 0.55) * 60))
        light = light * (1 - camera.hard_shadow * edge)
    return numpy.asarray(light, dtype=numpy.float32)


def _tilted(image: Image.Image, tilt: float, random: Random) -> Image.Image:
    """Seen from aside: each corner pulled inwards by up to `tilt` of the width."""
    width, height = image.size
    most = tilt * width
    ends = [(0, 0), (width, 0), (width, height), (0, height)]
    pulled = [
        (x + (1 if x == 0 else -1) * random.uniform(0, most), y + (1 if y == 0 else -1) * random.uniform(0, most))
        for x, y in ends
    ]
    rows, right = [], []
    for (u, v), (x, y) in zip(pulled, ends, strict=True):
        rows += [[u, v, 1, 0, 0, 0, -x * u, -x * v], [0, 0, 0, u, v, 1, -y * u, -y * v]]
        right += [x, y]
    solved = numpy.linalg.solve(numpy.array(rows, dtype=float), numpy.array(right, dtype=float))
    return image.transform(
        image.size, Image.Transform.PERSPECTIVE, tuple(solved), Image.Resampling.BICUBIC, fillcolor=118
    )


def _bent(image: Image.Image, bend: float, random: Random) -> Image.Image:
    """Paper that was in a school bag: waves of `bend` millimetres both ways."""
    seen = numpy.asarray(image)
    y, x = numpy.mgrid[0 : image.height, 0 : image.width]
    phase, wave = random.uniform(0, 6.28), random.uniform(70, 110) * MM
    dx = bend * MM * numpy.sin(2 * numpy.pi * y / wave + phase)
    dy = bend * MM * numpy.sin(2 * numpy.pi * x / wave + phase / 2)
    columns = numpy.clip(x + dx, 0, image.width - 1).astype(int)
    rows = numpy.clip(y + dy, 0, image.height - 1).astype(int)
    shade = 1 + 0.08 * numpy.cos(2 * numpy.pi * (x + y) / wave + phase)
    return Image.fromarray(numpy.clip(seen[rows, columns] * shade, 0, 255).astype(numpy.uint8))
