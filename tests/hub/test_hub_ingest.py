"""Whatever comes, twice, torn or in another order: every event once, every refusal on the list, nothing else."""

import gzip
import json
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from kiosk.core.item import text_hash
from kiosk.core.words import say
from kiosk.hub import enrolment
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables, tailing
from kiosk.sync import wire
from tests.hub.hub_help import held, incidents
from tests.hub.wire_help import ANSWER, NOW, Speaker, rows

EPOCH = b"epoch001".hex()


@pytest.fixture
def speaker(hub: Hub) -> Speaker:
    return Speaker(hub)


def bodies(hub: Hub) -> list[Any]:
    """Every body, in the order of ids."""
    with hub.database.read() as connection:
        found = connection.execute(sa.select(tables.event.c.dictionary, tables.event.c.body).order_by("id"))
        return [json.loads(hub.bodies.unpack(*row)) for row in found]


def refusals(hub: Hub) -> list[tuple[int, str]]:
    with hub.database.read() as connection:
        found = connection.execute(sa.select(tables.refusal.c.seq, tables.refusal.c.code).order_by("seq"))
        return [(row.seq, row.code) for row in found]


def test_a_batch_comes_in(hub: Hub, speaker: Speaker) -> None:
    told = speaker.push(rows(50))
    assert told["accepted_through"] == {EPOCH: 50}
    assert (told["stored"], told["refused"], told["diverged"], told["watermark"]) == (50, [], False, 1)
    assert held(hub) == [(EPOCH, seq) for seq in range(1, 51)]
    assert bodies(hub)[7] == json.loads(ANSWER)
    with hub.database.read() as connection:
        event = connection.execute(sa.select(tables.event).order_by("id").limit(1)).one()
    assert (event.utc_ms, event.monotonic_ms, event.visit, event.origin) == (NOW + 1, 1, b"v" * 16, 0)


def test_replayed_and_reordered(hub: Hub, speaker: Speaker) -> None:
    """The same batches ten times in any order."""
    chance, sent = Random(9), [rows(20, first=first) for first in (1, 21, 41, 61)]
    for batch in chance.sample([*sent * 10], 40):
        speaker.push(chance.sample(batch, 20))
    assert held(hub) == [(EPOCH, seq) for seq in range(1, 81)]
    with hub.database.read() as connection:
        assert connection.execute(sa.select(tables.epoch.c.held, tables.epoch.c.through)).one() == (80, 80)
        arrived = tailing.arrived(connection, 0, 100)
        assert [one.arrival for one in arrived] == [1, 2, 3, 4], "batches without news have no place"
        assert len(connection.execute(tailing.events_of(arrived[1:3])).all()) == 40


def test_unknown_kinds_and_versions_are_kept(hub: Hub, speaker: Speaker) -> None:
    new = rows(1, kind="moon_landed", body='{"crater":"哥白尼"}') + rows(1, first=2, version=7, body='{"anything":[1]}')
    assert speaker.push(new)["refused"] == []
    assert bodies(hub) == [{"crater": "哥白尼"}, {"anything": [1]}]


def test_poison_is_listed_and_blocks_nothing(hub: Hub, speaker: Speaker) -> None:
    """Each by itself, with its sentence; the sound ones go in; twice changes nothing."""
    poison = [
        *rows(10, epoch=b"epoch002"),
        *rows(1, first=1, body='{"station":"anti_fraud"'),
        *rows(1, first=2, body='{"reading_ms":NaN}'),
        *rows(1, first=3, body=ANSWER.replace('"reading_ms":8000', '"reading_ms":"x"')),
        *rows(1, first=4, id=b"\x01" * 16),
        *rows(1, first=5, kind="no kind"),
        *rows(1, first=6, kind="moon_landed", body=json.dumps({"long": "x" * wire.BODY_BYTES})),
        *rows(1, first=7, origin=9),
    ]
    for _ in range(2):
        told = speaker.push(poison)
        assert told["accepted_through"] == {EPOCH: 7, b"epoch002".hex(): 10}
        codes = ["body", "body", "body", "id", "kind", "large", "form"]
        assert [one[2] for one in told["refused"]] == [f"sync.refused_{code}" for code in codes]
        assert told["refused"][3] == [EPOCH, 4, "sync.refused_id", say("sync.refused_id")]
    assert len(held(hub)) == 10
    assert refusals(hub) == [(seq, f"sync.refused_{code}") for seq, code in enumerate(codes, 1)]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"v": wire.VERSION + 1}, "sync.version"),
        ({"v": wire.OLDEST - 1}, "sync.version"),
        ({"epochs": ["zz"]}, "sync.unreadable"),
        ({"events": [["x"]]}, "sync.unreadable"),
        ({"events": "x"}, "sync.unreadable"),
    ],
)
def test_a_batch_that_makes_no_sense(hub: Hub, speaker: Speaker, changed: dict[str, Any], code: str) -> None:
    response = speaker.post(wire.EVENTS, speaker.batch(rows(3), **changed))
    assert response.status_code in (400, 409)
    assert response.json()["code"] == code
    assert response.headers[wire.HEADER] == hub.id
    assert held(hub) == []


def test_fields_of_tomorrow_do_no_harm(speaker: Speaker) -> None:
    assert speaker.push(rows(3), moon={"phase": 3}, about={"wings": 2})["stored"] == 3


