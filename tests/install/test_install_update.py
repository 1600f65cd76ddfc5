"""Updates from a stick: signed, whole, tried out, switched in one step, and taken back when they do not start."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.programs import TRIAL
from kiosk.install import release, update
from kiosk.install.update import Place
from kiosk.store import Store

GUARD = Path(__file__).parents[2] / "packaging" / "linux" / "guard"
PRIVATE = Ed25519PrivateKey.generate()
KEY = PRIVATE.public_key().public_bytes_raw().hex()
SHOWS = "#!/bin/sh\necho beat\necho shown\nexec sleep 60\n"
FAILS = "#!/bin/sh\necho a library is missing\nexit 1\n"


def program(folder: Path, text: str = SHOWS) -> Path:
    """A frozen program that says what the screen says to its supervisor."""
    (folder / "_internal").mkdir(parents=True)
    (folder / "kiosk").write_text(text)
    (folder / "kiosk").chmod(0o755)
    (folder / "_internal" / "data.bin").write_bytes(os.urandom(300_000))
    (folder / "_internal" / "lib.so").symlink_to("data.bin")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Version 1.0.0 in use, with a home."""
    here = Place(tmp_path / "opt", tmp_path / "home")
    program(here.folder("1.0.0"))
    update.switch(here, "1.0.0")
    Store.open(here.data, SteppedClock()).close()
    return here


def made(tmp_path: Path, version: str = "1.1.0", text: str = SHOWS) -> Path:
    """A release on a stick."""
    out = tmp_path / f"fingertip-glow-{version}.release"
    release.build(program(tmp_path / f"build-{version}", text), version, PRIVATE, out)
    return out


def test_a_release_takes_the_place_of_the_present_program(place: Place, tmp_path: Path) -> None:
    """With its links and rights; the old one stays beside it, the database is kept, the trial begins."""
    steps: list[tuple[int, int]] = []
    assert update.apply(place, made(tmp_path), KEY, lambda done, whole: steps.append((done, whole))) == "1.1.0"
    assert place.current == "1.1.0"
    assert os.access(place.program / "current" / "kiosk", os.X_OK)
    assert (place.program / "current" / "_internal" / "lib.so").is_symlink()
    assert place.folder("1.0.0").exists()
    assert (place.data / TRIAL).read_text() == "1.0.0\n0\n"
    assert steps[-1][0] == steps[-1][1]
    with sqlite3.connect(place.data / update.BEFORE) as kept:
        assert kept.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    update.apply(place, made(tmp_path, "1.2.0"), KEY)
    assert sorted(path.name for path in (place.program / "releases").iterdir()) == ["1.1.0", "1.2.0"]


def refused(place: Place, path: Path, code: str, key: str = KEY) -> None:
    """It is refused with this code and nothing has changed."""
    before = sorted(str(one) for one in place.program.rglob("*"))
    with pytest.raises(KioskError) as told:
        update.apply(place, path, key)
    assert told.value.code == code
    assert sorted(str(one) for one in place.program.rglob("*")) == before
    assert place.current == "1.0.0"
    assert not (place.data / TRIAL).exists()


def test_another_maker_is_refused(place: Place, tmp_path: Path) -> None:
    """Whoever has not the key cannot put a program on this machine."""
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw().hex()
    refused(place, made(tmp_path), "install.release_foreign", other)


@pytest.mark.parametrize(("version", "code"), [("0.9.9", "install.update_older"), ("1.0.0", "install.update_same")])
def test_no_way_back(place: Place, tmp_path: Path, version: str, code: str) -> None:
    """An older program could not read the data of a newer one."""
    refused(place, made(tmp_path, version), code)


def test_a_changed_file_is_refused(place: Place, tmp_path: Path) -> None:
    """One byte of one file, with the signature untouched."""
    path, forged = made(tmp_path), tmp_path / "forged.release"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(forged, "w") as sink:
        for name in source.namelist():
            data = source.read(name)
            sink.writestr(name, data[:-1] + b"\0" if name.endswith("data.bin") else data)
    refused(place, forged, "install.release_broken")


