"""The privacy office by touch: requests answered, papers made, incidents dealt with, and who may see it."""

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import pyzipper

from kiosk.core.clock import SteppedClock
from kiosk.core.events import ItemAnswered, VisitorNamed, VisitStarted
from kiosk.core.visit import Visit
from kiosk.devices.qt_drives import DriveWatch
from kiosk.devices.state import DeviceState
from kiosk.staff.door import Door
from kiosk.staff.fonts import FontState
from kiosk.staff.health import Check, Ground
from kiosk.staff.health_privacy import privacy
from kiosk.staff.parts import StaffParts
from kiosk.staff.privacy_look import audit_due, look, notices
from kiosk.staff.roles import INNER, ROLES, Role, may_open
from kiosk.staff.staff_view_model import PAGE_TYPES
from kiosk.store import settings
from kiosk.store.store import Store

from .booth_parts import BoothHome
from .conftest import Screen

DAY_MS = 86_400_000
CLASS = "五年级（3）班"
MATRIX: dict[Role, str] = {
    "guide": "today class booth health ledger report consents",
    "teacher": "today class booth packs codes health ledger report quality consents review works studio",
    "auditor": "privacy export ledger health log accesses privacy_papers terms breach",
}
"""Who sees which of the pages of this room; an admin sees all."""
OURS = frozenset(
    [
        *("today", "class", "booth", "packs", "codes", "export", "settings", "people", "privacy", "health", "ledger"),
        *("report", "quality", "consents", "review", "works", "booth_rules", "studio", "keys", "log", "accesses"),
        *("requests", "privacy_papers", "terms", "breach"),
    ]
)


@pytest.fixture
def booth(home: Path, store: Store, clock: SteppedClock) -> BoothHome:
    """A form with a take of its own and a code, and another child who speaks with it."""
    settings.save(store, "classes", ["三年级（1）班", CLASS]).result()
    one = BoothHome(home, store, clock)
    first = one.form("2026001", class_label=CLASS)
    second = one.form("2026002")
    one.take(first, release="publish")
    one.approved(first, second)
    code = one.guardian.codes.issue("2026001", "2026-11-01", CLASS, "teacher")
    found = one.guardian.codes.find(CLASS, code)
    assert found
    visit = Visit("0190a0b0-0000-7000-8000-000000000001")
    store.append(VisitStarted(), visit)
    store.append(VisitorNamed(class_label=CLASS, nickname="小灯笼"), visit)
    store.append(ItemAnswered("anti_fraud", "game_skin", "i", "h", "p", "ph", ("A",), ("A",), "right", 4000), visit)
    one.guardian.codes.came(found.handle, visit.id)
    one.guardian.codes.keep(found.handle, ("stop",))
    assert store.flush(5)
    return one


@pytest.fixture
def parts(parts: StaffParts, booth: BoothHome) -> StaffParts:
    """All that the staff pages are handed, a booth among it."""
    return replace(parts, keeper=booth.keeper)


def ask(screen: Screen, form: str, right: str) -> str:
    """Register a request by touch and open it; its number."""
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "entry")
    for digit in form:
        screen.touch(f"key-{digit}")
    screen.touch(f"right-{right}")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list" and bool(screen.of_page("rows")))
    key = str(screen.of_page("rows")[0]["key"])
    screen.touch(f"request-{key}")
    screen.wait(lambda: len(screen.model.property("model").one.lines) > 0)
    return key


def test_each_right_is_met(
    screen: Screen, door: Door, booth: BoothHome, store: Store, stick: Path, drives: DriveWatch
) -> None:
    """Seen, refused, corrected, copied to a stick, erased with receipts; a stranger's form has nothing."""
    screen.enter("admin")
    screen.touch("page-privacy")
    screen.touch("door-requests")
    screen.wait(lambda: screen.of_page("stage") == "list")
    ask(screen, "2026001", "access")
    assert "录音 2 段" in screen.text("kept")
    screen.touch("refuse")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list")
    ask(screen, "99", "correct")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list")
    ask(screen, "2026001", "correct")
    screen.touch("day-less")
    screen.touch("class-less")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list")
    entries = [one for one in booth.guardian.consents.entries() if one.form == "2026001"]
    assert {(one.signed, one.class_label) for one in entries} == {("2026-10-31", "三年级（1）班")}

    key = ask(screen, "2026001", "copy")
    screen.touch("primary")
    screen.wait_for("message", "插上 U 盘")
    stick.mkdir()
    drives.look()
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list")
    (copy,) = stick.glob(f"*{key}*.zip")
    with zipfile.ZipFile(copy) as packed:
        assert packed.namelist() == ["信息清单.pdf", "答题.csv", "录音-1.wav"]
        rows = list(csv.reader(io.StringIO(packed.read("答题.csv").decode("utf-8-sig"))))
        assert len(rows) == 2
        assert packed.read("录音-1.wav")[:4] == b"RIFF"
    assert booth.guardian.access.entries()[0].act == "copied"

    ask(screen, "2026001", "delete")
    screen.touch("primary")
    assert "2 段录音和 1 个回来码" in screen.text("message")
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "receipt")
    screen.touch("primary")
    screen.wait(lambda: "回来码" in screen.text("receipt-line-0"))
    screen.touch("primary")
    screen.wait(lambda: screen.of_page("stage") == "list")
    assert booth.guardian.takes.all() == []
    assert booth.guardian.requests.waiting() == []
    assert outcomes(store) == ["done", "nothing_kept", "done", "done", "done"]


