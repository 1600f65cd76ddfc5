"""Throw at every route of a hub what schemathesis makes of its OpenAPI, for a quarter of an hour: no answer may be 5xx.

Usage: python packaging/fuzz_hub.py [--minutes 15] [--database URL]; `make fuzz`. The hub is a real process; what is
thrown bears the session of an administrator and the credential of a kiosk, so that it gets past the door.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ha_machines import free_ports, wait

from kiosk.hub import enrolment
from kiosk.hub.hub import Hub
from kiosk.hub.pages.site import COOKIE
from kiosk.hub.people import persons
from kiosk.hub.people.sessions import Sessions

BIN = Path(sys.executable).parent
TEMPLATES = Path(__file__).parents[1] / "kiosk" / "hub" / "pages" / "templates"
SHUT = ("/logout", "/kiosks/{kiosk}/revoke")
"""They would end the session or the credential, and the rest would be refused."""


def main() -> int:
    """Run it; schemathesis's exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--database", default="")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fuzz") as name:
        folder = Path(name)
        with served(folder / "hub", asked.database) as url:
            cookie, csrf, credential = let_in(folder / "hub", asked.database)
            with urllib.request.urlopen(f"{url}/openapi.json") as answer:
                told = knowing(json.load(answer), csrf)
            schema = folder / "openapi.json"
            schema.write_text(json.dumps(told), "utf-8")
            command = [
                BIN / "schemathesis", "run", schema, "--url", url, "--checks", "not_a_server_error",
                "--max-time", str(int(asked.minutes * 60)), "--phases", "examples,coverage,fuzzing",
                "--continue-on-failure", "--suppress-health-check", "all", "--request-timeout", "60",
                "-H", f"Cookie: {COOKIE}={cookie}", "-H", f"Authorization: Bearer {credential}", "--no-color",
            ]  # fmt: skip
            failed = subprocess.run(command, check=False, cwd=folder).returncode
        if failed:
            for log in sorted((folder / "hub" / "logs").iterdir()):
                print(f"--- {log.name}", log.read_text("utf-8"), sep="\n", file=sys.stderr)
        return failed


@contextmanager
def served(data: Path, database: str) -> Iterator[str]:
    """A hub in the clear on loopback; its address."""
    port = free_ports()["port"]
    command = [BIN / "kiosk-hub", "serve", "--data", data, "--port", str(port), "--tls", "off"]
    process = subprocess.Popen([*command, *(["--database", database] if database else [])], env={**os.environ})
    url = f"http://127.0.0.1:{port}"
    try:
        wait("the hub answers", lambda: answers(url), 90)
        yield url
    finally:
        process.terminate()
        process.wait(30)


def answers(url: str) -> bool:
    """Whether it is up."""
    try:
        with urllib.request.urlopen(f"{url}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def let_in(data: Path, database: str) -> tuple[str, str, str]:
    """An administrator's cookie and form token, and a kiosk's credential."""
    hub = Hub.open(data, database)
    try:
        sessions = Sessions(hub)
        with hub.database.read() as connection:
            admin = persons.by_name(connection, persons.FIRST)
        cookie = sessions.open(admin, "")
        session = sessions.find(cookie)
        assert session is not None
        code, _ = enrolment.new_code(hub, "样例基地", b"")
        credential = os.urandom(32)
        applicant = enrolment.Applicant(code.secret, "k0123456789ab", enrolment._hash(credential), "boot", "machine")
        enrolment.enrol(hub, applicant)
        return cookie, session.csrf, credential.hex()
    finally:
        hub.close()


def knowing(told: dict[str, Any], csrf: str) -> dict[str, Any]:
    """The description with what only an insider knows: the token of forms and the names of their fields.

    And without what it says of logging in: schemathesis would put its own guesses in the place of what is given.
    """
    del told["components"]["securitySchemes"]
    text = "".join(file.read_text("utf-8") for file in TEMPLATES.glob("*.html"))
    fields = {name: {"type": "string"} for name in re.findall(r'name="(\w+)"', text)} | {"csrf": {"const": csrf}}
    for path in SHUT:
        told["paths"].pop(path, None)
    for operations in told["paths"].values():
        for one in operations.values():
            del one["security"]
            form = one.get("requestBody", {}).get("content", {}).get("application/x-www-form-urlencoded")
            if form:
                form["schema"] = {"type": "object", "properties": fields, "required": ["csrf"]}
    return told


if __name__ == "__main__":
    sys.exit(main())
