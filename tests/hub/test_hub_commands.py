"""`kiosk-hub` says what is wrong and what to do, in Chinese and in English, and serves nothing unsafe."""

import json
import re
import socket
from pathlib import Path

import pytest

from kiosk.hub.commands import COMMANDS, build_parser, main
from kiosk.hub.serving import Serving
from kiosk.sync.code import EnrolCode

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


@pytest.fixture(params=["zh_CN.UTF-8", "en_GB.UTF-8"], autouse=True)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", request.param)
    return str(request.param[:2])


def test_unsafe_ways_to_serve_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for arguments, hint in (
            (("--tls", "off", "--host", "0.0.0.0"), "--public-url"),
            (("--tls", "off", "--host", "0.0.0.0", "--public-url", "http://hub.example"), "--public-url"),
            (("--workers", "2"), "--database"),
            (("--port", port), "--port"),
            (("--port", "0", "--database", "mysql://x"), "--database"),
        ):
            assert main(["serve", "--data", str(tmp_path), *arguments]) == 2
            said = capsys.readouterr().err
            assert hint in said
            assert len(said.splitlines()) == 1
            assert bool(re.search("[一-鿿]", said)) == (language == "zh")


def test_a_code_without_a_hub_running(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The address is the one that `serve` last used, or would use."""
    data = ["--data", str(tmp_path / "hub")]
    assert main(["enroll", "--base", "石牛山基地", "--json", *data]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["url"] == "https://127.0.0.1:8443"
    assert len(EnrolCode.parse(told["code"]).fingerprint) == 16
    Serving(port=9000, tls=False, public_url="https://hub.example/").save(tmp_path / "hub")
    assert main(["enroll", "--base", "石牛山基地", *data]) == 0
    said = capsys.readouterr().out
    assert "kiosk sync enroll https://hub.example " in said
    assert main(["enroll", "--base", " ", *data]) == 2


def test_every_command_is_in_the_readme() -> None:
    assert build_parser().prog == "kiosk-hub"
    for name in COMMANDS:
        assert f"| `kiosk-hub {name}" in README


def test_where_kiosks_find_it() -> None:
    assert Serving(host="::1", port=1).url == "https://[::1]:1"
    assert Serving(tls=False).url == "http://127.0.0.1:8443"
    assert "0.0.0.0" not in Serving(host="0.0.0.0").url
