"""Machines are told apart, and one machine is never a stranger to itself."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.sync import holder

CODE = "import sys; from pathlib import Path; from kiosk.sync import holder; print(holder.holder(Path(sys.argv[1])))"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


def test_all_processes_of_a_boot_are_one_holder(home: Path) -> None:
    said = subprocess.run([sys.executable, "-c", CODE, str(home)], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == holder.holder(home) == holder.holder(home)
    (home / "kiosk.db").write_bytes(b"x")
    assert said.stdout.strip() == holder.holder(home)


def test_a_copied_home_is_another(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "copy")
    assert holder.holder(home) != holder.holder(tmp_path / "copy")
    assert holder.machine(home) != holder.machine(tmp_path / "copy")


def test_another_boot_is_another_holder_of_the_same_machine(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = holder.holder(home), holder.machine(home)
    (tmp_path / "boot_id").write_text("another-boot\n")
    monkeypatch.setattr(holder, "_BOOT_ID", tmp_path / "boot_id")
    assert holder.holder(home) != before[0]
    assert holder.machine(home) == before[1]


def test_a_card_on_usb_or_with_a_made_up_address_does_not_count(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = tmp_path / "net"
    monkeypatch.setattr(holder, "_CARDS", cards)
    for name, address, own, place in (
        ("eth0", "02:00:00:00:00:05", "0", "pci0/eth"),
        ("usb0", "02:00:00:00:00:01", "0", "usb1/eth"),
        ("veth0", "02:00:00:00:00:02", "3", "pci0/other"),
    ):
        (tmp_path / place).mkdir(parents=True)
        (cards / name).mkdir(parents=True)
        (cards / name / "address").write_text(f"{address}\n")
        (cards / name / "addr_assign_type").write_text(f"{own}\n")
        (cards / name / "device").symlink_to(tmp_path / place)
    with_all = holder.machine(home)
    for name in ("usb0", "veth0"):
        shutil.rmtree(cards / name)
    assert holder.machine(home) == with_all
    shutil.rmtree(cards / "eth0")
    assert holder.machine(home) != with_all
