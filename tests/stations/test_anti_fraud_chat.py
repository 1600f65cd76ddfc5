"""多轮对话: where replies lead, how it ends, and the same by touch."""

from functools import partial
from random import Random

import pytest

from kiosk.core.events import ItemAnswered
from kiosk.core.item import Chat, Item, Node, Reply
from kiosk.core.words import say
from kiosk.rehearsal.finger import items
from kiosk.stations.anti_fraud.after import after_reading, question_reading, show_after
from kiosk.stations.anti_fraud.chat import bubbles, towards
from kiosk.stations.anti_fraud.question import primary_label, show_question
from kiosk.stations.anti_fraud.rules import Run, begin, choose, confirm
from kiosk.stations.station import BankItem
from tests.stations.anti_fraud_screen import Screen
from tests.stations.anti_fraud_stage import Items, World, bank_item, enter, give_answer, our_items, wrong_answer
from tests.stations.conftest import ShowStation

zh = partial(say, language="zh")
OURS = [bank for bank in our_items() if bank.item.chat]


def talk(nature: str = "scam") -> BankItem:
    nodes = (
        Node("n1", ("在吗", "借我账号"), (Reply("A", "不借", "n2", "守住了。"), Reply("B", "好呀", "n3", "别借。"))),
        Node("n2", ("小气",), (Reply("A", "就不借", "e1", "说得清楚。"), Reply("B", "那好吧", "n3", "别松口。"))),
        Node("n3", ("密码呢",), (Reply("A", "我问妈妈", "e2", "找对人了。"), Reply("B", "给你", "e3", "密码不给人。"))),
        Node("e1", ("算了",), ending="safe", closing="你守住了账号。"),
        Node("e2", ("别问",), ending="asked", closing="妈妈帮你改了密码。"),
        Node("e3", ("谢谢",), ending="risky", closing="账号被拿走了。快告诉妈妈。"),
    )
    chat = Chat("大哥", "chat", "n1", nodes, "person", "刚认识")
    item = Item("t", "chat", "你来回话。", ("safe", "asked"), (), "因为。", "game_skin", "t", nature=nature, chat=chat)
    return bank_item(item)


def said(bank: BankItem, keys: str) -> Run:
    run = begin("game_skin", [bank, bank], 1, Random(1))
    for key in keys:
        run = confirm(choose(run, key))
    return run


@pytest.mark.parametrize(
    ("keys", "ending", "verdict", "hearts"),
    [("AA", "safe", "right", 3), ("BA", "asked", "right", 3), ("ABA", "asked", "right", 3), ("BB", "risky", "wrong", 2),
     ("ABB", "risky", "wrong", 2)],
)  # fmt: skip
def test_the_ending_is_the_answer(keys: str, ending: str, verdict: str, hearts: int) -> None:
    assert said(talk(), keys[:-1]).answers == ()
    run = said(talk(), keys)
    answer = run.answers[0]
    assert (answer.chosen, answer.verdict, answer.said, run.hearts) == ((ending,), verdict, tuple(keys), hearts)
    assert (run.said, run.chosen) == ((), ())


def test_a_reply_can_be_changed_before_it_is_confirmed() -> None:
    run = choose(choose(said(talk(), "A"), "B"), "A")
    assert (run.chosen, run.changes) == (("A",), 1)
    assert choose(run, "C") == run
    assert confirm(run).answers[0].changes == 1


def test_what_was_said_so_far() -> None:
    chat = talk().item.chat
    assert chat
    assert [(one["own"], one["text"]) for one in bubbles(chat, ["B", "A"])] == [
        (False, "在吗"), (False, "借我账号"), (True, "好呀"), (False, "密码呢"), (True, "我问妈妈"), (False, "别问"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "endings", "key"), [("", ["safe"], "A"), ("", ["risky"], "B"), ("B", ["asked"], "A"), ("B", ["safe"], "")]
)
def test_the_shortest_way_to_an_ending(keys: str, endings: list[str], key: str) -> None:
    chat = talk().item.chat
    assert chat and towards(chat, keys, endings) == key


