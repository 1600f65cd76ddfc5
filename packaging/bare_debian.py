"""A bare Debian in `build/dist-test/`: no Python, no font, an empty environment; for trying what is shipped."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
BARE = ROOT / "build" / "dist-test" / "root"
# What Qt and sound ask of the system, an X server, a voice; no font, no Python.
PACKAGES = (
    "libgl1,libegl1,libxkbcommon-x11-0,libxcb-cursor0,libxcb-icccm4,libxcb-image0,libxcb-keysyms1,libxcb-render-util0,"
    "libfontconfig1,libdbus-1-3,libglib2.0-0,libpulse0,pulseaudio,espeak-ng,libespeak-ng1,xvfb,xauth"
)
PLACES = {"proc": ("-t", "proc", "proc"), "dev": ("--rbind", "/dev"), "tmp": ("-t", "tmpfs", "tmpfs")}
"""The kernel's own folders, and how each is mounted."""
SETTINGS = {"PATH": "/usr/bin:/bin", "HOME": "/tmp", "KIOSK_HOME": "/tmp/home"}


def mirror() -> str:
    """Where apt gets its packages on this machine."""
    asked = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()[0]


def bootstrap(root: Path = BARE, packages: str = PACKAGES, suite: str = "bookworm") -> None:
    """A bare Debian with what the README asks a machine to have."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    subprocess.run(
        ["debootstrap", "--variant=minbase", f"--include={packages}", suite, str(root), mirror()], check=True
    )


@contextmanager
def mounted(root: Path = BARE) -> Iterator[None]:
    """The kernel's own folders, for as long as it lasts."""
    for name, source in PLACES.items():
        subprocess.run(["mount", *source, str(root / name)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "--make-rslave", str(root / "dev")], check=True)
        for name in reversed(PLACES):
            subprocess.run(["umount", "-l", str(root / name)], check=True)


def command(*words: str, root: Path = BARE, **environment: str) -> list[str]:
    """The command line that runs `words` in there with nothing but `environment`."""
    settings = SETTINGS | environment
    return ["chroot", str(root), "env", "-i", *(f"{name}={value}" for name, value in settings.items()), *words]


def inside(*words: str, given: str = "", root: Path = BARE, **environment: str) -> tuple[int, str]:
    """Run `words` in there; the exit code and all that was said."""
    done = subprocess.run(
        command(*words, root=root, **environment),
        input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=1800,
    )  # fmt: skip
    return done.returncode, done.stdout
