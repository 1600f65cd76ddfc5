"""Freeze the program into `dist/kiosk/`, lay its bill of materials beside it, and say what it became.

Usage: python packaging/make_dist.py. Says the size, the libraries over 10 MB, and the newest GLIBC that is asked for;
README.md must say the same.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist" / "kiosk"
BIN = Path(sys.executable).parent
LARGE = 10_000_000
MOST = 260_000_000
NEAR_MB = 5
STRIPPED = (
    *("libpython*", "python3.*/lib-dynload/*.so", "cryptography/**/*.so", "python_calamine/*.so"),
    *("fontTools/**/*.so", "PIL/*.so"),
)
"""What still carries names for debuggers; libraries that patchelf has changed do not survive stripping."""
SYMBOL = re.compile(r"GLIBC_(\d+(?:\.\d+)+)")


def run(*command: str | Path) -> None:
    """Run one step; a failing one ends it all."""
    # A fixed hash seed and date: two builds of one commit shall not differ by them.
    stamp = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True)
    fixed = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": stamp.stdout.strip()}
    subprocess.run([str(one) for one in command], cwd=ROOT, env={**os.environ, **fixed}, check=True)


def files() -> list[Path]:
    """Everything in the program folder, links left out."""
    return sorted(path for path in DIST.rglob("*") if path.is_file() and not path.is_symlink())


def glibc(paths: list[Path]) -> tuple[str, str]:
    """The newest GLIBC version that a library of ours asks for, and which does."""
    found = ((), "")
    for path in paths:
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF":
                continue
        said = subprocess.run(["objdump", "-T", str(path)], capture_output=True, text=True, check=False).stdout
        for version in SYMBOL.findall(said):
            found = max(found, (tuple(map(int, version.split("."))), path.name))
    return ".".join(map(str, found[0])), found[1]


def untold(size: int, large: list[Path], version: str) -> list[str]:
    """What README.md says otherwise of the program, or not at all."""
    readme = (ROOT / "README.md").read_text("utf-8")
    named = tuple(re.findall(r"^\| `(\w+)`", readme.partition("## The frozen program")[2], re.MULTILINE))
    faults = [f"`{path.name}` is not justified" for path in large if not path.name.startswith(named)]
    told = re.search(r"(\d+) MB in one folder", readme)
    if told is None or abs(int(told[1]) - size / 1e6) > NEAR_MB:
        faults.append("the size is another")
    return faults if f"GLIBC_{version} " in readme else [*faults, f"GLIBC_{version} is not told"]


def main() -> int:
    """Build and report; the exit code is 1 when the folder is larger than it may be, or README.md tells otherwise."""
    run(sys.executable, "packaging/subset_fonts.py")
    run(
        BIN / "pyinstaller",
        "--noconfirm",
        "--clean",
        "--log-level",
        "ERROR",
        "--workpath",
        "build/freeze",
        "build.spec",
    )
    if sys.platform == "linux":
        paths = [path for pattern in STRIPPED for path in (DIST / "_internal").glob(pattern) if not path.is_symlink()]
        run("strip", "--strip-unneeded", *paths)
    run(sys.executable, "packaging/supply.py", DIST)
    paths = files()
    size = sum(path.stat().st_size for path in paths)
    version, asker = glibc(paths)
    print(f"dist/kiosk: {size / 1e6:.0f} MB in {len(paths)} files (at most {MOST / 1e6:.0f} MB)")
    large = sorted((one for one in paths if one.stat().st_size > LARGE), key=lambda one: -one.stat().st_size)
    for path in large:
        print(f"  {path.stat().st_size / 1e6:5.1f} MB  {path.name}")
    print(f"newest symbol: GLIBC_{version} ({asker})")
    faults = untold(size, large, version)
    for fault in faults:
        print(f"README.md: {fault}", file=sys.stderr)
    return 0 if size <= MOST and not faults else 1


if __name__ == "__main__":
    sys.exit(main())
