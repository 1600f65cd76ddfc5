"""What a teacher adds on the screen to items of a file of their own: an explanation, the family, the nature."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from kiosk.core.errors import KioskError
from kiosk.core.item import Item, from_json, to_json
from kiosk.packs.bank import Bank
from kiosk.packs.native_check import item_faults
from kiosk.packs.plain import clean, shorten

FIELDS = ("explanation", "family", "nature")


def completed(bank: Bank, changes: Mapping[str, Mapping[str, str]], families: Collection[str]) -> Bank:
    """The bank with its items changed, as the next version. Raises KioskError `packs.change_refused`."""
    items = {item.id: item for item in bank.items}
    for name, fields in changes.items():
        if name not in items:
            raise KioskError("packs.change_refused", f"no item {name}", item=shorten(name))
        items[name] = changed(items[name], fields, families)
    return replace(bank, version="", items=tuple(items.values()))


def changed(item: Item, fields: Mapping[str, str], families: Collection[str]) -> Item:
    """The item with `fields`. Raises KioskError `packs.change_refused`."""
    given = {name: clean(text) for name, text in fields.items()}
    values = to_json(item) | given
    # The nature of a message to judge is its right answer.
    if item.kind == "judge" and "nature" in given:
        values["right"] = [given["nature"]]
    unknown = set(given) - set(FIELDS) or {given.get("family", "")} - {"", *families}
    if unknown or item_faults(values):
        raise KioskError("packs.change_refused", str(unknown or item_faults(values)), item=shorten(item.stem))
    return from_json(values)
