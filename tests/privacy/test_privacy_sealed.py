"""Sealed files: only their key opens them, cuts cost the last moment, nothing can be moved about."""

import errno
import os
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.privacy import kiosk_key
from kiosk.privacy.keys import KeyRing
from kiosk.privacy.sealed import NotOurs, SealedReader, SealedWriter, mend, new_key, seal

KEY = new_key()
CHUNKS = [bytes([n]) * 1000 for n in range(5)]


def written(path: Path, *, close: bool = True) -> Path:
    """A file with five chunks."""
    writer = SealedWriter(path, KEY, {"kind": "pcm"})
    for chunk in CHUNKS:
        writer.write(chunk)
    if close:
        writer.close()
    return path


def test_what_was_written_is_read(tmp_path: Path) -> None:
    reader = SealedReader(written(tmp_path / "a"), KEY)
    assert reader.about == {"kind": "pcm"}
    assert list(reader.chunks()) == CHUNKS
    assert reader.whole
    assert CHUNKS[3] not in (tmp_path / "a").read_bytes()
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotOurs):
        SealedReader(written(tmp_path / "a"), new_key()).read()


@pytest.mark.parametrize("content", [b"", b"RIFF....", b'{"sealed": 2, "salt": "", "about": {}}\n', b"[]\n", b"{}\n"])
def test_foreign_files_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(NotOurs):
        SealedReader(tmp_path / "a", KEY)


def test_a_cut_anywhere_leaves_the_whole_chunks(tmp_path: Path) -> None:
    """A power cut at any byte: what stood before it is read, and mending gives the file an end again."""
    whole = written(tmp_path / "a").read_bytes()
    head = whole.index(b"\n") + 1
    for cut in [*range(head, len(whole), 97), len(whole) - 1]:
        path = tmp_path / "cut"
        path.write_bytes(whole[:cut])
        reader = SealedReader(path, KEY)
        count = min(5, (cut - head) // (1000 + 20))
        assert list(reader.chunks()) == CHUNKS[:count]
        assert not reader.whole
        assert mend(path, KEY)
        mended = SealedReader(path, KEY)
        assert list(mended.chunks()) == CHUNKS[:count]
        assert mended.whole
        assert not mend(path, KEY)


def test_chunks_cannot_be_moved(tmp_path: Path) -> None:
    """Swapped, dropped, or taken from another file of the same key: what follows is not believed."""
    path = written(tmp_path / "a")
    whole = path.read_bytes()
    head, size = whole.index(b"\n") + 1, 1020
    first, second = whole[head : head + size], whole[head + size : head + 2 * size]
    for changed in (
        whole[:head] + first + first + whole[head + 2 * size :],
        whole[: head + size] + whole[head + 2 * size :],
        whole[: head + size] + written(tmp_path / f"b{os.urandom(2).hex()}").read_bytes()[head + size :],
    ):
        path.write_bytes(changed)
        reader = SealedReader(path, KEY)
        assert list(reader.chunks()) == CHUNKS[:1]
        assert not reader.whole
    path.write_bytes(whole[:head] + second + first + whole[head + 2 * size :])
    with pytest.raises(NotOurs):
        SealedReader(path, KEY).read()


def test_a_full_disk_leaves_no_torn_chunk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The write that fails half way through is taken back; the one after it is whole again."""
    writer = SealedWriter(tmp_path / "a", KEY, {})
    writer.write(CHUNKS[0])
    real = os.write

    def full(handle: int, data: bytes) -> int:
        monkeypatch.setattr(os, "write", no_room)
        return real(handle, bytes(data)[:100])

    def no_room(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="full"):
        writer.write(CHUNKS[1])
    monkeypatch.setattr(os, "write", real)
    assert list(SealedReader(tmp_path / "a", KEY).chunks()) == CHUNKS[:1]
    writer.write(CHUNKS[2])
    writer.close()
    assert list(SealedReader(tmp_path / "a", KEY).chunks()) == [CHUNKS[0], CHUNKS[2]]


def test_seal_replaces_whole_files(tmp_path: Path) -> None:
    seal(tmp_path / "a", KEY, b"x" * 3_000_000, {"kind": "flac"})
    seal(tmp_path / "a", KEY, b"y" * 10, {"kind": "flac"})
    assert SealedReader(tmp_path / "a", KEY).read() == b"y" * 10
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_key_of_systemd_is_never_doubled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it came from a credential, a program without it (the command line) makes none that would open nothing."""
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / kiosk_key.CREDENTIAL).write_bytes(key := new_key())
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    keys = tmp_path / "keys"
    assert kiosk_key.load(keys) == key
    assert KeyRing(tmp_path).names() == set()
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    with pytest.raises(KioskError, match=r"privacy\.key_elsewhere"):
        kiosk_key.load(keys)
    assert not (keys / kiosk_key.FILE).exists()
