"""Installing pack files: whose come in, versions side by side, and all or nothing whatever happens."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.packs import trust
from kiosk.packs.check import Checked
from kiosk.packs.content import ContentShelf
from kiosk.packs.keys import public
from kiosk.packs.library import Library
from kiosk.packs.pack_build import signed
from kiosk.store import Store, settings
from tests.packs.pack_help import KEY, OTHER, as_json, number_file, pack_bytes, png
from tests.packs.packs_help import CheckText, choice

Make = Callable[..., Checked]


@pytest.fixture
def make(tmp_path: Path, check_text: CheckText) -> Make:
    """A checked pack, signed by the key that the base trusts unless said otherwise."""

    def one(*names: str, key: object = KEY, **manifest: object) -> Checked:
        data = pack_bytes(tmp_path / "folder", *(choice(name) for name in names), **manifest)
        return check_text(signed(data, key) if key else data, "pack.glow")  # type: ignore[arg-type]

    return one


@pytest.fixture
def trusting(store: Store) -> Store:
    """The store of a base that trusts KEY."""
    trust.add(store, public(KEY), "教研室", 1)
    return store


def files(store: Store) -> list[str]:
    """What lies in the folder of packs."""
    folder = store.home / "packs"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def played(library: Library) -> set[str]:
    """Ids of everything that can be played."""
    return {found.item.id for found in library.pick("game_skin", 100, random=Random(1))}


def test_a_trusted_pack_comes_in_whole(library: Library, trusting: Store, make: Make) -> None:
    """Its items play under its name and hash; its file lies in the home; who signed it is known."""
    checked = make("a")
    assert checked.pack is not None
    row = library.install_checked(checked)
    (found,) = library.pick("game_skin", 9, random=Random(1))
    assert (found.pack, found.pack_hash) == ("school.first", checked.pack.hash) == (row.id, row.hash)
    assert (row.signer, files(trusting)) == (public(KEY), [row.file])
    assert (trusting.home / "packs" / row.file).read_bytes() == checked.pack.data
    assert library.install_checked(checked) == row


def test_unsigned_packs_and_unknown_keys_need_the_setting(library: Library, trusting: Store, make: Make) -> None:
    """Refused with a sentence each; nothing is left; with the setting they come in and stay marked."""
    for checked, code in ((make("a", key=None), "packs.unsigned"), (make("a", key=OTHER), "packs.key_unknown")):
        with pytest.raises(KioskError, match=code):
            library.install_checked(checked)
    assert (files(trusting), library.installed()) == ([], [])
    settings.save(trusting, "allow_unsigned_packs", True).result()
    assert library.install_checked(make("a", key=None)).signer == ""


def test_a_pack_that_was_signed_since_loses_its_mark(library: Library, trusting: Store, make: Make) -> None:
    """Installed again, signed: the same version, and known to be whose it is. Unsigned again, it stays so."""
    settings.save(trusting, "allow_unsigned_packs", True).result()
    first = library.install_checked(make("a", key=None))
    for key in (KEY, None):
        again = library.install_checked(make("a", key=key))
        assert (again.hash, again.signer) == (first.hash, public(KEY))
        assert library.installed() == [again]


def test_trust_ends_when_the_key_is_removed(library: Library, trusting: Store, make: Make) -> None:
    """What was installed stays."""
    library.install_checked(make("a"))
    trust.remove(trusting, public(KEY))
    with pytest.raises(KioskError, match=r"packs\.key_unknown"):
        library.install_checked(make("b", version="1.1.0"))
    assert played(library) == {"a"}
    with pytest.raises(KioskError, match=r"packs\.key_not_trusted"):
        trust.remove(trusting, public(KEY))


def test_local_files_need_no_key(library: Library, check_text: CheckText) -> None:
    """A workbook that is converted on this kiosk is the base's own."""
    library.install_checked(check_text("题干,选项A,选项B,答案,解析\n为什么？,甲,乙,A,因为。\n", "a.csv"))
    assert [row.origin for row in library.installed()] == ["local"]


def test_versions_go_and_come_back_with_their_files(library: Library, trusting: Store, make: Make) -> None:
    """Side by side; rolled back; all gone when the pack is removed; a version number means one content for ever."""
    first, second = library.install_checked(make("a")), library.install_checked(make("b", version="1.1.0"))
    assert files(trusting) == sorted((first.file, second.file))
    library.rollback("school.first")
    assert played(library) == {"a"}
    with pytest.raises(KioskError, match=r"packs\.version_reused"):
        library.install_checked(make("c", version="1.1.0"))
    assert files(trusting) == sorted((first.file, second.file))
    library.remove("school.first")
    assert files(trusting) == []


def test_strays_are_swept_and_copies_in_the_making_are_not(library: Library, trusting: Store, make: Make) -> None:
    """What no row names goes; what another process is just writing stays."""
    from kiosk.packs.vault import Vault

    row = library.install_checked(make("a"))
    (trusting.home / "packs" / "0123456789abcdef.pack").write_bytes(b"left behind")
    (trusting.home / "packs" / ".incoming-00").write_bytes(b"half")
    with Vault(trusting.home).staged(b"whole") as staged:
        library.ensure_built_in()
        assert files(trusting) == sorted((row.file, staged.name))
    assert files(trusting) == [row.file]


