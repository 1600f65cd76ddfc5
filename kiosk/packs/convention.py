"""《全国青少年网络文明公约》 of 2001-11-22: five pairs. Invented versions circulate; they are told apart here."""

import re

from kiosk.packs.plain import fold

LINES = (
    "要善于网上学习，不浏览不良信息",
    "要诚实友好交流，不侮辱欺诈他人",
    "要增强自护意识，不随意约会网友",
    "要维护网络安全，不破坏网络秩序",
    "要有益身心健康，不沉溺虚拟时空",
)
OFFICIAL = frozenset(fold(line).replace(",", "") for line in LINES)
NAMED = re.compile(r"文明公约|网络公约")
COUNTED = re.compile(r"[六七八九十6789]\s*(?:条|点|项|个要|句)|10\s*条")
PAIR = re.compile(r"要[^，,。；;、\s要不]{3,10}[，,]\s*不[^，,。；;、\s]{3,12}")


def invented(said: str, taught: str) -> bool:
    """Whether a text that names the convention teaches another number of lines or lines that it does not have."""
    if not NAMED.search(said):
        return False
    if COUNTED.search(taught):
        return True
    pairs = [fold(pair).replace(",", "") for pair in PAIR.findall(taught)]
    return any(pair not in OFFICIAL for pair in pairs)
