"""Bodies written short: in a journal most of the bytes are names of fields that every answer repeats.

`stored` has one control character, which JSON never contains, for each stretch of text named here. The database itself
unfolds it (`kind_sql`, `body_sql`): whoever reads `kind` and `body` of the journal sees letter by letter what happened.
**A code and a stretch that were released are never changed or moved**: databases in the field are read by them.
"""

import json
import re
from typing import Any, NamedTuple


class Fold(NamedTuple):
    """How one kind of event is written: `code` in place of its name, characters 1, 2, … in place of `stretches`.

    A stretch comes before what is a part of it.
    """

    code: str
    stretches: tuple[str, ...] = ()


FOLDS: dict[str, Fold] = {
    "item_answered": Fold(
        "a",
        (
            '{"station":"',
            '","level":"',
            '","item":"',
            '","item_hash":"',
            '","pack":"built_in","pack_hash":"',
            '","pack":"',
            '","pack_hash":"',
            '","chosen":["',
            '"],"right":["',
            '"],"verdict":"right","reading_ms":',
            '"],"verdict":"',
            '","reading_ms":',
            ',"changes":0,"player":',
            ',"mode":"practice","said":[],"confidence":""}',
            ',"changes":',
            ',"mode":"',
            '","said":[',
            '],"confidence":"',
        ),
    ),
    "lantern_lit": Fold("b", ('{"station":"', '","reason":"')),
    "line_practised": Fold(
        "c",
        (
            '{"station":"convention_puzzle","convention":"',
            '","pack_hash":"',
            '","line":"',
            '","game":"',
            '","level":',
            ',"moves":',
            ',"misses":',
            ',"help_used":',
            ',"seconds":',
            ',"players":1,"completed":true}',
        ),
    ),
    "station_opened": Fold("d", ('{"station":"', '","players":')),
    "station_finished": Fold(
        "e", ('{"station":"', '","level":"', '","answered":', ',"right":', ',"stars":', ',"completed":true}')
    ),
    "visit_started": Fold("f", ('{"language":"zh"}',)),
    "visitor_named": Fold("g", ('{"class_label":"', '","nickname":"')),
    "visit_ended": Fold("h", ('{"why":"',)),
    "satisfaction_given": Fold("i", ('{"face":',)),
    "promise_planned": Fold("j", ('{"station":"pledge","promise":"', '","when":"', '","way":"', '","player":')),
    "promises_made": Fold(
        "k",
        (
            '{"station":"pledge","pack_hash":"',
            '","promises":["',
            '"],"place":',
            ',"shape":',
            ',"player":',
            ',"paper":',
            ',"pattern":',
        ),
    ),
    "bait_cast": Fold("l", ('{"station":"', '","pond":"', '","bait":"', '","player":')),
}

_RIGHT = 1 + FOLDS["item_answered"].stretches.index('"],"verdict":"right","reading_ms":')
VERDICT = f"CASE WHEN instr(stored, char({_RIGHT})) THEN 'right' ELSE json_extract(body, '$.verdict') END"
"""SQL that gives the verdict of an answer; most need no unfolding."""


def fold(kind: str, body: str) -> tuple[str, str]:
    """`code` and `stored` for an event; those that have no fold stay as they are. `body` is JSON without spaces."""
    code, stretches = FOLDS.get(kind, Fold(kind))
    for number, stretch in enumerate(stretches, start=1):
        body = body.replace(stretch, chr(number))
    return code, body


def kind_sql() -> str:
    """SQL that gives the kind for the column `code`."""
    cases = "".join(f" WHEN '{code}' THEN '{kind}'" for kind, (code, _) in FOLDS.items())
    return f"CASE code{cases} ELSE code END"


def body_sql() -> str:
    """SQL that gives the body for the columns `code` and `stored`."""
    cases = "".join(f" WHEN '{code}' THEN {_unfolded(stretches)}" for code, stretches in FOLDS.values())
    return f"CASE code{cases} ELSE stored END"


def _unfolded(stretches: tuple[str, ...]) -> str:
    sql = "stored"
    for number, stretch in enumerate(stretches, start=1):
        sql = f"replace({sql}, char({number}), '{stretch}')"
    return sql


_SPLIT = re.compile("([\x01-\x1f])").split
_STRETCHES = {code: {chr(number): text for number, text in enumerate(told, 1)} for code, told in FOLDS.values()}
_T = r"([^\\\x01-\x1f]*)"
_ANSWER = re.compile(
    f"\x01{_T}\x02{_T}\x03{_T}\x04{_T}(?:\x05|\x06{_T}\x07){_T}\x08{_T}\t{_T}(?:\n|\x0b{_T}\x0c)(\\d+)"
    f'(?:\r(\\d+)|\x0f(\\d+),"player":(\\d+))(?:\x0e|\x10{_T}\x11{_T}\x12{_T}"}})'
).fullmatch
"""An answer without anything escaped, as nearly all are."""


def unfold(code: str, stored: str) -> str:
    """The body: what the database works out, in a third of the time."""
    if code not in _STRETCHES:
        return stored
    parts, stretches = _SPLIT(stored), _STRETCHES[code]
    parts[1::2] = map(stretches.__getitem__, parts[1::2])
    return "".join(parts)


def fields(code: str, stored: str) -> dict[str, Any]:
    """The fields of an event. Exports read 100,000 answers, which JSON would take twice as long to understand."""
    found = _ANSWER(stored) if code == "a" else None
    if found is None:
        read: dict[str, Any] = json.loads(unfold(code, stored))
        return read
    (station, level, item, item_hash, pack, pack_hash, chosen, right, verdict, ms, one, changes, player, *rest) = (
        found.groups()
    )
    mode, said, confidence = rest if rest[0] is not None else ("practice", "", "")
    return {
        "station": station, "level": level, "item": item, "item_hash": item_hash,
        "pack": "built_in" if pack is None else pack, "pack_hash": pack_hash,
        "chosen": chosen.split('","'), "right": right.split('","'),
        "verdict": "right" if verdict is None else verdict, "reading_ms": int(ms),
        "changes": int(changes or 0), "player": int(one or player), "mode": mode,
        "said": said[1:-1].split('","') if said else [], "confidence": confidence,
    }  # fmt: skip