def with_number(folder: Path, version: str) -> Path:
    """A folder to build a pack of that also brings a local number, which is its version, and a picture."""
    (folder / "numbers").mkdir(parents=True, exist_ok=True)
    (folder / "numbers" / "town.json").write_bytes(as_json(number_file(version.replace(".", "-"))))
    (folder / "numbers" / "sky.png").write_bytes(png(300, 300))
    return folder


@contextmanager
def installing(tmp_path: Path, pack: Path, most: int = 0) -> Iterator["subprocess.Popen[str]"]:
    """A process that is about to install `pack`."""
    script = ["-m", "tests.packs.installing_child", str(tmp_path / "home"), str(pack), str(most)]
    child = subprocess.Popen(
        [sys.executable, *script], stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=program_folder()
    )
    assert child.stdout is not None
    with child:
        assert child.stdout.readline() == "ready\n"
        yield child


def outcome(tmp_path: Path, bare: Path) -> str:
    """The version that plays after all, when everything is sound: the database, the files, what can be picked."""
    store = Store.open(tmp_path / "home", SteppedClock(), housekeeping_after_s=None)
    try:
        assert store.state().well
        library = Library(store, bare, SteppedClock())
        library.ensure_built_in()
        rows = library.installed()
        (active,) = [row for row in rows if row.state == "active"]
        assert files(store) == sorted(row.file for row in rows)
        assert len(library.pick("game_skin", 3, random=Random(1))) == min(3, active.playable)
        content = ContentShelf(bare, store)
        assert [one.data["number"] for one in content.brought("numbers")] == [active.version.replace(".", "-")]
        assert content.picture(f"{active.hash}/numbers/sky") == png(300, 300)
        with store.read() as db:
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return active.version
    finally:
        store.close()


@pytest.fixture
def large(tmp_path: Path, bare: Path, make: Make) -> Path:
    """An old pack is installed, nobody has the home open, and a large new pack lies at the path; both bring content."""
    with_number(tmp_path / "folder", "1.0.0")
    store = Store.open(tmp_path / "home", SteppedClock(), housekeeping_after_s=None)
    trust.add(store, public(KEY), "教研室", 1)
    Library(store, bare, SteppedClock()).install_checked(make("old"))
    store.close()
    with_number(tmp_path / "large", "2.0.0")
    data = pack_bytes(tmp_path / "large", *(choice(f"n{number}") for number in range(4_000)), version="2.0.0")
    path = tmp_path / "large.glow"
    path.write_bytes(signed(data, KEY))
    return path


def test_killed_at_any_moment(tmp_path: Path, bare: Path, large: Path) -> None:
    """SIGKILL at a dozen moments of the installation: the old pack plays, or the new one; never anything between."""
    shutil.copytree(tmp_path / "home", tmp_path / "before")
    with installing(tmp_path, large) as child:
        start = time.perf_counter()
        child.wait()
        whole = time.perf_counter() - start
    assert outcome(tmp_path, bare) == "2.0.0"
    seen = []
    for part in range(12):
        shutil.rmtree(tmp_path / "home")
        shutil.copytree(tmp_path / "before", tmp_path / "home")
        with installing(tmp_path, large) as child:
            try:
                child.wait(whole * part / 12)
            except subprocess.TimeoutExpired:
                child.kill()
        seen.append(outcome(tmp_path, bare))
    assert "1.0.0" in seen
    assert set(seen) <= {"1.0.0", "2.0.0"}


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are POSIX's")
@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 0.99])
def test_no_room_for_the_file(part: float, tmp_path: Path, bare: Path, large: Path) -> None:
    """The disk takes only so much: told, nothing left, the old pack plays."""
    most = max(1, int(large.stat().st_size * part))
    with installing(tmp_path, large, most) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "packs.install_failed\n"
    assert outcome(tmp_path, bare) == "1.0.0"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB where the home will be; skips the test where none can be mounted."""
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", home], check=False, capture_output=True)
    if done.returncode:
        pytest.skip("a tmpfs cannot be mounted here")
    yield home
    subprocess.run(["umount", "-l", home], check=True)


@pytest.mark.skipif(sys.platform == "win32", reason="a tmpfs is Linux's")
def test_disk_full_at_any_byte(tmp_path: Path, bare: Path, small_disk: Path, large: Path) -> None:
    """With more and more room left: told while it does not suffice, nothing left behind, the old pack plays."""
    filler = small_disk / "filler"
    told = []
    for room in (0, 4_096, 40_960, 81_920, 163_840, 327_680, 655_360, 1_310_720, 4_000_000):
        left = shutil.disk_usage(small_disk).free
        filler.write_bytes(bytes(max(0, left - room)))
        with installing(tmp_path, large) as child:
            assert child.stdout is not None
            told.append(child.stdout.read().strip())
        filler.unlink()
        playing = outcome(tmp_path, bare)
        assert playing == (told[-1] if told[-1] == "2.0.0" else "1.0.0"), (room, told)
    assert (told[0] != "2.0.0", told[-1]) == (True, "2.0.0"), told
