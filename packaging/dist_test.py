"""Prove the frozen program on a bare Debian: no Python, an empty environment, every line of output accounted for.

Usage (as root; `make dist-test`): python packaging/dist_test.py. It makes a Debian in `build/dist-test/root` once, by
debootstrap, puts `dist/kiosk/` into it and does what a base does: a workbook checked and installed, a sentence spoken,
one second recorded from a virtual microphone, exports as csv, xlsx and PDF, records sent to a hub, a look at its
health, and the whole tour on an X server and without one. The hub runs outside, in the environment that runs this.
"""

import json
import os
import re
import shutil
import sys
import time
import zipfile

from bare_debian import BARE, ROOT, bootstrap, inside, mounted
from dist_hub import hub
from dist_microphone import record

DIST = ROOT / "dist" / "kiosk"
WORKBOOK = ROOT / "tests" / "packs" / "files" / "有错的-反诈题库.xlsx"
PERIOD = ("--year", time.strftime("%Y"))
ALLOWED = (
    r"",
    r"走完了：.*",
    r"没有找到麦克风.*",
    r"能玩：.*|已装好.*|.*（[a-z-]*xlsx）",
    r"\s+【(要改|留意|小提示)】 .*",
    r"[a-z]+(-glow)?\.\w+　.*　正在使用",
    r"加入了 500 道模拟答题.*",
    r"已写好.*|SHA-256 [0-9a-f]{64}",
    r"已接入“样例基地”的云端 https://127\.0\.0\.1:\d+，展台编号 .*",
    r"送出 (\d+) 条，云端收下 \1 条，拒收 0 条，还有 0 条等待。",
    r"另外送出：题目原文 \d+ 篇。云端没有新的安排。",
    r"云端 https://127\.0\.0\.1:\d+（样例基地）。记录都已送达；.*；拒收 0 条。",
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


def kiosk(
    *arguments: str, codes: tuple[int, ...] = (0,), before: tuple[str, ...] = (), **environment: str
) -> list[str]:
    """Run the program; what was wrong."""
    print("kiosk", *arguments, end=" ", flush=True)
    begun = time.monotonic()
    code, said = inside(*before, "/opt/kiosk/kiosk", *arguments, **environment)
    print(f"({time.monotonic() - begun:.0f} s)", flush=True)
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
    print("a sentence", flush=True)
    asked = json.dumps({"text": "你好，小播报员。", "language": "zh", "folder": "/tmp", "manner": ""})
    code, said = inside("/opt/kiosk/kiosk", "--run-module", "kiosk.devices.speech_child", given=asked)
    spoken = code == 0 and (answer := json.loads(said)) and answer.get("file")
    made = spoken and (BARE / "tmp" / answer["file"]).stat().st_size > 20_000
    return [] if made else [f"no sentence was spoken: {code} {said}"]


def exports() -> list[str]:
    """The journal comes out, in every kind of file."""
    faults = [
        *kiosk("simulate", "--answers", "500"),
        *kiosk("export", "log", "/tmp/log.csv"),
        *kiosk("export", "log", "--format", "xlsx", "/tmp/log.xlsx"),
        *kiosk("export", "ledger", "--format", "pdf", "--every-origin", *PERIOD, "/tmp/ledger.pdf"),
        *kiosk("export", "ledger", "--format", "xlsx", "--every-origin", *PERIOD, "/tmp/ledger.xlsx"),
    ]
    for name in ("log.xlsx", "ledger.xlsx"):
        if not zipfile.is_zipfile(BARE / "tmp" / name):
            faults.append(f"{name} is no workbook")
    pdf = (BARE / "tmp" / "ledger.pdf").read_bytes()
    return faults if pdf.startswith(b"%PDF-") and b"%%EOF" in pdf[-32:] else [*faults, "ledger.pdf is no PDF"]


def sync() -> list[str]:
    """What was recorded goes to a hub; a second time nothing waits."""
    with hub() as served:
        return [
            *kiosk("sync", "enroll", served.url, served.code),
            *kiosk("sync", "now"),
            *kiosk("sync", "status"),
        ]


def health() -> list[str]:
    """It says how it is; a new home has no PIN and no backup yet."""
    return kiosk("health", codes=(0, 1))


STEPS = (pack, voice, record, exports, sync, health, tours)

if __name__ == "__main__":
    sys.exit(main())
