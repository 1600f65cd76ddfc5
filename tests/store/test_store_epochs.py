"""An epoch is never used twice, whatever happened to the disk."""

import shutil
from pathlib import Path

from tests.store.store_help import OpenStore, record_many, stored


def test_an_old_copy_of_the_whole_home_gets_new_epochs(open_store: OpenStore, home: Path, tmp_path: Path) -> None:
    """A restore card rolls the disk back every night: the same days are lived again, the numbers are not."""
    store = open_store()
    record_many(store, 2)
    store.close()
    shutil.copytree(home, tmp_path / "image")
    used = set(stored(home))
    for _ in range(5):
        shutil.rmtree(home)
        shutil.copytree(tmp_path / "image", home)
        store = open_store()
        record_many(store, 3)
        store.close()
        new = set(stored(home)) - set(stored(tmp_path / "image"))
        assert len(new) == 3
        assert not new & used
        used |= new


def test_a_copy_made_while_open_gets_new_epochs(open_store: OpenStore, home: Path, tmp_path: Path) -> None:
    """A disk image of a running kiosk holds its database and its write-ahead log."""
    store = open_store()
    record_many(store, 2)
    shutil.copytree(home, tmp_path / "image")
    twin = open_store(tmp_path / "image")
    record_many(store, 1)
    record_many(twin, 1)
    assert store.kiosk == twin.kiosk
    assert set(stored(home)) & set(stored(tmp_path / "image")) == {(store.epoch, 1), (store.epoch, 2)}
