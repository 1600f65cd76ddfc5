"""What packs bring besides banks comes to the stations: the newest first, ours last, nothing of damaged files."""

import json
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import PackInstalled
from kiosk.core.item import from_json
from kiosk.packs.content import BUILT_IN, OURS, ContentShelf
from kiosk.packs.installed import is_sound
from kiosk.packs.library import Library
from kiosk.packs.shelf import Shelved
from kiosk.packs.texts import TextKeeper
from kiosk.store import Store, settings
from tests.packs.pack_help import as_json, crafted, number_file, png, zipped
from tests.packs.packs_help import CheckText, choice

Install = Callable[..., Shelved]


@pytest.fixture
def install(library: Library, store: Store, check_text: CheckText) -> Install:
    """Install a pack of these members, unsigned."""
    settings.save(store, "allow_unsigned_packs", True).result()

    def one(members: dict[str, bytes], **manifest: object) -> Shelved:
        checked = check_text(crafted(members, **manifest), "pack.glow")
        assert checked.report.refused is None
        return library.install_checked(checked)

    return one


@pytest.fixture
def shelf(tmp_path: Path, store: Store) -> ContentShelf:
    """With one number of ours."""
    folder = tmp_path / "content" / "numbers"
    folder.mkdir(parents=True)
    (folder / "ours.json").write_bytes(as_json(number_file("111")))
    return ContentShelf(folder.parent, store)


def numbers(shelf: ContentShelf) -> list[str]:
    """The numbers that are brought, in order."""
    return [file.data["number"] for file in shelf.brought("numbers")]


def test_ours_and_those_of_packs(install: Install, shelf: ContentShelf, library: Library) -> None:
    """The newest pack first; a new version takes the old one's place; rolled back and removed, it is as before."""
    assert numbers(shelf) == ["111"]
    install({"numbers/a.json": as_json(number_file("222"))})
    install({"numbers/b.json": as_json(number_file("333")), "numbers/a.json": as_json(number_file("332"))}, id="b.b")
    assert numbers(shelf) == ["332", "333", "222", "111"]
    install({"numbers/a.json": as_json(number_file("223"))}, version="1.1.0")
    assert numbers(shelf) == ["223", "332", "333", "111"]
    library.rollback("school.first")
    library.remove("b.b")
    assert numbers(shelf) == ["222", "111"]
    library.remove("school.first")
    assert numbers(shelf) == ["111"]
    assert ContentShelf(Path("nowhere")).brought("numbers") == []


def test_each_file_says_where_it_is_from(install: Install, shelf: ContentShelf) -> None:
    """Name, pack, hash, and where its pictures are; texts of packs without content stay on their own shelf."""
    row = install({"numbers/town.json": as_json(number_file())})
    theirs, ours = shelf.brought("numbers")
    assert (theirs.kind, theirs.name, theirs.pack, theirs.pack_hash) == ("numbers", "town", "school.first", row.hash)
    assert theirs.pictures == f"image://brought/{row.hash}/numbers/"
    assert (ours.pack, ours.pictures, ours.name) == (BUILT_IN, OURS, "ours")
    assert (row.items, row.brings, shelf.brought("pictures")) == (0, "numbers", [])
    # Asked again, nothing is read again.
    assert shelf.brought("numbers")[0] is theirs


def test_pictures_and_sounds_are_read_by_name(install: Install, shelf: ContentShelf) -> None:
    """As they are in the pack, and only those that it lists."""
    listed = {"format": 1, "pictures": [{"file": "sky", "stands_for": "canal", "credit": "本校"}]}
    members = {"pictures/list.json": as_json(listed), "pictures/sky.png": png(), "voices/one.ogg": b"OggS"}
    row = install(members)
    assert shelf.picture(f"{row.hash}/pictures/sky") == png()
    assert shelf.sound(f"{row.hash}/voices/one") == b"OggS"
    for wrong in ("pictures/sea", "pictures/../sky", "pictures/list.json", "../packs", "voices/one", "", "x" * 999):
        assert shelf.picture(f"{row.hash}/{wrong}") is None
    assert shelf.picture("../../../../etc/passwd") is None
    assert shelf.picture("0123456789abcdef/pictures/sky") is None


