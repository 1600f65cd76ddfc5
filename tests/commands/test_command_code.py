"""`kiosk code`: pictures told once, found again at the bridge, erased with a receipt."""

from pathlib import Path

from kiosk.core.clock import SystemClock
from kiosk.core.returning import PICTURES
from kiosk.core.words import say
from kiosk.privacy.guardian import Guardian
from kiosk.store import settings
from kiosk.store.store import Store
from tests.commands.commands_help import kiosk


def test_a_code_is_issued_found_and_withdrawn(tmp_path: Path) -> None:
    home = tmp_path / "home"
    issue = ("code", "issue", "--home", home, "--form", "F-1", "--signed", "2026-11-20", "--class", "三班")
    done = kiosk(*issue)
    assert (done.code, done.err) == (0, "")
    names = {say(f"privacy.picture_{name}"): name for name in PICTURES}
    told = [names[one] for one in done.out.splitlines()[0].partition("：")[2].split(" → ")]
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    guardian = Guardian(home, store, SystemClock(), lambda: {"days_return_code": 60, "marker_folder": ""})
    assert guardian.codes.find("三班", told) is not None
    settings.save(store, "classes", ["一班", "三班"]).result()
    store.close()
    refused = kiosk("code", "issue", "--home", home, "--form", "F-2", "--signed", "2026-11-20", "--class", "五班")
    assert refused.code == 2 and "五班" in refused.err and "三班" in refused.err
    gone = kiosk("code", "withdraw", "--home", home, "--form", "F-1", lang="en_US.UTF-8")
    assert gone.code == 0 and "withdrew" in gone.out
    assert kiosk("code", "withdraw", "--home", home, "--form", "F-1").code == 0
    assert kiosk("code", "issue", "--home", home, "--form", "F-1", "--signed", "gestern").code == 2
