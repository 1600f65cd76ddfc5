"""`kiosk settings`: show, set, apply, write; and the README's table of all settings."""

from pathlib import Path

import pytest

from kiosk.core.words import LANGUAGES
from kiosk.store.settings_file import table
from tests.commands.commands_help import kiosk

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_has_every_setting() -> None:
    """As the table of settings has it; `kiosk settings show --table` prints what belongs there."""
    assert table("en") in README.read_text("utf-8")
    assert all(table(language).count("\n") > 20 for language in LANGUAGES)


def test_settings_go_from_one_kiosk_to_another(tmp_path: Path) -> None:
    """Set here, written, looked at there, taken whole; a file with a mistake changes nothing."""
    one, two, file = tmp_path / "one", tmp_path / "two", tmp_path / "kiosk.toml"
    assert kiosk("settings", "set", "base_name", "示例基地", "--home", one).out.startswith('base_name："" → "示例基地"')
    assert kiosk("settings", "set", "volume", "0.6", "--home", one).code == 0
    assert kiosk("settings", "write", file, "--home", one).code == 0
    looked = kiosk("settings", "apply", "--dry-run", file, "--home", two)
    assert (looked.code, "会改 2 项" in looked.out) == (0, True)
    assert kiosk("settings", "show", "--home", two, "--json").json["volume"] == 0.8
    assert kiosk("settings", "apply", file, "--home", two, "--json").json["applied"] is True
    shown = kiosk("settings", "show", "--home", two)
    assert "* volume = 0.6\n" in shown.out and '* base_name = "示例基地"\n' in shown.out and "  hand =" in shown.out
    assert "没有要改的" in kiosk("settings", "apply", file, "--home", two).out
    file.write_text(file.read_text("utf-8") + 'hand = "both"\nvolume = 0.1\n'.replace("volume", "wall_volume"), "utf-8")
    refused = kiosk("settings", "apply", file, "--home", two)
    assert (refused.code, "“hand”不能是 both" in refused.err) == (2, True)
    assert kiosk("settings", "show", "--home", two, "--json").json["wall_volume"] == 0.4


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("set", "volume", "2"), "0 到 1 的数"),
        (("set", "volume", "loud"), "“volume”不能是 loud"),
        (("set", "admin_pin", "1"), "没有叫“admin_pin”的设置"),
        (("set", "no such", "1"), "没有叫“no such”的设置"),
        (("apply", "missing.toml"), "找不到文件“missing.toml”"),
        (("write", "/proc/nowhere/kiosk.toml"), "kiosk.toml"),
    ],
)
def test_mistakes_are_one_sentence(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    done = kiosk("settings", *arguments, "--home", tmp_path)
    assert done.code == 2
    assert words in done.err
    assert done.err.count("\n") == 1
