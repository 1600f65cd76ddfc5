"""Question files of 1,000, 10,000 and 50,000 items as csv, xlsx and pack: checked, and checked and installed.

Beside them the same rows as raw sqlite inserts. Wall time is what a command takes beyond an idle one. Then the lint
alone of 10,000 items, compared with each other and with the built-in banks.
Usage: python -m benchmarks.imports
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

from benchmarks.children import ROOT
from benchmarks.figures import Figure, run, say
from kiosk.core.clock import SystemClock
from kiosk.core.item import canonical
from kiosk.core.places import program_folder
from kiosk.packs.bank import Bank, bank_json
from kiosk.packs.check import check_file
from kiosk.packs.families import load_families
from kiosk.packs.lint import lint, near_installed
from kiosk.packs.native import built_in_bank
from kiosk.packs.near import NearTexts
from kiosk.packs.pack_build import build, write_whole
from kiosk.packs.reading import same_text
from kiosk.store import Store, settings

SIZES = (1_000, 10_000, 50_000)
LINTED = 10_000
AIMS = {("csv", 10_000): 0.5, ("pack", 10_000): 0.2}
HEADER = ("题干", "选项A", "选项B", "选项C", "选项D", "正确答案", "解析", "骗术")
COMMAND = [sys.executable, "-c", "import sys; from kiosk.commands import main; sys.exit(main())"]


def rows(count: int) -> list[tuple[str, ...]]:
    """Questions that differ."""
    return [
        (
            f"第{n}题：有人加你好友，说交{n}元保证金就送皮肤，你会怎么做？",
            *(f"{what}{n}" for what in ("交钱试试", "不理他，告诉家长", "转发给同学", "把账号发给他")),
            "ABCD"[n % 4],
            "先交钱再送东西是骗局常见的样子。",
            "游戏皮肤",
        )
        for n in range(count)
    ]


def prepare(folder: Path, count: int) -> float:
    """Write the same questions in each format, and them as raw inserts; the seconds that those took."""
    table = [HEADER, *rows(count)]
    made = paths(folder, count)
    made["csv"].write_text("\n".join(",".join(cells) for cells in table), "utf-8")
    with xlsxwriter.Workbook(made["xlsx"], {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(table):
            sheet.write_row(number, 0, cells)
    read = bank(made["csv"])
    write_whole(made["pack"], pack(folder / f"pack-{count}", read))
    return raw_inserts(folder / f"{count}.db", [(number, canonical(item)) for number, item in enumerate(read.items)])


def paths(folder: Path, count: int) -> dict[str, Path]:
    """Where the files of that many questions lie, by format."""
    return {kind: folder / f"{count}.{kind}" for kind in ("csv", "xlsx", "pack")}


def apart(work: str, folder: Path, count: int) -> float:
    """`prepare` or `linted` in a process of its own: a child's peak counts from its parent's size, to be kept small."""
    script = [sys.executable, "-m", "benchmarks.imports", work, str(folder), str(count)]
    return float(subprocess.run(script, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def bank(path: Path) -> Bank:
    """The items of a file."""
    found = check_file(path, load_families(program_folder() / "quizzes"), date.today()).bank
    assert found is not None
    return found


def pack(folder: Path, bank: Bank) -> bytes:
    """A pack of the items of `bank`."""
    (folder / "banks").mkdir(parents=True)
    (folder / "banks" / "one.json").write_text(json.dumps(bank_json(bank), ensure_ascii=False), "utf-8")
    head = {"format": 1, "kind": "fingertip-glow.pack", "id": "bench.items", "version": "1.0.0", "title": "题包"}
    rest = {"author": "bench", "licence": "CC0-1.0", "language": "zh", "ages": ["upper"]}
    (folder / "manifest.json").write_text(json.dumps(head | rest, ensure_ascii=False), "utf-8")
    return build(folder, date.today())[0]


def linted(folder: Path, count: int) -> float:
    """Seconds that the lint of that many items takes."""
    checked = check_file(paths(folder, count)["csv"], load_families(program_folder() / "quizzes"), date.today())
    ours = [(bank.title, same_text(item)) for bank in built_in() for item in bank.items]
    begun = time.perf_counter()
    list(lint(checked.taken, date.today(), checked.taken[0].row))
    list(near_installed(checked.taken, ours))
    known = NearTexts()
    for one in checked.taken:
        known.find(text := same_text(one.item))
        known.add(text)
    return time.perf_counter() - begun


def built_in() -> list[Bank]:
    """The banks of this program."""
    found = [built_in_bank(path) for path in sorted((program_folder() / "quizzes").glob("*.json"))]
    return [bank for bank in found if bank]


def command(*arguments: str | Path) -> tuple[float, float]:
    """Seconds and peak megabytes of `kiosk …`."""
    begun = time.perf_counter()
    child = subprocess.Popen([*COMMAND, *map(str, arguments)], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, arguments
    return time.perf_counter() - begun, used.ru_maxrss / 1024


def raw_inserts(path: Path, texts: Sequence[tuple[int, str]]) -> float:
    """Seconds for the same texts in one bare transaction."""
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE item (number INTEGER PRIMARY KEY, body TEXT)")
    begun = time.perf_counter()
    with db:
        db.executemany("INSERT INTO item VALUES (?, ?)", texts)
    taken = time.perf_counter() - begun
    db.close()
    return taken


def new_home(home: Path) -> Path:
    """A home with the built-in banks that takes our unsigned packs."""
    command("pack", "list", "--home", home)
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    settings.save(store, "allow_unsigned_packs", True).result()
    store.close()
    return home


def measure() -> list[Figure]:
    """Check and install, the best of three where that is quick."""
    figures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        idle = min(command("pack", "--help")[0] for _ in range(3))
        for size in SIZES:
            floor = apart("prepare", folder, size)
            for kind, path in paths(folder, size).items():
                say(f"{size} as {kind}")
                checks = [command("pack", "check", path) for _ in range(3 if size < SIZES[-1] else 1)]
                seconds, peak = min(checks)
                aim = AIMS.get((kind, size))
                figures.append(Figure(f"check {size} as {kind}", seconds - idle, "s", floor, aim))
                figures.append(Figure(f"check {size} as {kind}, peak", peak, "MB", None, 100))
                home = new_home(folder / f"home-{size}-{kind}")
                seconds, peak = command("pack", "install", path, "--home", home)
                figures.append(Figure(f"install {size} as {kind}", seconds - idle, "s", floor))
                figures.append(Figure(f"install {size} as {kind}, peak", peak, "MB"))
            if size == LINTED:
                figures.append(Figure(f"lint {size}", apart("linted", folder, size), "s", None, 3))
    return figures


if __name__ == "__main__":
    if len(sys.argv) == 4:
        work = {"prepare": prepare, "linted": linted}[sys.argv[1]]
        print(work(Path(sys.argv[2]), int(sys.argv[3])))
    else:
        run("imports", measure)