def outcomes(store: Store) -> list[str]:
    """How the requests ended, in order."""
    store.flush(5)
    with store.read() as db:
        rows = db.execute(
            "SELECT json_extract(body, '$.outcome') FROM journal_entry WHERE kind = 'subject_answered'"
            " ORDER BY position"
        )
        return [row[0] for row in rows]


def test_whoever_is_no_guardian_gets_nothing(screen: Screen, door: Door, booth: BoothHome, store: Store) -> None:
    """The second touch refuses; nothing has changed."""
    screen.enter("admin")
    screen.model.open("requests")
    screen.wait(lambda: screen.of_page("stage") == "list")
    ask(screen, "2026001", "delete")
    screen.touch("refuse")
    assert len(booth.guardian.requests.waiting()) == 1
    screen.touch("refuse")
    screen.wait(lambda: screen.of_page("stage") == "list")
    assert len(booth.guardian.takes.all()) == 2
    assert outcomes(store) == ["refused"]


def test_a_return_code_card_is_a_handle(screen: Screen, door: Door, booth: BoothHome) -> None:
    """Class and three pictures find the form; wrong ones find nobody."""
    code = booth.guardian.codes.issue("2026001", "2026-11-01", CLASS, "teacher")
    screen.enter("admin")
    screen.model.open("requests")
    screen.wait(lambda: screen.of_page("stage") == "list")
    screen.touch("primary")
    screen.touch("turn")
    for picture in code:
        screen.touch(f"picture-{picture}")
    screen.touch("right-access")
    screen.touch("primary")
    screen.wait_for("message", "没有找到")
    screen.touch("class-less")
    screen.touch("primary")
    screen.wait(lambda: bool(screen.of_page("rows")))
    assert screen.of_page("rows")[0]["name"] == "2026001 号 · 查阅"


def test_an_auditor_makes_the_audit_by_one_press(
    screen: Screen, door: Door, booth: BoothHome, store: Store, stick: Path, drives: DriveWatch
) -> None:
    """The zip is on the stick and on record; papers too; requests are not an auditor's."""
    stick.mkdir()
    drives.look()
    screen.enter("auditor")
    assert screen.page == "privacy"
    assert screen.find("door-requests") is None
    screen.touch("door-privacy_papers")
    screen.settle()
    screen.touch("make-audit")
    screen.wait_for("message", "TEACHER")
    assert len(list(stick.glob("审计资料包-2026-*.zip"))) == 1
    screen.touch("save-consent_form")
    screen.wait_for("message", "监护人同意书")
    assert len(list(stick.glob("监护人同意书-*.pdf"))) == 1
    store.flush(5)
    with store.read() as db:
        told = [row[0] for row in db.execute("SELECT body FROM journal_entry WHERE kind = 'staff_acted'")]
    assert any("audit 2026 zip" in one and "auditor" in one for one in told)


def test_what_a_family_or_an_inspector_takes_along_can_be_locked(
    screen: Screen, door: Door, booth: BoothHome, store: Store, stick: Path, drives: DriveWatch
) -> None:
    """Both zips open by what was on the screen before they were made, and by nothing else."""
    stick.mkdir()
    drives.look()
    screen.enter("admin")
    screen.touch("page-privacy")
    screen.touch("door-requests")
    screen.wait(lambda: screen.of_page("stage") == "list")
    key = ask(screen, "2026001", "copy")
    screen.touch("lock")
    screen.settle()
    screen.touch("primary")
    copied = screen.text("lock-code").replace(" ", "")
    screen.touch("lock-go-on")
    screen.wait(lambda: bool(list(stick.glob(f"*{key}*.zip"))) and screen.of_page("stage") == "list")
    screen.touch("page-privacy")
    screen.touch("door-privacy_papers")
    screen.settle()
    screen.touch("lock")
    screen.settle()
    screen.touch("make-audit")
    audited = screen.text("lock-code").replace(" ", "")
    screen.touch("lock-go-on")
    screen.wait_for("message", "TEACHER")
    for pattern, password in ((f"*{key}*.zip", copied), ("审计资料包-*.zip", audited)):
        (file,) = stick.glob(pattern)
        with pyzipper.AESZipFile(file) as packed:
            assert all(one.wz_aes_strength == 3 for one in packed.infolist())
            with pytest.raises(RuntimeError):
                packed.read(packed.infolist()[0], pwd=b"0" * 20)
            packed.setpassword(password.encode())
            assert packed.testzip() is None


