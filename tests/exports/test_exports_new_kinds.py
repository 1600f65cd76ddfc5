"""What was chosen in cues, order and chat stands in the exports as people say it."""

import json
from pathlib import Path

from kiosk.core.clock import SteppedClock
from kiosk.core.item import canonical, from_json, item_hash
from kiosk.exports.asked import Asked
from kiosk.exports.item_texts import ItemTexts
from kiosk.store import Store
from tests.packs.packs_help import example


def test_keys_of_the_new_kinds_have_words(tmp_path: Path) -> None:
    """Passages, steps and endings; what a chat begins with stands for its message."""
    items = [from_json(example(name)) for name in ("skin-201", "skin-301", "skin-401")]
    store = Store.open(tmp_path / "home", SteppedClock(), housekeeping_after_s=None)
    rows = [(item_hash(item), canonical(item)) for item in items]
    store.write(lambda db: db.conn.executemany("INSERT INTO item_text (hash, body) VALUES (?, ?)", rows)).result()
    with store.read() as db:
        texts = ItemTexts(db, Asked())
        cues, order, chat = (texts.item(hash) for hash, _ in rows)
    store.close()
    assert (cues.kind, cues.said(("c1", "d2", "none"))) == ("找破绽", "先交10元保证金；周末愉快；没有破绽")
    assert (order.kind, order.said(("B", "A"))) == ("排顺序", "不再点，不填密码；停下来，先不急")
    assert (chat.kind, chat.said(("asked", "risky"))) == ("多轮对话", "问了大人；危险")
    assert chat.message == "皮肤小助手：\n恭喜你抽中限定皮肤！\n先交10元保证金就能领。"
    assert chat.replies(("A", "A", "B")) == "为什么要先交钱？ → 我不要了。 → （给妈妈看）"
    assert chat.replies(("B", "Z", "A")) == "好呀，怎么交？ → Z → A"
    assert cues.replies(()) == ""
    assert json.loads(rows[0][1])["kind"] == "cues"
