"""Posts of 督导亭 and claims of 辟谣台 stand in the log with their texts, and with how sure the child was."""

from pathlib import Path
from random import Random

from kiosk.core.clock import SteppedClock
from kiosk.core.ids import uuid7
from kiosk.core.item import Item, canonical, item_hash
from kiosk.core.visit import Visit
from kiosk.exports.asked import Asked
from kiosk.exports.columns import LOG
from kiosk.exports.log_rows import log_rows
from kiosk.stations.little_supervisor import facts as posts
from kiosk.stations.little_supervisor.rules import Answer, Task
from kiosk.stations.rumour_desk import facts as claims
from kiosk.stations.rumour_desk import rules
from kiosk.store import Store
from tests.stations.rumour_help import give, our_bank
from tests.stations.supervisor_help import our_town


def test_posts_and_claims_reach_the_log(tmp_path: Path) -> None:
    clock = SteppedClock()
    store = Store.open(tmp_path / "home", clock, housekeeping_after_s=None)
    texts: dict[str, Item] = {}

    def keep(item: Item) -> str:
        texts[item_hash(item)] = item
        return item_hash(item)

    town, bank = our_town(), our_bank()
    post = next(one for one in town.posts if one.what == "dangerous")
    events = posts.answered(
        town, Task(post, 2), Answer("dangerous", post.reason, ("tell", "report")), keep, 4_000, 2_000
    )
    run = rules.begin(bank, rules.DESK, 1, (), Random(1))
    task, run = run.task, give(run, "ask_first", "guess")
    item = claims.item_of(bank, task.claim)
    events.append(claims.answered(run, task, run.answers[0], item, keep(item), 3_000))
    visit = Visit(uuid7(clock.utc_ms()))
    for event in events:
        store.append(event, visit)
    rows = [(hash, canonical(one)) for hash, one in texts.items()]
    store.write(lambda db: db.conn.executemany("INSERT INTO item_text (hash, body) VALUES (?, ?)", rows)).result()
    with store.read() as db:
        logged = [dict(zip((one.key for one in LOG), row, strict=True)) for row in log_rows(db, Asked())]
    store.close()
    assert [one["station"] for one in logged] == ["督导亭"] * 3 + ["辟谣台"]
    assert [one["chosen"] for one in logged] == ["有危险", post.reason, "告诉大人；举报 12377", "还不能确定"]
    assert [one["confidence"] for one in logged] == ["", "", "", "猜的"]
    assert {one["player"] for one in logged[:3]} == {2} and post.text in str(logged[0]["stem"])
    assert task.claim.text in str(logged[3]["message"])
    assert [one["level"] for one in logged[:3]] == [town.street(post.street).name] * 3
