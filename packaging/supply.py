"""What the program is made of: a bill of materials (CycloneDX), a page of licences, and a check that they fit.

Usage: python packaging/supply.py [FOLDER]. Without a folder it only checks; with one it writes `sbom.cdx.json` and
`LICENCES.md` there. Exit code 1 names each licence that does not fit. Ours is Apache-2.0: what is shipped may be
permissive, or a library of its own under a weak copyleft (LGPL: PySide6, unchanged and replaceable in its folder;
MPL: pyttsx3). Tools for building and testing are not shipped and not looked at.
"""

import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
OURS = "fingertip-glow"
SHIPPED = ("hub",)
"""The extras whose packages are shipped beside those of the kiosk itself."""
FITS = re.compile(r"Apache|MIT|BSD|ISC|MPL|PSF|Python Software|Mozilla|Zlib|CC0|LGPL|Public Domain", re.IGNORECASE)
NEVER = re.compile(r"\bA?GPL|Affero|Commercial|SSPL", re.IGNORECASE)
FIELDS = ("License-Expression", "License-Metadata", "License-Classifier")


def canonical(name: str) -> str:
    """The name by which two spellings of a package are one."""
    return re.sub(r"[-_.]+", "-", name).lower()


def shipped(extras: tuple[str, ...] = SHIPPED) -> set[str]:
    """The canonical names of all packages here that the program with `extras` needs, by way of whatever needs them."""
    found: set[str] = set()
    todo = [(OURS, extras)]
    while todo:
        package, chosen = todo.pop()
        for need in map(Requirement, requires(package) or ()):
            asked = need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *chosen))
            if asked and canonical(need.name) not in found and installed(need.name):
                found.add(canonical(need.name))
                todo.append((need.name, tuple(need.extras)))
    return found


def installed(name: str) -> bool:
    """Whether the package is here: what another system needs is not."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def fits(licence: str) -> bool:
    """Whether a package under `licence` may be shipped; of `A OR B` one is enough."""
    return any(FITS.search(one) and not NEVER.search(one) for one in re.split(r"\bOR\b|;", licence))


def licences(names: set[str]) -> list[dict[str, str]]:
    """`Name`, `Version`, `licence` and `URL` of each of the packages, as they say themselves."""
    command = [str(BIN / "pip-licenses"), "--from=all", "--with-urls", "--with-system", "--format=json"]
    rows = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for row in rows:
        row["licence"] = next((row[name] for name in FIELDS if row[name] != "UNKNOWN"), "UNKNOWN")
    return [row for row in rows if canonical(row["Name"]) in names]


def bill(names: set[str]) -> dict[str, Any]:
    """The bill of materials of the packages, without the tools that lie beside them."""
    command = [str(BIN / "cyclonedx-py"), "environment", "--output-reproducible", "--pyproject", "pyproject.toml"]
    said = subprocess.run([*command, sys.executable], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    whole: dict[str, Any] = json.loads(said)
    whole["components"] = [one for one in whole["components"] if canonical(one["name"]) in names]
    known = {one["bom-ref"] for one in whole["components"]} | {whole["metadata"]["component"]["bom-ref"]}
    links = [one for one in whole["dependencies"] if one["ref"] in known]
    for one in links:
        one["dependsOn"] = [ref for ref in one.get("dependsOn", ()) if ref in known]
    whole["dependencies"] = links
    return whole


def page(rows: list[dict[str, str]]) -> str:
    """The licences as a table to read."""
    head = ["# What this program is made of", "", "| package | version | licence | address |", "|---|---|---|---|"]
    lines = [f"| {row['Name']} | {row['Version']} | {row['licence']} | {row['URL']} |" for row in rows]
    font = "Fonts in `assets/fonts` are made of Noto Sans CJK SC, SIL Open Font License 1.1; its text lies beside them."
    return "\n".join([*head, *lines, "", font, ""])


def main(folder: Path | None) -> int:
    """Check, write if asked to, and give the exit code."""
    names = shipped()
    rows = licences(names)
    if lost := names - {canonical(row["Name"]) for row in rows}:
        print(f"no licence is known of {', '.join(sorted(lost))}", file=sys.stderr)
    bad = [row for row in rows if not fits(row["licence"])]
    for row in bad:
        print(f"{row['Name']} {row['Version']}: “{row['licence']}” does not fit Apache-2.0", file=sys.stderr)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "sbom.cdx.json").write_text(json.dumps(bill(names), indent=1) + "\n", "utf-8")
        (folder / "LICENCES.md").write_text(page(rows), "utf-8")
    return 1 if bad or lost else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