@pytest.mark.parametrize("keep", [0.0, 0.5, 0.99])
def test_a_cut_file_is_refused(place: Place, tmp_path: Path, keep: float) -> None:
    """The stick was pulled while it was written."""
    path = made(tmp_path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    refused(place, path, "install.release_broken")


def test_a_release_for_another_machine_is_refused(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would not even start."""
    monkeypatch.setattr(release, "here", lambda: "linux-mips")
    path = made(tmp_path)
    monkeypatch.undo()
    refused(place, path, "install.release_platform")


def test_one_that_shows_no_screen_is_not_taken(place: Place, tmp_path: Path) -> None:
    """It is tried out before anything is switched."""
    refused(place, made(tmp_path, text=FAILS), "install.smoke_failed")


@pytest.mark.parametrize("name", ["../../outside", "/etc/passwd", "_internal/../../x"])
def test_no_file_leaves_its_folder(tmp_path: Path, name: str) -> None:
    """Even a maker's mistake writes nowhere else."""
    manifest = release.Manifest("1.1.0", release.here(), {name: ("0" * 64, 1, False)}, {})
    with pytest.raises(KioskError, match=r"lies outside|is no place"):
        release.unpack(made(tmp_path), manifest, tmp_path / "out" / "deep")


def starts(place: Place, times: int) -> None:
    """What systemd does before each start of the kiosk."""
    for _ in range(times):
        subprocess.run(["sh", str(GUARD), str(place.data), str(place.program)], check=True)


def test_three_failed_starts_bring_the_old_one_back(place: Place, tmp_path: Path) -> None:
    """With the database as it was, and a word for staff."""
    update.apply(place, made(tmp_path), KEY)
    (place.data / "kiosk.db").write_bytes(b"a newer program has changed this")
    starts(place, 3)
    assert place.current == "1.1.0"
    starts(place, 1)
    assert place.current == "1.0.0"
    assert update.failed_version(place.data) == "1.1.0"
    assert (place.data / "kiosk.db.from-1.1.0").read_bytes() == b"a newer program has changed this"
    store = Store.open(place.data, SteppedClock())
    assert not store.state().trouble
    store.close()
    starts(place, 5)
    assert place.current == "1.0.0"


def test_a_first_screen_ends_the_trial(place: Place, tmp_path: Path) -> None:
    """The supervisor removes the file; whatever comes later, the new version stays."""
    update.apply(place, made(tmp_path), KEY)
    starts(place, 2)
    (place.data / TRIAL).unlink()
    starts(place, 9)
    assert place.current == "1.1.0"
    assert update.failed_version(place.data) == ""


@pytest.mark.parametrize("text", ["", "../evil\n9\n", "1.0.0\nmany\n", "no such version\n7\n"])
def test_a_spoiled_trial_harms_nothing(place: Place, text: str) -> None:
    """A power cut may leave anything there."""
    (place.data / TRIAL).write_text(text)
    starts(place, 2)
    assert place.current == "1.0.0"


def test_it_may_be_killed_at_any_moment(place: Place, tmp_path: Path) -> None:
    """Whatever a killed update has left, the present program runs and the next update succeeds."""
    part = place.folder(".1.1.0.part")
    (part / "_internal").mkdir(parents=True)
    (part / "half").write_text("x")
    (place.program / ".current.part").symlink_to("releases/1.1.0")
    assert place.current == "1.0.0"
    assert update.apply(place, made(tmp_path), KEY) == "1.1.0"
    assert not part.exists()
    shutil.rmtree(place.program)


@pytest.fixture
def open_ground(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that every user of this machine may enter and write to, as /tmp is."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        Path(name).chmod(0o1777)
        monkeypatch.setattr(tempfile, "tempdir", name)
        yield Path(name)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root becomes somebody else")
def test_root_works_in_the_data_folder_as_its_owner(open_ground: Path) -> None:
    """What update and guard leave there is the kiosk's; the new program is tried out as the kiosk's user."""
    nobody = 65_534
    place = Place(open_ground / "opt", open_ground / "home")
    program(place.folder("1.0.0"))
    update.switch(place, "1.0.0")
    Store.open(place.data, SteppedClock()).close()
    for path in (place.data, *place.data.rglob("*")):
        os.chown(path, nobody, nobody)
    who = open_ground / "who"
    update.apply(place, made(open_ground, text=f"#!/bin/sh\nid -u >{who}\n{SHOWS}"), KEY)
    assert who.read_text() == f"{nobody}\n"
    assert os.geteuid() == 0
    starts(place, 4)
    assert place.current == "1.0.0"
    assert update.failed_version(place.data) == "1.1.0"
    names = {path.name for path in place.data.iterdir()}
    assert {"kiosk.db", "kiosk.db.from-1.1.0", "update-failed", update.BEFORE} <= names
    assert {path.stat().st_uid for path in place.data.rglob("*")} == {nobody}
