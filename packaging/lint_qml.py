"""Lints every QML file with the types of the Python view models beside it: `qmllint -W 0`.

qmllint knows Python types only through `.qmltypes`, so a copy of the QML tree is made in `build/qml` and the types
of each folder are generated into it.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CPP_NAMES = {"dict": "QVariantMap", "list": "QVariantList", "float": "double", "object": "QVariant"}
"""What PySide6 makes of Python types at run time; its metaobjectdump leaves these names as they are."""
BUILD = ROOT / "build" / "qml"
TOOLS = Path(sys.executable).parent


def tool(name: str, *arguments: str | Path) -> str:
    """Run one of PySide6's tools and return what it printed."""
    done = subprocess.run([TOOLS / name, *map(str, arguments)], check=True, capture_output=True, text=True)
    return done.stdout


def in_cpp(described: Any) -> Any:
    """The description with Python's type names replaced by those that QML knows."""
    if isinstance(described, list):
        return [in_cpp(one) for one in described]
    if isinstance(described, dict):
        return {
            key: CPP_NAMES.get(value, value) if key in ("type", "returnType") else in_cpp(value)
            for key, value in described.items()
        }
    return described


def describe(folder: Path) -> None:
    """Write the `.qmltypes` of the Python types in `folder` and name the file in the copied qmldir."""
    module = ".".join(folder.relative_to(ROOT).parts)
    target = BUILD / folder.relative_to(ROOT)
    sources = [path for path in folder.glob("*.py") if "QML_IMPORT_NAME" in path.read_text("utf-8")]
    if not sources:
        return
    described = json.loads(tool("pyside6-metaobjectdump", *sorted(sources)))
    (target / "types.json").write_text(json.dumps(in_cpp(described)), "utf-8")
    tool(
        "pyside6-qmltyperegistrar",
        *("--generate-qmltypes", target / "types.qmltypes", "-o", target / "unused.cpp"),
        *("--import-name", module, "--major-version", "1", "--minor-version", "0", target / "types.json"),
    )
    with (target / "qmldir").open("a", encoding="utf-8") as qmldir:
        qmldir.write("typeinfo types.qmltypes\n")


def main() -> int:
    """Copy, describe, lint; the exit code is qmllint's."""
    shutil.rmtree(BUILD, ignore_errors=True)
    files = sorted((ROOT / "kiosk").rglob("*.qml"))
    for file in [*files, *(ROOT / "kiosk").rglob("qmldir")]:
        target = BUILD / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    for qmldir in (ROOT / "kiosk").rglob("qmldir"):
        describe(qmldir.parent)
    copies = [BUILD / file.relative_to(ROOT) for file in files]
    return subprocess.run([TOOLS / "pyside6-qmllint", "-W", "0", "-I", BUILD, *copies], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
