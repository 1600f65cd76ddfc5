"""What several kinds have in common: names in two languages, and which picture stands for which."""

from collections.abc import Iterable, Iterator

from kiosk.packs.fields import Check, Fault, table, text
from kiosk.packs.our_pictures import is_ours

FILE = "[A-Za-z0-9_-]+"
"""How a picture or a sound in the folder of its file is named, without its ending."""
OURS = "(icon/)?[a-z0-9-]+(#[a-z0-9-]+)?"
"""How a picture of the program is named, `canal`, or a group within one, `stations#anti-fraud`."""


def names(most_zh: int, most_en: int) -> Check:
    """A text in Chinese and, if there is one, in English, of so many characters at most."""
    return table(("zh",), {"zh": text(1, most_zh), "en": text(0, most_en)})


def not_ours(pictures: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """A fault for each path at which a picture of the program should stand and none does."""
    for path, name in pictures:
        if not is_ours(name):
            yield Fault(path, "picture_not_ours", {"value": name[:60]})
