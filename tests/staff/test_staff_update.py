"""Updating on the screen: a release is looked at, root takes it, the screen tells; refusals are sentences."""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtGui import QGuiApplication

from kiosk import __version__
from kiosk.core.programs import TRIAL
from kiosk.devices.qt_drives import DriveWatch
from kiosk.install import asked, release, update
from kiosk.install.update import Place
from kiosk.packs.keys import words
from kiosk.shell.translator import TsTranslator
from kiosk.staff import update_view_model
from kiosk.staff.door import Door
from kiosk.staff.roles import Role, may_open
from tests.install.test_install_update import FAILS, KEY, PRIVATE, program

from .conftest import ROOT, Screen, Stay

NEWER = "9.1.0"


class Root:
    """What systemd and the update unit are to the screen: takes what was asked for, once it may."""

    def __init__(self, place: Place, sticks: Path) -> None:
        self.place, self.sticks = place, sticks
        self.calls: list[Sequence[str]] = []
        self.may = Event()
        self.works = True
        self.thread: Thread | None = None

    def run(self, arguments: Sequence[str]) -> bool:
        """`systemctl …`."""
        self.calls.append(arguments)
        if self.works:
            self.thread = Thread(target=self._take)
            self.thread.start()
        return self.works

    def _take(self) -> None:
        self.may.wait(30)
        try:
            asked.take(self.place, KEY, self.sticks)
        except Exception as error:  # noqa: BLE001 (the unit fails; the screen is told by the file)
            self.failed = error


@pytest.fixture
def root(home: Path, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Root:
    """An installed kiosk of this version, its release key registered."""
    home.mkdir(exist_ok=True)
    place = Place(tmp_path / "opt", home)
    program(place.folder(__version__))
    update.switch(place, __version__)
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "release-key").write_text(KEY)
    made = Root(place, stick)
    monkeypatch.setattr(
        update_view_model, "INSTALLED", update_view_model.Installed(place.program, tmp_path / "etc", made.run)
    )
    return made


def put(stick: Path, drives: DriveWatch, version: str, text: str = "", key: Ed25519PrivateKey = PRIVATE) -> None:
    """A release on the stick."""
    stick.mkdir(exist_ok=True)
    made = stick.parent / f"build-{version}"
    folder = program(made, text) if text else program(made)
    release.build(folder, version, key, stick / f"fingertip-glow-{version}.release")
    drives.look()


def on_updates(screen: Screen) -> None:
    """The admin's page of updates."""
    screen.enter("admin")
    screen.touch("page-settings")
    screen.touch("group-place")
    screen.touch("update-open")
    screen.wait(lambda: screen.page == "update")
    screen.settle()
    screen.frame()


def choose(screen: Screen, version: str) -> None:
    """Touch the release of this version."""
    files = screen.model.property("model").stick.property("files")
    screen.touch(f"box-file-{[one['name'] for one in files].index(f'fingertip-glow-{version}.release')}")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)])
def test_a_release_is_looked_at_installed_and_taken_up(
    size: tuple[int, int],
    make_screen: Callable[..., Screen],
    door: Door,
    root: Root,
    stick: Path,
    drives: DriveWatch,
    stay: Stay,
    qapp: QGuiApplication,
    request: pytest.FixtureRequest,
) -> None:
    """By touch alone: whose key, which version, how far, and a restart at the end. Upright in English."""
    language = stay.language = "en" if size == (1080, 1920) else "zh"
    if language == "en":
        translator = TsTranslator(ROOT / "assets/i18n/en.ts")
        qapp.installTranslator(translator)
        request.addfinalizer(lambda: qapp.removeTranslator(translator))
    screen = make_screen(*size)
    put(stick, drives, NEWER)
    on_updates(screen)
    assert screen.text("maker").replace("\n", " · ") == " · ".join(re.split("[·-]", words(KEY, language)))
    screen.grab(f"staff-update-list-{language}")
    choose(screen, NEWER)
    screen.wait_for("new-version", NEWER)
    screen.frame()
    screen.grab(f"staff-update-offer-{language}")
    assert not root.calls
    screen.touch("primary")
    screen.wait(lambda: len(root.calls) == 1)
    assert screen.model.property("model").working
    screen.frame()
    screen.grab(f"staff-update-busy-{language}")
    root.may.set()
    screen.wait(lambda: screen.of_page("stage") == "done")
    screen.frame()
    screen.grab(f"staff-update-done-{language}")
    assert root.place.current == NEWER
    assert (root.place.data / TRIAL).read_text().startswith(f"{__version__}\n")
    assert (root.place.data / update.BEFORE).exists()
    assert root.calls == [["start", "--no-block", "--no-ask-password", asked.UNIT]]
    screen.touch("primary")
    screen.wait(lambda: stay.quit == 1)


