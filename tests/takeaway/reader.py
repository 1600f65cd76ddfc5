"""An independent look at papers: pages as pictures (poppler), and the codes on them (zxing-cpp)."""

import subprocess
import tempfile
from pathlib import Path

import zxingcpp
from PIL import Image

DOTS = 150


def pages_of(pdf: bytes) -> list[Image.Image]:
    """Every page as a picture of 150 dots an inch."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", path, Path(folder) / "page"], check=True)
        return [Image.open(one).convert("L").copy() for one in sorted(Path(folder).glob("page*.png"))]


def read_codes(picture: Image.Image) -> list[str]:
    """The texts of all codes on it, from top to bottom."""
    found = zxingcpp.read_barcodes(picture)
    return [one.text for one in sorted(found, key=lambda one: (one.position.top_left.y, one.position.top_left.x))]