def test_bodies_that_are_too_much(speaker: Speaker) -> None:
    zipped = {"Content-Encoding": "gzip"}
    bomb = gzip.compress(b" " * (wire.MOST_PLAIN_BYTES + 1))
    assert speaker.post(wire.EVENTS, bomb, **zipped).status_code == 413
    assert speaker.post(wire.EVENTS, b"x" * (wire.MOST_BYTES + 1)).status_code == 413
    assert speaker.post(wire.EVENTS, gzip.compress(speaker.batch(rows(3)))[:-9], **zipped).status_code == 400
    assert speaker.post(wire.EVENTS, b"no gzip", **zipped).status_code == 400


def test_who_is_not_let_in(hub: Hub, speaker: Speaker) -> None:
    stranger = Speaker(hub, kiosk="kffffffffffff")
    stranger.credential = b"\0" * 32
    response = stranger.post(wire.EVENTS, stranger.batch(rows(3)))
    assert (response.status_code, response.json()["code"]) == (401, "sync.unknown_credential")
    assert stranger.client.post(wire.EVENTS, content=b"{}").status_code == 401
    with hub.database.write() as connection:
        enrolment.revoke(connection, enrolment.who(connection, speaker.credential), NOW)
    response = speaker.post(wire.EVENTS, speaker.batch(rows(3)))
    assert (response.status_code, response.json()["code"]) == (401, "sync.revoked")
    assert held(hub) == []


def test_tokens_tell_set_backs(hub: Hub, speaker: Speaker) -> None:
    """The last token and the one before are fine; any other means that one side was set back."""
    first = speaker.push(rows(2))["token"]
    second = speaker.push(rows(2, first=3))["token"]
    speaker.token = first
    assert not speaker.push(rows(2, first=5))["diverged"], "the answer before was lost"
    speaker.token = first
    assert speaker.push(rows(2, first=7))["diverged"]
    speaker.token = second
    assert speaker.push([])["diverged"]
    epochs = [[EPOCH, 6, 6], [b"epoch009".hex(), 5, 4]]
    told = speaker.say(wire.STATE, {"v": 1, "epochs": epochs}).json()
    assert told == {"held": [[8, 8], [0, 0]], "missing": 2}
    assert incidents(hub) == [
        ("hub.incident_kiosk_set_back", {"events": 2}),
        ("hub.incident_hub_set_back", {"events": 4}),
    ]
    for code, params in incidents(hub):
        assert all(say(code, language, **params) for language in ("zh", "en"))


def test_a_clone_is_told_and_takes_a_name(hub: Hub, speaker: Speaker) -> None:
    """A boot that was replaced and speaks again is another machine; a restart is not."""
    speaker.push(rows(2))
    speaker.holder = "boot-2"
    speaker.push(rows(2, first=3))
    speaker.holder = "boot-1"
    response = speaker.post(wire.EVENTS, speaker.batch(rows(2, first=5)))
    assert (response.status_code, response.json()["code"]) == (409, "sync.other_holder")
    asked = {"v": 1, "kiosk": "kaaaaaaaaaaaa", "credential": "11" * 32, "holder": "boot-1", "machine": "machine-9"}
    for _ in range(2):
        assert speaker.say(wire.SPLIT, asked).json() == {"kiosk": "kaaaaaaaaaaaa"}
    assert incidents(hub) == [("hub.incident_cloned", {"old": speaker.kiosk, "new": "kaaaaaaaaaaaa"})]
    speaker.holder, speaker.machine = "boot-7", "machine-9"
    response = speaker.post(wire.EVENTS, speaker.batch(rows(2, first=5)))
    assert response.json()["code"] == "sync.other_holder", "its machine has a name of its own by now"


def test_texts_come_once_and_prove_themselves(hub: Hub, speaker: Speaker) -> None:
    body = '{"id":"x","stem":"中奖了？"}'
    name = text_hash(body)
    offered = {"v": 1, "packs": [["hash", "id", "1.0.0", "题包"]], "texts": [name, "0" * 16]}
    assert speaker.say(wire.OFFER, offered).json() == {"missing": [name, "0" * 16]}
    assert speaker.say(wire.TEXTS, {"v": 1, "texts": {name: body, "0" * 16: "forged"}}).json() == {"kept": 1}
    assert speaker.say(wire.OFFER, offered).json() == {"missing": ["0" * 16]}


def test_a_clock_that_is_a_year_off(hub: Hub, speaker: Speaker) -> None:
    """Events keep the times they were given; a senseless one is refused."""
    later = rows(3, utc_ms=NOW + 366 * 86_400_000) + rows(1, first=9, utc_ms=-5)
    told = speaker.push(later)
    assert told["stored"] == 3
    assert [one[2] for one in told["refused"]] == ["sync.refused_time"]


def test_a_body_nested_without_end_is_refused(hub: Hub, speaker: Speaker) -> None:
    body = '{"face":3,"x":' + "[" * 5_000 + "]" * 5_000 + "}"
    deep = rows(1)[0]._replace(kind="satisfaction_given", version=1, body=body)
    assert [one[2] for one in speaker.push([deep])["refused"]] == ["sync.refused_body"]
    assert held(hub) == []
