"""Recordings by tus: a foreign client against our hub, our client against it, cuts, consents taken back."""

import base64
import hashlib
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from tusclient.client import TusClient

from kiosk.core.booth import ConsentKind
from kiosk.core.errors import KioskError
from kiosk.hub.down.erasures import FOLDER
from kiosk.hub.hub import Hub
from kiosk.hub.store.down_tables import recording
from kiosk.sync import wire
from kiosk.sync.client import context
from kiosk.sync.down import Down
from kiosk.sync.identity import enrol
from kiosk.sync.link import Link
from kiosk.sync.post import PostOffice
from kiosk.sync.recordings import FOLDER as OUTGOING
from tests.hub.hub_help import Served
from tests.privacy.home import Home, everything

SOUND = random.Random(7).randbytes(1_300_000)
"""As long as two minutes of MP3: three patches."""


class Base:
    """A base's kiosk with a booth, let in, which sends what may go out."""

    def __init__(self, served: Served, folder: Path) -> None:
        self.home = Home(folder)
        self.tie: Link = enrol(folder, self.home.store, served.url, served.code())
        self.exported: list[str] = []

    def mp3(self, take: str) -> bytes:
        """What the desk does, with a sound of our own."""
        self.home.guardian.export(take, "hub")
        self.exported.append(take)
        return SOUND + take.encode()

    def sync(self) -> None:
        home = self.home
        down = Down(
            home.folder, home.store, home.clock, guardian=lambda: home.guardian,
            library=lambda: pytest.fail("no packs here"), mp3=self.mp3,
        )  # fmt: skip
        post = PostOffice(home.folder, home.store, home.clock, down=down)
        try:
            post.deliver()
        finally:
            post.close()

    def approved(self, form: str = "A-001", release: Any = "publish") -> str:
        take = self.home.take(self.home.voice(form), release=release)
        self.home.guardian.review(take.id, "approved", "teacher")
        return take.id


@pytest.fixture
def base(shared: Served, tmp_path: Path) -> Iterator[Base]:
    made = Base(shared, tmp_path / "home")
    yield made
    made.home.close()


def rows(hub: Hub, take: str) -> list[Any]:
    with hub.database.read() as connection:
        return list(connection.execute(sa.select(recording).where(recording.c.take == take)))


def test_only_what_may_be_published_goes_up_once(shared: Served, base: Base) -> None:
    voice = base.home.voice("A-002")
    waiting = base.home.take(voice, release="publish").id
    take, at_home = base.approved(), base.approved("A-003", release="play")
    base.sync()
    base.sync()
    assert base.exported == [take]
    with shared.opened() as hub:
        (row,) = rows(hub, take)
        content = SOUND + take.encode()
        assert (row.received, row.whole_ms is not None, row.review) == (len(content), True, "")
        assert (hub.data / FOLDER / hashlib.sha256(content).hexdigest()).read_bytes() == content
        assert rows(hub, waiting) == rows(hub, at_home) == []
    assert not (base.home.folder / OUTGOING).exists()
    assert SOUND[:64] not in everything(base.home.folder), "no plain copy is left"


def test_a_consent_that_is_taken_back_erases_at_the_hub_with_a_receipt(shared: Served, base: Base) -> None:
    take = base.approved()
    base.sync()
    (voice,) = base.home.guardian.takes.find(take).voices  # type: ignore[union-attr]
    kinds: tuple[ConsentKind, ...] = ("publish",)
    base.home.guardian.withdraw(voice, kinds, "teacher")
    base.sync()
    with shared.opened() as hub:
        (row,) = rows(hub, take)
        assert (row.erased_ms is not None, row.title) == (True, "")
        assert not (hub.data / FOLDER / row.sha256).exists()
    with pytest.raises(KioskError, match="recording_erased"):
        _begin_again(shared, base.tie, take)


def _begin_again(shared: Served, tie: Link, take: str) -> None:
    from kiosk.hub import tus

    with shared.opened() as hub:
        from kiosk.hub import enrolment

        with hub.database.read() as connection:
            kiosk = enrolment.who(connection, bytes.fromhex(tie.credential))
        tus.create(hub, kiosk, 10, metadata(take, b"0123456789"))


