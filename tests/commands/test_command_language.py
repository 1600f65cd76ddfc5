"""Help and mistakes on the command line, in both languages."""

import re
from pathlib import Path

import pytest

from kiosk.core.words import say
from tests.commands.commands_help import COMMANDS, kiosk

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}")


@pytest.mark.parametrize("name", ["kiosk", "kiosk pack", "kiosk export", *COMMANDS])
def test_help_is_complete_in_both_languages(name: str) -> None:
    """Chinese help has no English phrase, English help no Chinese character; every option is explained."""
    for lang, foreign in (("zh_CN.UTF-8", ENGLISH), ("en_GB.UTF-8", CHINESE)):
        done = kiosk(*name.split()[1:], "--help", lang=lang, KIOSK_HOME="/home/kiosk")
        assert (done.code, done.err) == (0, "")
        said = re.sub(r"kiosk( [a-z]+)*", "", done.out)
        assert not foreign.search(said), said
        options = re.findall(r"^  (--?[a-z-]+)(.*?)(?=^  \S|\Z|^\S)", done.out, re.MULTILINE | re.DOTALL)
        assert len(options) >= 3
        assert all(re.search(r"\S\s{2,}\S|\n\s+\S", text) or "  " in text for _, text in options)


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("pack",), ("pack", "check"), ("pack", "chek", "x"), ("export", "log", "--format", "pdf", "x")],
)
def test_mistakes_are_one_sentence(arguments: tuple[str, ...]) -> None:
    """With exit code 2 and where to look."""
    for lang, start in (("zh_CN.UTF-8", "命令写得不对："), ("en_GB.UTF-8", "The command is not right: ")):
        done = kiosk(*arguments, lang=lang)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith(start)
        assert "--help" in done.err


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The catalogue's sentence and remedy; a traceback only with --debug."""
    for lang, language in (("zh_CN.UTF-8", "zh"), ("en_US.UTF-8", "en")):
        done = kiosk("pack", "check", tmp_path / "nothing.xlsx", lang=lang)
        assert done.code == 2
        what, how = (
            say(f"packs.{code}", language, name="nothing.xlsx") for code in ("file_missing", "file_missing_how")
        )
        assert done.err == f"{what}{'' if language == 'zh' else ' '}{how}\n"
    assert "Traceback" in kiosk("pack", "check", tmp_path / "nothing.xlsx", "--debug").err


def test_nothing_given_shows_the_help() -> None:
    """Instead of an error."""
    done = kiosk()
    assert (done.code, done.err) == (0, "")
    assert "pack" in done.out


def test_chinese_reaches_pipes_whatever_the_code_page() -> None:
    """A script on a system of another code page reads UTF-8."""
    done = kiosk("--help", PYTHONUTF8="0", PYTHONIOENCODING="cp1252", lang="zh_CN.GBK")
    assert (done.code, done.err) == (0, "")
    assert "指尖微光" in done.out
