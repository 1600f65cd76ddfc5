"""Whose packs a base takes, on screen: keys come from a stick by eight words and go; unsigned packs stay marked."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.devices.qt_drives import DriveWatch
from kiosk.packs import trust
from kiosk.packs.keys import public, words
from kiosk.packs.library import Library
from kiosk.packs.pack_build import signed
from kiosk.staff.door import Door
from kiosk.store import settings
from kiosk.store.store import Store
from tests.packs.pack_help import KEY, OTHER, crafted

from .conftest import Screen

NAME = "某市教研室"


def key_file(key: str) -> str:
    """What `kiosk pack keys --new` writes beside a secret key."""
    return f"{key}\n{words(key, 'zh')}\n{words(key, 'en')}\n"


@pytest.fixture
def with_keys(stick: Path, drives: DriveWatch) -> Path:
    """A stick with two keys, a file that is none, and a pack of either key and of nobody."""
    stick.mkdir()
    (stick / f"{NAME}.pub").write_text(key_file(public(KEY)), "utf-8")
    (stick / "other.pub").write_text(key_file(public(OTHER)), "utf-8")
    (stick / "broken.pub").write_bytes(b"\xff\xfe no key")
    os.utime(stick / "broken.pub", (1, 1))
    (stick / "signed.glow").write_bytes(signed(crafted(id="by.key", title="有签名"), KEY))
    (stick / "foreign.glow").write_bytes(signed(crafted(id="by.other", title="别家的"), OTHER))
    (stick / "unsigned.glow").write_bytes(crafted(id="by.nobody", title="没签名"))
    drives.look()
    return stick


def on_keys(screen: Screen) -> None:
    """The admin's page of keys."""
    screen.enter("admin")
    screen.touch("page-settings")
    screen.touch("group-place")
    screen.touch("keys-open")
    screen.wait(lambda: screen.page == "keys")
    screen.settle()


def place(screen: Screen, name: str) -> int:
    """The place of a file of the stick in the open page's list."""
    files = screen.model.property("model").stick.property("files")
    return [one["name"] for one in files].index(name)


def choose(screen: Screen, name: str) -> None:
    """Touch a key file and see its words."""
    screen.touch(f"key-file-{place(screen, name)}")
    screen.wait(lambda: screen.of_page("stage") == "compare")
    screen.frame()


def trusted(store: Store) -> list[tuple[str, str]]:
    """Key and name of each that the base trusts."""
    with store.read() as db:
        return [(one.key, one.name) for one in trust.trusted(db)]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)])
def test_a_key_is_added_by_its_words_and_removed(
    size: tuple[int, int], make_screen: Callable[..., Screen], door: Door, store: Store, with_keys: Path
) -> None:
    """Compared on a screen of its own; taken away by a second touch; both are on record."""
    screen = make_screen(*size)
    on_keys(screen)
    screen.grab("staff-keys-none-zh")
    screen.touch(f"key-file-{place(screen, 'broken.pub')}")
    screen.wait_for("message", "broken.pub")
    assert not screen.of_page("good")
    choose(screen, f"{NAME}.pub")
    assert [screen.text(f"word-{number}") for number in range(8)] == words(public(KEY), "zh").split("·")
    screen.grab("staff-keys-compare-zh")
    screen.touch("back")
    assert trusted(store) == []
    choose(screen, f"{NAME}.pub")
    screen.touch("primary")
    screen.wait_for("message", NAME)
    screen.wait(lambda: len(screen.of_page("keys")) == 1)
    assert trusted(store) == [(public(KEY), NAME)]
    shown = screen.text(f"words-{public(KEY)[:8]}").replace("\n", " · ")
    assert shown == words(public(KEY), "zh").replace("·", " · ")
    choose(screen, f"{NAME}.pub")
    assert screen.of_page("here") and screen.find("primary") is None
    screen.touch("back")
    choose(screen, "other.pub")
    screen.touch("primary")
    screen.wait(lambda: len(screen.of_page("keys")) == 2)
    screen.grab("staff-keys-zh")
    for _ in range(2):
        screen.touch(f"remove-key-{public(KEY)[:8]}")
    screen.wait(lambda: len(screen.of_page("keys")) == 1)
    assert [key for key, _ in trusted(store)] == [public(OTHER)]
    screen.touch("back")
    screen.wait(lambda: screen.page == "settings")


def test_only_the_admin_comes_here(screen: Screen, door: Door) -> None:
    """A teacher finds no way, and none by name either."""
    screen.enter("teacher")
    screen.model.open("keys")
    assert screen.page == "today"
    assert screen.find("page-keys") is None


def installing(screen: Screen, name: str) -> None:
    """Choose a file on the page of packs and see its report."""
    screen.touch("page-packs")
    screen.settle()
    screen.touch(f"file-{place(screen, name)}")
    screen.wait(lambda: screen.of_page("stage") == "report")


def installed(screen: Screen, name: str) -> None:
    """Install that file by way of its preview."""
    installing(screen, name)
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "preview")
    screen.touch("install")
    screen.wait(lambda: screen.of_page("stage") == "list" and screen.text("message") != "")
    screen.settle()


def test_trust_decides_what_comes_in(
    screen: Screen, door: Door, store: Store, library: Library, with_keys: Path
) -> None:
    """A pack of a trusted key by PIN alone; any other only with the switch, marked before and after."""
    trust.add(store, public(KEY), NAME, 1)
    on_keys(screen)
    installed(screen, "signed.glow")
    assert screen.find("unsigned-by.key") is None
    for name, words_told in (("unsigned.glow", "没有签名"), ("foreign.glow", words(public(OTHER), "zh"))):
        installed(screen, name)
        assert words_told in screen.text("message")
        assert not screen.of_page("good")
    assert {row.id for row in library.installed() if row.file} == {"by.key"}
    screen.touch("page-settings")
    screen.touch("group-place")
    screen.touch("keys-open")
    screen.touch("unsigned-switch")
    screen.wait(lambda: bool(screen.of_page("unsigned")))
    assert screen.text("message") != ""
    installing(screen, "unsigned.glow")
    assert screen.find("unsigned") is not None
    screen.grab("staff-report-unsigned-zh")
    screen.touch("back")
    installed(screen, "unsigned.glow")
    assert screen.find("unsigned-by.nobody") is not None
    screen.grab("staff-packs-unsigned-zh")
    installed(screen, "foreign.glow")
    assert screen.find("unsigned-by.other") is not None
    assert screen.find("unsigned-by.key") is None


def test_the_switch_goes_both_ways(screen: Screen, door: Door, store: Store) -> None:
    """Each way is kept, told to the program, and put on record."""
    on_keys(screen)
    assert screen.text("stick-message") != ""
    for allowed in (True, False):
        screen.touch("unsigned-switch")
        screen.wait(lambda: bool(screen.of_page("unsigned")) == allowed)  # noqa: B023
        with store.read() as db:
            assert settings.read_all(db)[trust.UNSIGNED] is allowed