def metadata(take: str, content: bytes) -> str:
    told = {"take": take, "sha256": hashlib.sha256(content).hexdigest(), "title": "公约第一条", "seconds": "2.5"}
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in told.items())


def test_a_foreign_client_is_served(
    shared: Served, base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """tuspy as the referee: creation, patches with checksums, going on after a break."""
    file = tmp_path / "take.mp3"
    file.write_bytes(SOUND)
    told = {"take": "tforeign1", "sha256": hashlib.sha256(SOUND).hexdigest(), "title": "题目"}
    bearer = {"Authorization": f"Bearer {base.tie.credential}"}
    pem = shared.data / "hub-certificate.pem"
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(pem))
    client = TusClient(shared.url + wire.UPLOADS, headers=bearer)
    first = client.uploader(str(file), chunk_size=300_000, metadata=told, upload_checksum=True)
    for _ in range(2):
        first.upload_chunk()  # type: ignore[no-untyped-call]
    again = client.uploader(str(file), chunk_size=300_000, metadata=told, upload_checksum=True, url=first.url)
    assert again.offset == 600_000
    again.upload()
    with shared.opened() as hub:
        (row,) = rows(hub, "tforeign1")
        assert row.whole_ms is not None
        assert (hub.data / FOLDER / row.sha256).read_bytes() == SOUND
    other = client.uploader(str(file), metadata=told | {"take": "tforeign2"})
    other.create_url()
    assert other.url != first.url


def test_what_is_not_tus_or_not_theirs_is_refused(shared: Served, base: Base, tmp_path: Path) -> None:
    other = Base(shared, tmp_path / "other")
    content = b"0123456789"
    with httpx.Client(base_url=shared.url, verify=context(pinned=True)) as client:
        mine = {"Authorization": f"Bearer {base.tie.credential}", "Tus-Resumable": "1.0.0"}
        offered = client.options(wire.UPLOADS).headers
        assert (offered["Tus-Version"], offered["Tus-Extension"]) == ("1.0.0", "creation,checksum,termination")
        begin = {"Upload-Length": "10", "Upload-Metadata": metadata("tmine", content)}
        assert client.post(wire.UPLOADS, headers=begin).status_code == 412
        assert client.post(wire.UPLOADS, headers=begin | {"Tus-Resumable": "1.0.0"}).status_code == 401
        for changed, status in (
            ({"Upload-Length": "x"}, 400), ({"Upload-Length": str(1 << 40)}, 413), ({"Upload-Metadata": "take"}, 400),
            ({"Upload-Metadata": metadata("../x", content)}, 400), ({"Upload-Metadata": ""}, 400),
        ):  # fmt: skip
            assert client.post(wire.UPLOADS, headers=mine | begin | changed).status_code == status, changed
        place = client.post(wire.UPLOADS, headers=mine | begin).headers["Location"]
        assert client.post(wire.UPLOADS, headers=mine | begin).headers["Location"] == place
        theirs = mine | {"Authorization": f"Bearer {other.tie.credential}"}
        assert client.head(place, headers=theirs).status_code == 404
        patch = mine | {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
        wrong = {"Upload-Checksum": "sha256 " + base64.b64encode(bytes(32)).decode()}
        assert client.patch(place, content=content[:4], headers=patch | wrong).status_code == 460
        assert client.patch(place, content=content, headers=patch | {"Upload-Offset": "3"}).status_code == 409
        assert client.patch(place, content=content * 2, headers=patch).status_code == 409
        assert client.patch(place, content=content, headers=patch | {"Content-Type": "text/plain"}).status_code == 415
        assert client.patch(place, content=bytes((1 << 20) + 1), headers=patch).status_code == 413
        assert client.patch(place, content=content[:4], headers=patch).headers["Upload-Offset"] == "4"
        assert client.patch(place, content=content[:4], headers=patch).status_code == 409, "twice is told apart"
        assert client.head(place, headers=mine).headers["Upload-Offset"] == "4"
        rest = patch | {"Upload-Offset": "4"}
        assert client.patch(place, content=b"other!", headers=rest).status_code == 460, "not the file it was to be"
        assert client.head(place, headers=mine).headers["Upload-Offset"] == "0"
        assert client.delete(place, headers=mine).status_code == 204
        assert client.head(place, headers=mine).status_code == 410
    other.home.close()
