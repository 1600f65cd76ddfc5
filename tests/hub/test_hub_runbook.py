"""The runbook names what the configuration file asks for; `make ha-test` runs that very file."""

import re
from pathlib import Path

from kiosk.hub.commands import build_parser

ROOT = Path(__file__).parents[2]
RUNBOOK = (ROOT / "kiosk" / "hub" / "RUNBOOK.md").read_text("utf-8")
PATRONI = (ROOT / "packaging" / "ha" / "patroni.yml").read_text("utf-8")


def test_every_name_to_fill_in_is_explained() -> None:
    assert set(re.findall(r"\$(\w+)", PATRONI)) == set(re.findall(r"`\$(\w+)`", RUNBOOK))


def test_no_acknowledged_row_is_given_up() -> None:
    assert "synchronous_mode: true" in PATRONI
    assert "synchronous_mode_strict: true" in PATRONI


def test_its_command_lines_are_understood() -> None:
    lines = [line.rstrip(" \\") for line in RUNBOOK.replace(" \\\n", " ").splitlines()]
    told = [line.split()[1:] for line in lines if line.strip().startswith("kiosk-hub serve")]
    assert len(told) == 3
    for words in told:
        assert build_parser().parse_args([word.strip("'") for word in words])
