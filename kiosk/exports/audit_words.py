"""A year's audit in words and tables, section by section: the same for workbook and paper. Qt-free."""

from collections.abc import Callable, Iterator
from datetime import datetime

from kiosk.core.words import say
from kiosk.exports.audit import Audit
from kiosk.exports.audit_people import BANDS
from kiosk.exports.ledger_words import Cell, Section
from kiosk.exports.privacy_ground import DATA, Ground
from kiosk.learning.small_cells import LEAST

Words = Callable[..., str]
CONSENTS = ("record", "keep", "play", "publish")
TAKES = ("recorded", "kept", "approved", "rejected", "held")
SHOWN = (
    *("base_name", "booth_mode", "privacy_officer", "days_unreviewed", "months_approved", "days_return_code"),
    *("months_access_log", "years_register", "days_request", "marker_folder", "allow_unsigned_packs"),
)
"""The settings that say how children's information is treated."""
DOOR = ("opened", "wrong_pin", "locked", "pin_set", "pin_changed", "pin_removed", "recovery_made", "recovery_used")


def words_in(language: str) -> Words:
    """The catalogue of audits."""

    def told(code: str, **params: object) -> str:
        return say(f"audit.{code}", language, **params)

    return told


def facts(found: Audit, language: str) -> list[tuple[str, str]]:
    """What comes first: six figures, each with its name."""
    words = words_in(language)
    proved = all(one.proof for one in found.erased)
    return [
        (words("fact_people"), f"{found.people.bands.total():,}"),
        (words("fact_under_14"), f"{found.people.bands['under_14']:,}"),
        (words("fact_forms"), f"{found.given['forms']:,}"),
        (words("fact_erased" if proved else "fact_erased_unproved"), f"{len(found.erased):,}"),
        (words("fact_asked"), f"{len(found.asked):,}"),
        (words("fact_incidents"), f"{len(found.incidents):,}"),
    ]


def sections(found: Audit, ground: Ground) -> list[Section]:
    """All parts in the order a reader wants them."""
    words = words_in(ground.language)
    makers = (_check, _people, _grades, _data, _consents, _takes, _terms, _erased, _accesses, _exports, _asked)
    return [make(found, ground, words) for make in (*makers, _incidents, _staff, _settings, _changes)]


def _check(found: Audit, ground: Ground, words: Words) -> Section:
    """What a reader looks for first, with an answer each."""
    registers, now = found.registers, found.settings
    answers = {
        "officer": bool(str(now["privacy_officer"]).strip()),
        "chain": registers.accesses_whole,
        "proof": all(one.proof for one in found.erased),
        "retention": bool(found.cleared.days) or not (registers.takes or found.takes or registers.forms),
        "requests": all(one.in_time for one in found.asked.values()),
        "incidents": all(one["outcome"] for one in found.incidents.values()),
        "key": registers.key_apart,
        "marker": bool(now["marker_folder"]),
    }
    rows = tuple((words(f"check_{key}"), words("yes" if good else "no")) for key, good in answers.items())
    return Section(
        "check", words("check_title"), (), (words("check_headings_what"), words("check_headings_found")), rows
    )


def _people(found: Audit, ground: Ground, words: Words) -> Section:
    people = found.people
    rows = tuple((words(f"band_{band}"), people.bands[band], people.heads[band]) for band in BANDS)
    headings = (words("col_band"), words("col_screen"), words("col_heads"))
    pairs = tuple((words(f"band_{band}"), float(people.bands[band])) for band in BANDS[:3])
    return Section("people", words("people_title"), (words("people_note"),), headings, rows, "bars", pairs=pairs)


def _grades(found: Audit, ground: Ground, words: Words) -> Section:
    """By grade; fewer than five are hidden."""
    rows = tuple(
        (grade or words("grade_none"), None if 0 < count < LEAST else count)
        for grade, count in sorted(found.people.grades.items(), key=lambda pair: (not pair[0], pair[0]))
    )
    return Section("grades", words("grades_title"), (), (words("col_grade"), words("col_screen")), rows)


def _data(found: Audit, ground: Ground, words: Words) -> Section:
    headings = (ground.say("col_data"), ground.say("col_why"), ground.say("col_basis"))
    rows = tuple(
        (ground.say(f"data_{one}"), ground.say(f"data_{one}_why"), ground.say(f"data_{one}_basis")) for one in DATA
    )
    return Section("data", words("data_title"), (words("data_note"),), headings, rows)


def _consents(found: Audit, ground: Ground, words: Words) -> Section:
    now = found.registers
    versions = say("staff.list_comma", ground.language).join(sorted(found.versions)) or "—"
    back = found.withdrawn["forms"]
    note = words("consents_note", forms=found.given["forms"], back=back, now=now.forms, versions=versions)
    rows: list[tuple[Cell, ...]] = [
        (ground.say(f"kind_{kind}"), found.given[kind], found.withdrawn[kind], now.consents.get(kind, 0))
        for kind in CONSENTS
    ]
    gone = sum(one.count for one in found.erased if one.why == "code_withdrawn")
    rows.append((words("kind_code"), found.codes_issued, gone, now.codes))
    headings = (words("col_kind"), words("col_given"), words("col_withdrawn"), words("col_now"))
    return Section("consents", words("consents_title"), (note,), headings, tuple(rows))


def _takes(found: Audit, ground: Ground, words: Words) -> Section:
    rows = [(words(f"takes_{key}"), found.takes[key]) for key in TAKES]
    rows.append((words("takes_out"), found.taken_out.total()))
    note = words("takes_note", now=found.registers.takes)
    return Section("takes", words("takes_title"), (note,), (words("col_what"), words("col_count")), tuple(rows))


