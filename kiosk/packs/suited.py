"""The banks as a class of a known age is asked from them: items of its age band, others where there are none."""

from collections.abc import Collection, Sequence
from random import Random

from kiosk.stations.station import BankItem, Family, ItemSource


class SuitedItems:
    """Implements `ItemSource` over `inner` for the band `ages` of `core.item.AGES`.

    An item of another band is exchanged for one of the same nature, first of its kind, then of any that was asked for;
    so the balance of genuine items and scams stays as `inner` made it.
    """

    def __init__(self, inner: ItemSource, ages: str) -> None:
        self._inner, self._ages = inner, ages

    def families(self) -> Sequence[Family]:
        """Those of all."""
        return self._inner.families()

    def pick(
        self,
        family: str,
        count: int,
        *,
        kinds: Collection[str] = (),
        avoid: Collection[str] = (),
        random: Random,
        natures: Collection[str] = (),
        ability: float | None = None,
    ) -> list[BankItem]:
        """As `ItemSource.pick`."""
        found = self._inner.pick(
            family, count, kinds=kinds, avoid=avoid, random=random, natures=natures, ability=ability
        )
        seen = {*avoid, *(one.hash for one in found)}
        for place, bank in enumerate(found):
            for asked in ((bank.item.kind,), kinds):
                if not self._suits(bank):
                    bank = self._exchange(bank, family, asked, seen, random, ability)
            found[place] = bank
        return found

    def another(
        self, trick: str, *, avoid: Collection[str], random: Random, kinds: Collection[str] = ()
    ) -> BankItem | None:
        """As `ItemSource.another`."""
        seen, first = {*avoid}, None
        while (bank := self._inner.another(trick, avoid=seen, random=random, kinds=kinds)) is not None:
            if self._suits(bank):
                return bank
            first = first or bank
            seen.add(bank.hash)
        return first

    def _exchange(
        self,
        bank: BankItem,
        family: str,
        kinds: Collection[str],
        seen: set[str],
        random: Random,
        ability: float | None,
    ) -> BankItem:
        """One that suits, of the same nature; `bank` itself where there is none. What was looked at is `seen`."""
        looked = set(seen)
        while others := self._inner.pick(
            family, 1, kinds=kinds, avoid=looked, random=random, natures=(bank.nature,), ability=ability
        ):
            if self._suits(others[0]):
                seen.add(others[0].hash)
                return others[0]
            looked.add(others[0].hash)
        return bank

    def _suits(self, bank: BankItem) -> bool:
        return not bank.item.ages or self._ages in bank.item.ages
