"""Which forms a class can do: the built-in banks' together, or those of one pack. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.core.item import Item
from kiosk.learning.forms import Form, make_forms, problems
from kiosk.stations.station import BankItem

BUILT_IN = ""
"""What the built-in banks' set is called."""


@dataclass(frozen=True, slots=True)
class FormSet:
    """Forms A, B and C that belong together; `banks` finds where an item is from by its id and form."""

    name: str
    forms: Mapping[str, Form]
    banks: Mapping[str, BankItem]

    def items(self, form: str) -> tuple[BankItem, ...]:
        """The items of `form` in the order in which printed sheets and the whole class get them."""
        return tuple(self.banks[item.id] for item in self.forms[form].items)


def form_sets(items: Iterable[tuple[BankItem, bool]]) -> dict[str, FormSet]:
    """The complete sets among `items`, each with whether its bank is built in: by pack, ours under `BUILT_IN`."""
    by_set: dict[str, list[BankItem]] = {}
    for bank, built_in in items:
        if bank.item.form:
            by_set.setdefault(BUILT_IN if built_in else bank.pack, []).append(bank)
    return {name: _form_set(name, found) for name, found in by_set.items() if _complete([one.item for one in found])}


def _complete(items: Sequence[Item]) -> bool:
    return not problems(items)


def _form_set(name: str, banks: Sequence[BankItem]) -> FormSet:
    return FormSet(name, make_forms(one.item for one in banks), {one.item.id: one for one in banks})
