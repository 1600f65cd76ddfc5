"""Make the kiosk's own font, `assets/fonts/`, from the Noto Sans CJK package: the characters Chinese children meet.

通用规范汉字表 (8105 characters, the field kTGH of Unicode's Unihan database, from Debian's `unicode-data`), GB2312,
Latin with pinyin, punctuation, and whatever our own texts hold besides. A tenth of the package's font in memory, and
the same glyphs on Windows, where nobody has Noto. Noto CJK is under the OFL, whose text is laid beside it; a changed
font may not bear a reserved name, hence the family's own. Usage: python packaging/subset_fonts.py
"""

import bz2
import json
import shutil
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "assets" / "fonts"
NOTO = Path("/usr/share/fonts/opentype/noto")
LICENCE = Path("/usr/share/doc/fonts-noto-cjk/copyright")
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
SOURCE, FAMILY = "Noto Sans CJK SC", "Fingertip Sans SC"
WEIGHTS = ("Regular", "Bold")
LATIN = "".join(chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180)))
PINYIN = "ǎǐǒǔǖǘǚǜǹḿāēīōūáéíóúàèìòùüńňê"
SIGNS = "".join(chr(code) for start, end in ((0x2010, 0x2040), (0x2190, 0x21A0), (0x2460, 0x2474), (0x25A0, 0x2610),
                (0x3000, 0x3020), (0xFF01, 0xFF5F)) for code in range(start, end)) + "√×÷±≤≥≈℃№✓…·"  # fmt: skip
STAMP = "made-from.json"


def characters() -> str:
    """Everything the font shall hold, sorted."""
    listed = bz2.decompress(UNIHAN.read_bytes()).decode().splitlines()
    common = {chr(int(line.split("\t")[0][2:], 16)) for line in listed if "\tkTGH\t" in line and line[0] == "U"}
    gb2312 = {bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)}
    return "".join(sorted({*common, *"".join(gb2312), *LATIN, *PINYIN, *SIGNS, *ours()} - set("\n\r\t")))


def ours() -> set[str]:
    """The characters of our own texts."""
    endings = (".json", ".toml", ".qml", ".py")
    folders = ("kiosk", "content", "quizzes")
    paths = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in endings)
    return {char for path in paths for char in path.read_text("utf-8") if char.isprintable()}


def source(weight: str) -> TTFont:
    """The package's face of that weight for Simplified Chinese."""
    collection = TTCollection(NOTO / f"NotoSansCJK-{weight}.ttc", lazy=True)
    return next(font for font in collection.fonts if font["name"].getDebugName(1) == SOURCE)


def subset(weight: str, text: str) -> None:
    """Write one weight."""
    options = Options()
    options.layout_features = ["kern"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "GSUB"]  # nothing here is set vertically
    options.hinting = False  # half of the font, for texts of 28 pixels and more
    font = source(weight)
    subsetter = Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    names = {1: FAMILY, 3: f"{FAMILY} {weight}", 4: f"{FAMILY} {weight}", 6: f"FingertipSansSC-{weight}"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    top = font["CFF "].cff
    top.fontNames[0] = names[6]
    top.topDictIndex[0].FamilyName, top.topDictIndex[0].FullName = FAMILY, names[4]
    font.save(FONTS / f"FingertipSansSC-{weight}.otf")


def main() -> None:
    """Make the fonts unless this program made them already, of the same source and for the same characters."""
    text = characters()
    sizes = [(NOTO / f"NotoSansCJK-{weight}.ttc").stat().st_size for weight in WEIGHTS]
    program = Path(__file__).read_text("utf-8")
    stamp = json.dumps({"characters": text, "sizes": sizes, "program": program}, ensure_ascii=False)
    if (FONTS / STAMP).exists() and (FONTS / STAMP).read_text("utf-8") == stamp:
        return
    FONTS.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        subset(weight, text)
    shutil.copy(LICENCE, FONTS / "OFL.txt")
    (FONTS / STAMP).write_text(stamp, "utf-8")


if __name__ == "__main__":
    main()