def test_files_that_are_to_mend_are_left_out(install: Install, shelf: ContentShelf) -> None:
    """The good ones of the same pack are there."""
    bad = {name: one for name, one in number_file().items() if name != "who"}
    install({"numbers/a.json": as_json(bad), "numbers/b.json": as_json(number_file("444"))})
    assert numbers(shelf) == ["444", "111"]


def harmed(path: Path, member: str, data: bytes, *, listed: bool) -> None:
    """Change a member of an installed pack on the disk; `listed`: with a manifest that says so."""
    with zipfile.ZipFile(BytesIO(path.read_bytes())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = data
    if listed:
        manifest = json.loads(members["manifest.json"])
        manifest["files"][member] = sha256(data).hexdigest()
        members["manifest.json"] = as_json(manifest)
    path.write_bytes(zipped(members))


@pytest.mark.parametrize("harm", ["changed", "relisted", "cut", "gone", "noise"])
def test_a_damaged_file_brings_nothing(harm: str, install: Install, shelf: ContentShelf, store: Store) -> None:
    """Whatever the disk did to it: ours are there, and nothing else."""
    row = install({"numbers/a.json": as_json(number_file()), "numbers/sky.png": png()})
    path = store.home / "packs" / row.file
    assert is_sound(store.home, row.hash)
    if harm in ("changed", "relisted"):
        harmed(path, "numbers/a.json", as_json(number_file("666")), listed=harm == "relisted")
        harmed(path, "numbers/sky.png", png(3), listed=harm == "relisted")
    elif harm == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:200] if harm == "cut" else b"noise" * 99)
    assert numbers(shelf) == ["111"]
    assert shelf.picture(f"{row.hash}/numbers/sky") is None
    assert not is_sound(store.home, row.hash)


@pytest.fixture
def stand_in(tmp_path: Path, clock: SteppedClock) -> Iterator[Store]:
    """A store whose home is out of reach: a file lies in its place."""
    (tmp_path / "blocked").write_bytes(b"")
    store = Store.open(tmp_path / "blocked", clock)
    assert store.state().temporary
    yield store
    store.close()


def test_a_stand_in_database_brings_ours(tmp_path: Path, stand_in: Store) -> None:
    """Where the home is out of reach children play with what the program has."""
    assert ContentShelf(tmp_path, stand_in).brought("numbers") == []


def kept(store: Store, name: str) -> str:
    """The text that is kept by that hash."""
    with store.read() as db:
        row = db.execute("SELECT body FROM item_text WHERE hash = ?", (name,)).fetchone()
    return from_json(json.loads(row[0])).stem if row else ""


def test_texts_are_kept_once_an_opening(tmp_path: Path, stand_in: Store) -> None:
    """By hash, and again in another database that takes over."""
    store = stand_in
    keeper = TextKeeper(store)
    item = choice("a")
    name = keeper.keep(item)
    store.derive(lambda db: None).result(5)
    assert (kept(store, name), keeper.keep(item)) == ("a？", name)
    (tmp_path / "blocked").unlink()
    store.append(PackInstalled("a.a", "1.0.0", "0" * 16, 1), None)
    assert store.flush(15) and not store.state().temporary
    assert kept(store, name) == ""
    assert keeper.keep(item) == name
    store.derive(lambda db: None).result(5)
    assert kept(store, name) == "a？"
    assert keeper.keep(choice("b")) != name


def test_a_text_that_was_not_written_is_tried_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is taken for kept that is not."""
    keeper = TextKeeper(store)
    with monkeypatch.context() as broken:
        broken.setattr("kiosk.packs.texts._put", lambda *_: 1 / 0)
        name = keeper.keep(choice("a"))
        store.derive(lambda db: None).result(5)
    assert kept(store, name) == ""
    assert keeper.keep(choice("a")) == name
    store.derive(lambda db: None).result(5)
    assert kept(store, name) == "a？"
