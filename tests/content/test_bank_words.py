"""What no item may say: real companies, real addresses, fright, and the game hours of 2019."""

import re

import pytest

from kiosk.core.item import Item

REAL_NAMES = (
    "微信 QQ 支付宝 淘宝 天猫 京东 拼多多 抖音 快手 小红书 哔哩哔哩 B站 美团 饿了么 腾讯 阿里 百度 网易 米哈游 "
    "王者荣耀 和平精英 原神 蛋仔 我的世界 迷你世界 光遇 闲鱼 微博 知乎 顺丰 圆通 中通 韵达 菜鸟 华为 小米 苹果手机 "
    "中国移动 中国联通 中国电信 工商银行 建设银行 农业银行 中国银行 招商银行 花呗 借呗 钉钉 飞书 "
    "Steam Roblox TikTok YouTube"
)
FRIGHTENING = "死 杀 血 绑架 坐牢 枪 裸 自杀 跳楼 毒品 拐卖 尸 毁掉"
ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\d])1[3-9]\d{9}(?!\d)|(?<!\d)\d{15,19}[Xx]?(?!\d)")
HOTLINES = ("piyao.org.cn",)
OLD_HOURS = re.compile(r"(1\.5|一个半|1 ?小时半|3|三) ?个?小时")


def told(item: Item) -> str:
    """Every word of `item` that reaches a child."""
    words = [item.stem, item.explanation, item.genuine_twin, *(f"{o.text} {o.why}" for o in item.options)]
    if message := item.message:
        words += [message.sender, message.note]
        words += [f"{part.title} {part.text} {part.link}" for part in message.parts]
        words += [f"{cue.title} {cue.why}" for cue in (*message.cues, *message.decoys)]
    if chat := item.chat:
        words += [chat.sender, chat.note]
        for node in chat.nodes:
            words += [*node.says, node.closing, *(f"{reply.text} {reply.why}" for reply in node.replies)]
    return "\n".join(words)


@pytest.mark.parametrize("names", [REAL_NAMES, FRIGHTENING], ids=["real names", "frightening words"])
def test_forbidden_words_stay_out(items: list[Item], names: str) -> None:
    assert [(item.id, name) for item in items for name in names.split() if name.lower() in told(item).lower()] == []


def test_only_example_addresses_and_no_real_looking_numbers(items: list[Item]) -> None:
    for item in items:
        for address in ADDRESS.findall(told(item)):
            dotted = not re.fullmatch(r"[\d.]+", address)
            assert not dotted or address.endswith(".example") or address in HOTLINES, (item.id, address)
        assert not NUMBER.search(told(item)), item.id


def test_the_hours_of_2019_are_never_right(items: list[Item]) -> None:
    for item in items:
        right = [option.text for option in item.options if option.key in item.right]
        assert not any(OLD_HOURS.search(text) for text in right), item.id
        if item.kind == "true_false" and item.right == ("A",):
            assert not OLD_HOURS.search(item.stem), item.id
