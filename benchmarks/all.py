"""All benchmarks, each in a process of its own, and one table. Usage: python -m benchmarks.all"""

import subprocess
import sys

from benchmarks.children import ROOT
from benchmarks.figures import OUT, saved_figures, say, table

SCRIPTS = (
    "start",
    "back",
    "touch",
    "standing",
    "commit",
    "full_home",
    "exports",
    "imports",
    "frames",
    "play",
    "big_bank",
    "recording",
    "puzzle",
    "hub",
    "hub_stored",
    "hub_pages",
)


def main() -> int:
    """0 when every script ran, whether or not its aims are met."""
    failed = []
    for old in OUT.glob("*.json"):
        old.unlink()
    for script in SCRIPTS:
        say(f"— {script}")
        command = [sys.executable, "-m", f"benchmarks.{script}"]
        if subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode:
            failed.append(script)
    print("\n".join(table(saved_figures())))
    for script in failed:
        print(f"{script} did not run")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