def _terms(found: Audit, ground: Ground, words: Words) -> Section:
    """The terms as they were at the end of the year."""
    then = Ground(found.settings, ground.terms, ground.made, ground.language)
    counts = {key: found.cleared.counts[key] for key in ("unreviewed", "expired", "without_consent", "register")}
    note = words("terms_note", days=len(found.cleared.days), accesses=found.cleared.counts["accesses"], **counts)
    headings = (ground.say("term"), ground.say("span"))
    return Section("terms", words("terms_title"), (note,), headings, tuple(tuple(row) for row in then.spans()))


def _erased(found: Audit, ground: Ground, words: Words) -> Section:
    rows = tuple(
        (
            _day(one.utc_ms), one.receipt, words(f"what_{one.what}"), one.count,
            _named("audit.why", one.why, ground.language), words("proof_yes" if one.proof else "proof_no"),
        )
        for one in found.erased
    )  # fmt: skip
    headings = tuple(words(f"col_{key}") for key in ("day", "receipt", "what", "count", "why", "proof"))
    return Section("erased", words("erased_title"), (words("erased_note"),), headings, rows)


def _accesses(found: Audit, ground: Ground, words: Words) -> Section:
    whole = words("whole_yes" if found.registers.accesses_whole else "whole_no")
    rows = tuple(
        (_named("staff.role", role, ground.language), _named("booth_staff.hear", reason, ground.language), times)
        for (role, reason), times in sorted(found.heard.items())
    )
    headings = (words("col_role"), words("col_reason"), words("col_times"))
    note = words("access_note", seals=found.seals, whole=whole)
    return Section("accesses", words("access_title"), (note,), headings, rows)


def _exports(found: Audit, ground: Ground, words: Words) -> Section:
    rows = tuple(_acts(found, ground, lambda act: act == "exported"))
    headings = (words("col_day"), words("col_role"), words("col_detail"))
    return Section("exports", words("exports_title"), (words("exports_note", count=len(rows)),), headings, rows)


def _asked(found: Audit, ground: Ground, words: Words) -> Section:
    rows = tuple(
        (
            words(f"right_{one.what}"),
            one.asked,
            one.due,
            one.answered or "—",
            words(f"outcome_{one.outcome or 'waiting'}"),
        )
        for one in found.asked.values()
    )
    headings = tuple(words(f"col_{key}") for key in ("what", "asked", "due", "answered", "outcome"))
    good = sum(one.in_time for one in found.asked.values())
    return Section("asked", words("asked_title"), (words("asked_note", count=len(rows), good=good),), headings, rows)


def _incidents(found: Audit, ground: Ground, words: Words) -> Section:
    rows = tuple(
        (
            _day(one["opened"]), _named("audit.incident", one["what"], ground.language), len(one["steps"]),
            words(f"incident_{one['outcome'] or 'open'}"),
        )
        for one in found.incidents.values()
    )  # fmt: skip
    headings = tuple(words(f"col_{key}") for key in ("day", "what", "steps", "outcome"))
    note = words("incidents_note", count=len(rows), restored=len(found.restored))
    return Section("incidents", words("incidents_title"), (note,), headings, rows)


def _staff(found: Audit, ground: Ground, words: Words) -> Section:
    counts = {act: sum(one.act == act for one in found.acts) for act in DOOR}
    rows = tuple((words(f"act_{act}"), count) for act, count in counts.items())
    headings = (words("col_what"), words("col_count"))
    return Section("staff", words("staff_title"), (words("staff_note"),), headings, rows)


def _settings(found: Audit, ground: Ground, words: Words) -> Section:
    changes = sum(one.act == "setting_changed" for one in found.acts)
    rows = tuple(
        (_named("store.setting", key, ground.language), _shown(found.settings[key], key, ground)) for key in SHOWN
    )
    note = words("settings_note", changes=changes)
    return Section("settings", words("settings_title"), (note,), (words("col_setting"), words("col_value")), rows)


def _changes(found: Audit, ground: Ground, words: Words) -> Section:
    rows = tuple(_acts(found, ground, lambda act: act.startswith(("setting", "pin_", "recovery_"))))
    headings = (words("col_day"), words("col_role"), words("col_detail"))
    return Section("changes", words("changes_title"), (), headings, rows)


def _acts(found: Audit, ground: Ground, wanted: Callable[[str], bool]) -> Iterator[tuple[Cell, ...]]:
    """What staff did, as their own log tells it."""
    for one in found.acts:
        if wanted(one.act):
            about_role = one.act.startswith(("pin_", "recovery_")) and one.detail
            detail = _named("staff.role", one.detail, ground.language) if about_role else one.detail
            try:
                what = say(f"staff.act_{one.act}", ground.language, detail=detail)
            except KeyError:
                what = f"{one.act} {detail}".strip()
            yield _day(one.utc_ms), _named("staff.role", one.role or "nobody", ground.language), what


def _named(group: str, key: str, language: str) -> str:
    """What people call a code; what a newer program wrote is shown as it stands."""
    try:
        return say(f"{group}_{key}", language)
    except KeyError:
        return key


def _shown(value: object, key: str, ground: Ground) -> str:
    if key == "booth_mode":
        return _named("privacy_papers.mode", str(value), ground.language)
    if isinstance(value, bool):
        return say(f"audit.switch_{'on' if value else 'off'}", ground.language)
    return str(value) or "—"


def _day(utc_ms: int) -> str:
    return datetime.fromtimestamp(utc_ms / 1000).strftime("%Y-%m-%d")