@pytest.mark.parametrize(
    ("nature", "keys", "head"),
    [("scam", "AA", "你守住了！"), ("scam", "BA", "你找大人帮忙，真好！"), ("scam", "BB", "这次没看穿它"),
     ("genuine", "AA", "你聊得真好！"), ("genuine", "BA", "问一问再答应，真好！"),
     ("genuine", "BB", "其实，对方说的是真的")],
)  # fmt: skip
def test_afterwards_the_closing_and_a_reason_beside_each_own_reply(nature: str, keys: str, head: str) -> None:
    run = said(talk(nature), keys)
    shown = show_after(run, "皮肤怪", zh)
    assert shown["head"] == head
    kinds = [(block["kind"], block["number"]) for block in shown["blocks"]]
    assert kinds == [("closing", 0), ("reply", 1), ("reply", 2), ("why", 0)]
    assert all(block["text"] for block in shown["blocks"])
    assert shown["blocks"][1]["title"] == ("你说：不借" if keys[0] == "A" else "你说：好呀")
    assert shown["blocks"][0]["text"].rstrip("。") in after_reading(shown)


def test_the_words_of_the_question_follow_the_chat() -> None:
    run = said(talk(), "")
    assert question_reading(run.turn, zh) == "你来回话。在吗。借我账号。不借。好呀。"
    assert question_reading(run.turn, zh, ["A"]) == "小气。就不借。那好吧。"
    assert [option["text"] for option in show_question(run.turn, 1, 1, zh, ["B"])["options"]] == ["我问妈妈", "给你"]
    assert [primary_label(one, zh) for one in (run, choose(run, "A"))] == ["想一想，选一句回话", "就这样回"]


@pytest.mark.parametrize("bank", OURS, ids=lambda bank: bank.item.id)
@pytest.mark.parametrize("good", [True, False])
def test_every_chat_of_our_banks_can_end_well_and_badly(bank: BankItem, good: bool) -> None:
    chat, keys = bank.item.chat, ""
    assert chat
    run = said(bank, "")
    while not run.answers:
        key = towards(chat, run.said, bank.item.right if good else ["risky"])
        assert key, keys
        run = confirm(choose(run, key))
    assert run.answers[0].verdict == ("right" if good else "wrong")


def last_words(screen: Screen) -> str:
    """The last bubble that a child sees."""
    texts = [one for one in items(screen.view.contentItem()) if str(one.metaObject().className()).startswith("ChatBub")]
    return str(texts[-1].property("text")) if texts else ""


def test_bubbles_come_one_after_the_other_and_replies_after_them(show: ShowStation) -> None:
    screen = show(World(Items([talk()])))
    enter(screen.view_model, "game_skin")
    screen.finger.wait(lambda: last_words(screen) == "在吗", "the first bubble")
    assert screen.finger.find("option-0") is None
    screen.finger.wait(lambda: last_words(screen) == "借我账号" and screen.finger.find("option-0"), "the replies")


@pytest.mark.parametrize(("size", "pinyin"), [((1920, 1080), False), ((1080, 1920), True)])
def test_a_long_chat_always_shows_what_was_said_last(show: ShowStation, size: tuple[int, int], pinyin: bool) -> None:
    bank = max(OURS, key=lambda one: len(one.item.chat.nodes) if one.item.chat else 0)
    world = World(Items([bank]))
    screen = show(world, size, calm=True, pinyin=pinyin)
    enter(screen.view_model, bank.item.family)
    screen.finger.rest(410)
    while screen.view_model.phase == "question":
        shown = screen.view_model.question["chat"]["bubbles"][-1]["text"]
        screen.finger.wait(lambda shown=shown: last_words(screen) == shown, shown)  # type: ignore[misc]
        assert screen.clipped() == []
        screen.answer(*wrong_answer(screen.view_model))
    screen.ready()
    shown = screen.view_model.question["chat"]["bubbles"][-1]["text"]
    screen.finger.wait(lambda: last_words(screen) == shown, shown)
    assert screen.clipped() == []
    (answer,) = world.of(ItemAnswered)
    assert (answer.chosen, answer.verdict) == (("risky",), "wrong")


def test_a_second_chat_starts_anew(show: ShowStation) -> None:
    family = next(one.item.family for one in OURS)
    screen = show(World(Items([one for one in OURS if one.item.family == family])), calm=True)
    enter(screen.view_model, family)
    give_answer(screen.view_model)
    screen.go_on()
    assert screen.view_model.phase == "question"
    begun = screen.view_model.question["chat"]["bubbles"]
    assert not any(bubble["own"] for bubble in begun)
    screen.finger.wait(lambda: last_words(screen) == begun[-1]["text"], "the second chat")