def test_an_incident_is_dealt_with_by_touch(screen: Screen, door: Door, booth: BoothHome, clock: SteppedClock) -> None:
    """Two touches begin; each step is on record; it closes when all are done."""
    screen.enter("admin")
    screen.touch("page-privacy")
    screen.touch("door-breach")
    screen.touch("incident-pin_known")
    assert booth.guardian.incidents.all() == []
    screen.touch("incident-pin_known")
    screen.wait(lambda: screen.of_page("stage") == "steps")
    clock.step(90 * 60_000)
    screen.model.touched()
    for step in ("stop", "officer", "look", "report", "guardians", "mend", "review"):
        assert not screen.of_page("complete")
        screen.touch(f"step-{step}")
        screen.wait(lambda: screen.find(f"step-{step}") is None)  # noqa: B023
    screen.touch("close-incident")
    screen.wait(lambda: screen.of_page("stage") == "kinds")
    (one,) = booth.guardian.incidents.all()
    assert one.closed == "done"


def test_the_terms_run_and_are_sealed_by_touch(screen: Screen, door: Door, booth: BoothHome) -> None:
    screen.enter("admin")
    screen.model.open("terms")
    screen.wait(lambda: len(screen.of_page("terms")) == 5)
    screen.touch("run-terms")
    screen.wait_for("message", "清理好了")
    screen.touch("run-terms")
    screen.wait_for("message", "已经清理过")
    screen.touch("seal")
    screen.wait_for("message", "指纹")
    screen.touch("to-rules")
    screen.wait(lambda: screen.page == "booth_rules")


@pytest.mark.parametrize("role", ROLES)
def test_the_role_matrix(role: Role) -> None:
    """Least access, page by page: what is not in the matrix is shut."""
    seen = {page for page in PAGE_TYPES if may_open(role, page)}
    assert set(PAGE_TYPES) >= OURS
    assert set(INNER) <= set(PAGE_TYPES)
    assert seen & OURS == (OURS if role == "admin" else set(MATRIX[role].split()))


def test_what_is_due_is_told(booth: BoothHome, store: Store, clock: SteppedClock, parts: StaffParts) -> None:
    """A request soon, today and late; January's audit until it is made; on 今天 and in the health check alike."""
    parts_say = parts.say
    assert told(booth, store, clock, parts) == []
    booth.guardian.requests.ask("2026002", "access", "admin")
    assert told(booth, store, clock, parts) == []
    due = booth.guardian.requests.waiting()[0].due
    today = date.fromtimestamp(clock.utc / 1000)
    clock.utc += (due - today).days * DAY_MS
    booth.guardian.daily()
    assert told(booth, store, clock, parts) == [parts_say("privacy_staff.notice_request_today")]
    clock.utc += DAY_MS
    assert "过了最后期限" in told(booth, store, clock, parts)[0]
    assert "过了最后期限" in health(booth, store, clock).what
    booth.guardian.requests.answer(booth.guardian.requests.waiting()[0], "done", "admin")
    clock.utc = 1_799_000_000_000
    assert [one for one in told(booth, store, clock, parts) if "1 月 31 日" in one]
    parts.door.record("admin", "exported", "audit 2026 zip sha256 0")
    store.flush(5)
    assert not [one for one in told(booth, store, clock, parts) if "1 月 31 日" in one]
    with store.read() as db:
        assert audit_due(db, date(2028, 2, 10)).wanted
        assert not audit_due(db, date(2028, 6, 10)).wanted
        assert not audit_due(db, date(2026, 12, 1)).wanted


def told(booth: BoothHome, store: Store, clock: SteppedClock, parts: StaffParts) -> list[str]:
    """What the page says is due."""
    store.flush(5)
    return notices(look(booth.guardian, store, clock.utc), parts.say)


def health(booth: BoothHome, store: Store, clock: SteppedClock) -> Check:
    """The health page's line."""
    quiet = DeviceState("devices.sound_off", works=False)
    return privacy(Ground(store.home, store, clock, "zh", lambda: quiet, lambda: quiet, lambda: FontState("x", True)))


def test_the_recovery_code_goes_to_paper(
    make_screen: Callable[..., Screen], store: Store, stick: Path, drives: DriveWatch
) -> None:
    """First PIN, code onto the stick; PIN forgotten, the code sets a new one and a new code; nothing else is gone."""
    screen = make_screen()
    screen.begin()
    for _ in range(2):
        screen.type("906132")
        screen.settle()
    screen.wait(lambda: screen.of_page("stage") == "code")
    code = screen.text("shown").replace(" ", "")
    assert not screen.model.property("model").paper.out.hasStick
    stick.mkdir()
    drives.look()
    screen.touch("code-save")
    screen.wait_for("code-message", "TEACHER")
    assert len(list(stick.glob("恢复码-*.pdf"))) == 1
    screen.touch("primary")
    screen.wait(lambda: screen.page == "today")
    assert list(store.home.glob("exports/*")) == []
    again = make_screen()
    again.begin()
    again.touch("forgot")
    again.type(code)
    again.wait(lambda: again.of_page("stage") == "renew")
    for _ in range(2):
        again.type("264917")
        again.settle()
    again.wait(lambda: again.of_page("stage") == "code")
    assert again.text("shown").replace(" ", "") != code
