"""The words of our xAPI 1.0.3 statements: verbs of ADL's vocabulary, and extensions under one base of our own.

README ("xAPI") lists them for whoever reads the statements. No address here is ever fetched by the program.
"""

from typing import Any

from kiosk.core.clock import iso
from kiosk.core.events import ORIGINS
from kiosk.exports.log_rows import uuid_text

VERSION = "1.0.3"
BASE = "https://fingertip-glow.example/xapi"
ANSWERED = {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en-US": "answered", "zh-CN": "回答了"}}
BEGAN = {"id": "http://adlnet.gov/expapi/verbs/initialized", "display": {"en-US": "initialized", "zh-CN": "开始了"}}
ENDED = {"id": "http://adlnet.gov/expapi/verbs/terminated", "display": {"en-US": "terminated", "zh-CN": "结束了"}}
QUESTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
STATION = "http://adlnet.gov/expapi/activities/module"
KIOSK = "http://adlnet.gov/expapi/activities/simulation"
TAGS = {"zh": "zh-CN", "en": "en-US"}

Statement = dict[str, Any]


def extension(name: str) -> str:
    """The address of an extension."""
    return f"{BASE}/extensions/{name}"


def extensions(**values: Any) -> dict[str, Any]:
    """Extensions that have something to say."""
    return {extension(name): value for name, value in values.items() if value not in ("", None)}


def actor(visit: bytes | str | None) -> dict[str, Any]:
    """Whoever stood at the screen in this visit: a random id, which says nothing of who it was."""
    return {"objectType": "Agent", "account": {"homePage": f"{BASE}/visits", "name": uuid_text(visit) or "none"}}


def activity(kind: str, key: str, type_: str, name: str, language: str) -> dict[str, Any]:
    """A thing that statements are about."""
    made: dict[str, Any] = {"objectType": "Activity", "id": f"{BASE}/{kind}/{key}", "definition": {"type": type_}}
    if name:
        made["definition"]["name"] = {TAGS[language]: name}
    return made


def duration(milliseconds: int) -> str:
    """ISO 8601, to hundredths of a second as xAPI wants it compared."""
    return f"PT{max(0, milliseconds) / 1000:.2f}S"


def context(visit: bytes | str | None, origin: int, language: str) -> dict[str, Any]:
    """What all our statements say about where they come from."""
    made: dict[str, Any] = {"platform": "Fingertip Glow", "language": TAGS[language]}
    if isinstance(visit, bytes):
        made["registration"] = uuid_text(visit)
    made["extensions"] = extensions(origin=ORIGINS[origin])
    return made


def stamped(id_: bytes | str, utc_ms: int, **rest: Any) -> Statement:
    """A statement; its id is the journal row's own, so that a second import of it changes nothing."""
    return {"id": uuid_text(id_), **rest, "timestamp": iso(utc_ms), "version": VERSION}
