"""Installing into a system's image: every change told, done, and taken back; others' files come back."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.commands import main
from kiosk.core.errors import KioskError
from kiosk.install import plan
from kiosk.install.changes import Machine

LINUX = Path(__file__).parents[2] / "packaging" / "linux"


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A program folder as PyInstaller leaves one."""
    folder = tmp_path / "program"
    (folder / "_internal").mkdir(parents=True)
    (folder / "kiosk").write_text("#!/bin/sh\n")
    (folder / "kiosk").chmod(0o755)
    (folder / "_internal" / "lib.so").symlink_to("lib.so.1")
    return folder


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """A system with one file that we write, too."""
    (tmp_path / "image" / "etc" / "X11").mkdir(parents=True)
    (tmp_path / "image" / "etc" / "X11" / "Xwrapper.config").write_text("allowed_users=console\n")
    return tmp_path / "image"


def install(image: Path, frozen: Path, *more: str) -> int:
    return main(["install", "--user", "glow", "--root", str(image), "--program", str(frozen), *more])


def files(root: Path) -> set[str]:
    """Every file and link in the image."""
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_symlink() or path.is_file()}


def test_dry_run_tells_every_change_and_makes_none(
    image: Path, frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What will be written is shown as it will be written."""
    before = files(image)
    assert install(image, frozen, "--dry-run") == 0
    said = capsys.readouterr().out
    assert files(image) == before
    for place in (*plan.FILES.values(), plan.GUARD, plan.SEAL_KEY, plan.RECORD):
        assert place in said
    for words in (
        "useradd --system",
        "systemctl enable",
        "noexec,nodev,nosuid",
        "kernel.sysrq = 0",
        "DontVTSwitch",
        "LoadCredentialEncrypted=",
    ):
        assert words in said


def test_uninstall_takes_back_everything_but_the_data(image: Path, frozen: Path) -> None:
    """Another's file comes back as it was; what the kiosk recorded stays."""
    before = files(image)
    assert install(image, frozen) == 0
    assert (image / "opt/fingertip-glow/current/kiosk").exists()
    assert "User=glow" in (image / "etc/systemd/system/fingertip-glow.service").read_text()
    (image / "var/lib/fingertip-glow/kiosk.db").write_text("what children did")
    assert install(image, frozen) == 0, "a second time changes nothing that matters"
    assert main(["uninstall", "--root", str(image)]) == 0
    assert files(image) == before | {"var/lib/fingertip-glow/kiosk.db"}
    assert (image / "etc/X11/Xwrapper.config").read_text() == "allowed_users=console\n"


def test_installing_may_stop_anywhere(image: Path, frozen: Path) -> None:
    """The record comes first, so that what was done can be taken back."""
    before = files(image)
    wish = plan.Wish("glow")
    changes = plan.with_record(wish, plan.plan(wish, frozen), Machine(image))
    for change in changes[:9]:
        change.do(Machine(image))
    assert files(image) != before
    assert main(["uninstall", "--root", str(image)]) == 0
    assert files(image) == before


def test_uninstalling_what_is_not_there(image: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence."""
    assert main(["uninstall", "--root", str(image)]) == 2
    assert "没有安装记录" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "[]", '{"changes": [{"kind": "Nothing"}]}', '{"changes": [{"kind": "File"}]}'])
def test_a_spoiled_record_stops_it(text: str) -> None:
    """Nothing is touched by guessing."""
    with pytest.raises(KioskError, match=r"install\.record_unreadable"):
        plan.recorded(text)


@pytest.mark.parametrize("user", ["Root", "a b", "-x", "", "x" * 40])
def test_a_user_name_that_cannot_be(user: str) -> None:
    """It would end up in system files."""
    with pytest.raises(KioskError, match=r"install\.user_name"):
        plan.plan(plan.Wish(user), Path("/nowhere"))


def test_no_place_is_left_to_be_filled_in(image: Path, frozen: Path) -> None:
    """Each `@name@` of the files has its value."""
    install(image, frozen, "--release-key", "ab" * 32)
    for place in (*plan.FILES.values(), plan.GUARD, plan.SEAL_KEY):
        text = (image / place.lstrip("/")).read_text()
        for name in ("@user@", "@data@", "@place@", "@settings@"):
            assert name not in text
    assert (image / "etc/fingertip-glow/release-key").read_text() == "ab" * 32 + "\n"
    assert json.loads((image / plan.RECORD.lstrip("/")).read_text())["user"] == "glow"


def test_the_units_are_units(image: Path, frozen: Path, tmp_path: Path) -> None:
    """systemd itself reads them and has nothing to say but what this machine lacks."""
    install(image, frozen)
    folder = image / "etc/systemd/system"
    units = ["fingertip-glow.service", "fingertip-glow-update.service"]
    sticks = ["fingertip-glow-stick@sdb1.service", "fingertip-glow-stick-write@sdb1.service"]
    for name in sticks:
        (folder / name).write_text((folder / f"{name.partition('@')[0]}@.service").read_text())
    paths = [str(folder / one) for one in units + sticks]
    command = ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    ours = [line for line in done.stderr.splitlines() if "fingertip-glow" in line and "is not executable" not in line]
    assert not [line for line in ours if "Unknown" in line or "Invalid" in line or "Failed to parse" in line], ours


def test_what_stops_each_way_out_is_really_set(image: Path, frozen: Path) -> None:
    """Each setting that the table of keys names stands in a file that is installed, or is a command that runs."""
    install(image, frozen)
    set_here = "".join((image / place.lstrip("/")).read_text() for place in plan.FILES.values())
    set_here += " ".join(word for one in plan.plan(plan.Wish("glow"), frozen) for word in getattr(one, "words", ()))
    page = (LINUX / "README.md").read_text("utf-8").splitlines()
    rows = [line.split("|")[3] for line in page if line.startswith("| ")]
    assert len(rows) > 10
    named = {name for row in rows[2:-1] for name in re.findall(r"`([^`]+)`", row)} - {"kiosk/shell/keys.py", "guard"}
    assert sorted(name for name in named if name not in set_here) == []


def seal(folder: Path, **environment: str) -> str:
    """What `seal-key` says for the data and the store in `folder`; it never fails an installation."""
    command = ["/bin/sh", str(LINUX / "seal-key"), str(folder / "data"), str(folder / "store")]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin"} | environment
    )
    return done.stdout


@pytest.mark.skipif(shutil.which("systemd-creds") is None or os.geteuid() != 0, reason="systemd seals for root only")
def test_the_key_is_sealed_once(tmp_path: Path) -> None:
    """The key so far is what the credential opens to; it is nowhere in the clear any more; a second run keeps it."""
    (tmp_path / "data" / "keys").mkdir(parents=True)
    (tmp_path / "data" / "keys" / "kiosk.key").write_bytes(key := os.urandom(32))
    assert "is sealed:" in seal(tmp_path)
    sealed = tmp_path / "store" / "fingertip-glow.key"
    first = sealed.read_bytes()
    opened = subprocess.run(
        ["systemd-creds", "decrypt", "--name=fingertip-glow.key", str(sealed), "-"], capture_output=True, check=True
    )
    assert opened.stdout == key
    assert sealed.stat().st_mode & 0o777 == 0o600
    assert [path for path in tmp_path.rglob("*") if path.is_file() and key in path.read_bytes()] == []
    assert "already" in seal(tmp_path)
    assert sealed.read_bytes() == first


def test_a_system_that_cannot_seal_keeps_the_key_where_it_is(tmp_path: Path) -> None:
    """Without systemd-creds, and with one that fails."""
    (tmp_path / "data" / "keys").mkdir(parents=True)
    (tmp_path / "data" / "keys" / "kiosk.key").write_bytes(key := os.urandom(32))
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("mkdir", "mktemp", "cat", "wc", "shred", "rm", "head"):
        (tools / tool).symlink_to(str(shutil.which(tool)))
    assert "no systemd-creds" in seal(tmp_path, PATH=str(tools))
    (tools / "systemd-creds").write_text("#!/bin/sh\nexit 1\n")
    (tools / "systemd-creds").chmod(0o755)
    assert "could not be sealed" in seal(tmp_path, PATH=str(tools))
    assert (tmp_path / "data" / "keys" / "kiosk.key").read_bytes() == key
    assert not list((tmp_path / "store").iterdir())
