"""What is kept of a form, as sentences for staff and as the copy that the family takes along. Qt-free."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.core.booth import CONSENT_KINDS
from kiosk.core.places import program_folder
from kiosk.exports.subject_copy import Copied, CopiedCode, CopiedTake, asked_of, copy_pack, copy_paper
from kiosk.privacy.requests import Request
from kiosk.privacy.sealed import SealedReader
from kiosk.privacy.subject import Kept, hand_out
from kiosk.staff.privacy_office import Office

Say = Callable[..., str]


def sentences(kept: Kept, years: int, say: Say) -> list[str]:
    """What staff tell the family at once."""
    if not kept.anything:
        return [say("privacy_staff.kept_nothing")]
    told = []
    if kept.consents:
        standing = {one.kind for one in kept.standing}
        kinds = say("staff.list_comma").join(
            say(f"booth_staff.kind_{kind}") for kind in CONSENT_KINDS if kind in standing
        )
        newest = kept.consents[0]
        if kinds:
            told.append(say("privacy_staff.kept_consents", kinds=kinds, day=_day(newest.given_ms)))
        else:
            told.append(say("privacy_staff.kept_consents_none", years=years))
        told.append(say("privacy_staff.kept_register", label=newest.class_label or "—", signed=newest.signed or "—"))
    if kept.takes:
        shared = len(kept.takes) - len(kept.own())
        told.append(say("privacy_staff.kept_takes", count=len(kept.takes), shared=shared))
    for code in kept.codes:
        params = {"day": _day(code.ends_ms), "visits": code.visits, "promises": len(code.promises)}
        told.append(say("privacy_staff.kept_code", **params))
    return told


def paper(office: Office, request: Request, kept: Kept) -> bytes:
    """The list as a PDF, for a family that wants to see."""
    return copy_paper(office.ground(), _copied(request, kept, {}))


def pack(office: Office, request: Request, kept: Kept, role: str, password: str = "") -> bytes:
    """The zip for a family that wants a copy: the list, its own takes, its answers. Each take is in the access log.

    With a `password` it opens by that only.
    """
    found = hand_out(office.guardian, request, kept, role)
    numbers = {files.id: number for number, files in enumerate(found, start=1)}
    sounds = {numbers[files.id]: SealedReader(files.raw, files.key).read() for files in found}
    start = min((one.issued_ms for one in kept.codes), default=0)
    asked = asked_of(office.guardian.codes.hashes(), start, office.language)
    own = {one.pseudonym for one in kept.codes if one.pseudonym}
    with office.store.read() as db:
        return copy_pack(office.ground(), _copied(request, kept, numbers), sounds, db, asked, own, password)


def _copied(request: Request, kept: Kept, numbers: Mapping[str, int]) -> Copied:
    newest = kept.consents[0] if kept.consents else None
    texts = promise_texts(program_folder() / "content" / "promises")
    return Copied(
        form=request.form,
        request=request.id,
        signed=newest.signed if newest else "",
        class_label=newest.class_label if newest else "",
        consents=tuple((one.kind, one.terms, one.given_ms, one.withdrawn_ms or 0) for one in kept.consents),
        takes=tuple(
            CopiedTake(one.title, one.made_ms, one.seconds, one.state, numbers.get(one.id, 0)) for one in kept.takes
        ),
        codes=tuple(
            CopiedCode(
                one.issued_ms,
                one.ends_ms,
                tuple(texts.get(name, name) for name in one.promises),
                tuple(" → ".join(texts.get(name, name) for name in plan) for plan in one.plans),
                one.visits,
            )
            for one in kept.codes
        ),
    )


def promise_texts(folder: Path) -> dict[str, str]:
    """Our own promises and plans by id; one that a pack brought stays its id."""
    return dict(pair for path in sorted(folder.glob("*.json")) for pair in _texts(json.loads(path.read_text("utf-8"))))


def _texts(node: Any) -> Iterator[tuple[str, str]]:
    """Every id in the file with its text, however deep it lies."""
    if isinstance(node, dict):
        if "id" in node and "text" in node:
            yield node["id"], node["text"]
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from _texts(one)


def _day(utc_ms: int) -> str:
    return datetime.fromtimestamp(utc_ms / 1000).date().isoformat()