def told(screen: Screen, text: str) -> None:
    """The page says so and stands where it stood."""
    screen.wait_for("message", text)
    assert screen.of_page("stage") == "list"


def test_what_must_not_come_in_is_refused_with_a_sentence(
    screen: Screen, door: Door, root: Root, stick: Path, drives: DriveWatch
) -> None:
    """A stranger's, the same one, a spoilt one, an older one: nobody is asked to install them."""
    stranger = Ed25519PrivateKey.generate()
    put(stick, drives, "0.0.9")
    put(stick, drives, __version__)
    put(stick, drives, "9.2.0", key=stranger)
    on_updates(screen)
    screen.wait(lambda: len(screen.model.property("model").stick.property("files")) == 3)
    choose(screen, "9.2.0")
    told(screen, "没有本展台认可的签名")
    choose(screen, __version__)
    told(screen, "不用更新")
    (stick / "fingertip-glow-9.2.0.release").write_bytes(b"PK half of a file")
    choose(screen, "9.2.0")
    told(screen, "不完整")
    choose(screen, "0.0.9")
    told(screen, "不能装回旧版本")
    screen.grab("staff-update-refused-zh")
    assert root.calls == []
    assert root.place.current == __version__


def test_one_that_does_not_open_is_not_taken(
    screen: Screen, door: Door, root: Root, stick: Path, drives: DriveWatch
) -> None:
    """Root tries it out; the screen says how it went."""
    put(stick, drives, NEWER, FAILS)
    on_updates(screen)
    choose(screen, NEWER)
    root.may.set()
    screen.touch("primary")
    told(screen, "没有换上")
    assert root.place.current == __version__
    screen.settle()
    assert not (root.place.data / asked.PROGRESS).exists()


def test_a_unit_that_cannot_start_is_told(
    screen: Screen, door: Door, root: Root, stick: Path, drives: DriveWatch
) -> None:
    """As on a machine whose polkit refuses."""
    root.works = False
    put(stick, drives, NEWER)
    on_updates(screen)
    choose(screen, NEWER)
    screen.touch("primary")
    told(screen, "更新没有开始")


def test_a_machine_that_was_not_installed_says_so(screen: Screen, door: Door, stick: Path, drives: DriveWatch) -> None:
    """As in a classroom that runs it from source."""
    on_updates(screen)
    screen.wait_for("message", "kiosk install")
    assert not screen.of_page("able")


def test_one_that_was_installed_while_nobody_looked_waits(screen: Screen, door: Door, root: Root) -> None:
    """By command, or by an admin who went away."""
    program(root.place.folder(NEWER))
    update.switch(root.place, NEWER)
    on_updates(screen)
    screen.wait_for("new-version", NEWER)
    assert screen.of_page("stage") == "done"


def test_a_version_that_was_taken_back_is_told_on_the_first_page(screen: Screen, door: Door, home: Path) -> None:
    """Whoever comes in next reads it."""
    home.mkdir(exist_ok=True)
    (home / update.FAILED).write_text(f"{NEWER}\n")
    screen.enter("guide")
    screen.wait(lambda: any(NEWER in one for one in screen.of_page("troubles")))
    screen.settle()


@pytest.mark.parametrize("role", ["guide", "teacher", "auditor"])
def test_only_the_admin_updates(role: Role) -> None:
    """Others do not even see it."""
    assert may_open("admin", "update")
    assert not may_open(role, "update")


def test_root_takes_only_what_lies_on_a_stick(root: Root, tmp_path: Path, stick: Path) -> None:
    """The kiosk's user may name any file: a link, a path beside the sticks, nothing at all."""
    stick.mkdir()
    release.build(program(tmp_path / "build"), NEWER, PRIVATE, tmp_path / "outside.release")
    (stick / "link.release").symlink_to(tmp_path / "outside.release")
    for wanted in (tmp_path / "outside.release", stick / "link.release", stick / "none.release", stick):
        asked.ask(root.place.data, wanted)
        with pytest.raises(Exception, match="request_none"):
            asked.take(root.place, KEY, stick)
        found = asked.told(root.place.data)
        assert found is not None
        assert (found.state, found.code) == (asked.FAILED, "install.request_none")
        assert not (root.place.data / asked.REQUEST).exists()
    assert root.place.current == __version__


def test_nobody_waits_for_an_update_that_died(home: Path) -> None:
    """A power cut leaves `working` behind; after three minutes without a word that counts for nothing."""
    home.mkdir(exist_ok=True)
    asked.ask(home, home / "x.release")
    assert asked.told(home) == asked.Told(asked.WORKING)
    os.utime(home / asked.PROGRESS, (1, 1))
    assert asked.told(home) is None
