"""Prove the frozen program on a bare Debian: no Python, an empty environment, every line of output accounted for.

Usage (as root; `make dist-test`): python packaging/dist_test.py. It makes a Debian in `build/dist-test/root` once, by
debootstrap, puts `dist/kiosk/` into it and does what a base does: the whole tour on an X server and without one, a
workbook checked and installed, a sentence spoken, an export, a look at its health.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist" / "kiosk"
BARE = ROOT / "build" / "dist-test" / "root"
WORKBOOK = ROOT / "tests" / "packs" / "files" / "有错的-反诈题库.xlsx"
# What Qt and sound ask of the system, an X server, a voice; no font, no Python.
PACKAGES = (
    "libgl1,libegl1,libxkbcommon-x11-0,libxcb-cursor0,libxcb-icccm4,libxcb-image0,libxcb-keysyms1,libxcb-render-util0,"
    "libfontconfig1,libdbus-1-3,libglib2.0-0,libpulse0,pulseaudio,espeak-ng,libespeak-ng1,xvfb,xauth"
)
ALLOWED = (
    r"",
    r"走完了：.*",
    r"没有找到麦克风.*",
    r"能玩：.*|已装好.*|.*（[a-z-]*xlsx）",
    r"\s+【(要改|留意|小提示)】 .*",
    r"[a-z]+(-glow)?\.\w+　.*　正在使用",
    r"加入了 500 道模拟答题.*",
    r"已写好.*|SHA-256 [0-9a-f]{64}",
    r"(好|留意)　.*",
)
"""Every line that a healthy run may say; any other fails the test."""


def main() -> int:
    """Run it all; the exit code is 1 when anything was not as it should be."""
    if os.geteuid() != 0:
        print("this needs root, for a Debian of its own: sudo make dist-test", file=sys.stderr)
        return 1
    if not (BARE / "usr" / "bin" / "Xvfb").exists():
        bootstrap()
    assert not list((BARE / "usr" / "bin").glob("python3*")), "that Debian has Python: the proof is worth nothing"
    shutil.rmtree(BARE / "opt", ignore_errors=True)
    shutil.copytree(DIST, BARE / "opt" / "kiosk", symlinks=True)
    shutil.copy(WORKBOOK, BARE / "opt" / "bank.xlsx")
    with mounted():
        faults = [fault for step in STEPS for fault in step()]
    for fault in faults:
        print(fault, file=sys.stderr)
    print("the frozen program: " + ("all is well" if not faults else f"{len(faults)} faults"))
    return 1 if faults else 0


def bootstrap() -> None:
    """A bare Debian with what the README asks a machine to have."""
    asked = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]
    mirror = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()[0]
    shutil.rmtree(BARE, ignore_errors=True)
    BARE.mkdir(parents=True)
    subprocess.run(
        ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", "bookworm", str(BARE), mirror], check=True
    )


@contextmanager
def mounted() -> Iterator[None]:
    """The kernel's own folders, for as long as it lasts."""
    places = {"proc": ("-t", "proc", "proc"), "dev": ("--rbind", "/dev"), "tmp": ("-t", "tmpfs", "tmpfs")}
    for name, source in places.items():
        subprocess.run(["mount", *source, str(BARE / name)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "--make-rslave", str(BARE / "dev")], check=True)
        for name in reversed(places):
            subprocess.run(["umount", "-l", str(BARE / name)], check=True)


def inside(*command: str, given: str = "", **environment: str) -> tuple[int, str]:
    """Run `command` in there with nothing but `environment`; its exit code and all it said."""
    settings = {"PATH": "/usr/bin:/bin", "HOME": "/tmp", "KIOSK_HOME": "/tmp/home", **environment}
    words = ["chroot", str(BARE), "env", "-i", *(f"{name}={value}" for name, value in settings.items()), *command]
    done = subprocess.run(
        words, input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=900
    )
    return done.returncode, done.stdout


def kiosk(
    *arguments: str, codes: tuple[int, ...] = (0,), before: tuple[str, ...] = (), **environment: str
) -> list[str]:
    """Run the program; what was wrong."""
    print("kiosk", *arguments, flush=True)
    code, said = inside(*before, "/opt/kiosk/kiosk", *arguments, **environment)
    faults = [] if code in codes else [f"kiosk {' '.join(arguments)}: exit code {code}\n{said}"]
    unlisted = [line for line in said.splitlines() if not any(re.fullmatch(one, line) for one in ALLOWED)]
    return faults + [f"kiosk {' '.join(arguments)}: not on the list: {line}" for line in unlisted]


def tours() -> list[str]:
    """The whole tour by xcb under an X server, and offscreen."""
    x = ("xvfb-run", "-a", "-s", "-screen 0 1920x1080x24")
    faults = kiosk("tour", "--out", "/tmp/x", "--seed", "3", before=x, QT_QPA_PLATFORM="xcb")
    return faults + kiosk("tour", "--out", "/tmp/off", "--seed", "4", QT_QPA_PLATFORM="offscreen")


def pack() -> list[str]:
    """A teacher's workbook comes in."""
    faults = kiosk("pack", "check", "/opt/bank.xlsx", codes=(0, 1))
    faults += kiosk("pack", "install", "/opt/bank.xlsx", codes=(0, 1))
    return faults + kiosk("pack", "list")


def voice() -> list[str]:
    """A sentence is spoken into a file."""
    print("a sentence")
    asked = json.dumps({"text": "你好，小播报员。", "language": "zh", "folder": "/tmp"})
    code, said = inside("/opt/kiosk/kiosk", "--run-module", "kiosk.devices.speech_child", given=asked)
    spoken = code == 0 and (answer := json.loads(said)) and answer.get("file")
    made = spoken and (BARE / "tmp" / answer["file"]).stat().st_size > 20_000
    return [] if made else [f"no sentence was spoken: {code} {said}"]


def exports() -> list[str]:
    """The journal comes out."""
    return [
        *kiosk("simulate", "--answers", "500"),
        *kiosk("export", "log", "/tmp/log.csv"),
        *kiosk("export", "log", "--format", "xlsx", "/tmp/log.xlsx"),
    ]


def health() -> list[str]:
    """It says how it is; a new home has no PIN and no backup yet."""
    return kiosk("health", codes=(0, 1))


STEPS = (pack, voice, exports, health, tours)

if __name__ == "__main__":
    sys.exit(main())
