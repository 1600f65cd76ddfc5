"""The stage of 督导亭: no bank, our own town or one that a pack brought."""

from collections.abc import Collection, Sequence
from random import Random

import kiosk.ui.ruby_text  # noqa: F401 - registers RubyText
from kiosk.stations.little_supervisor.card import CARD
from kiosk.stations.station import BankItem, Brought, Content, Family
from tests.stations.stage import Stage


class NoItems:
    """No bank at all."""

    def families(self) -> Sequence[Family]:
        """None."""
        return ()

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
        """Nothing."""
        return []

    def another(
        self, trick: str, *, avoid: Collection[str], random: Random, kinds: Collection[str] = ()
    ) -> BankItem | None:
        """Nothing."""
        return None


class With:
    """`first`, then what `rest` has."""

    def __init__(self, first: Brought, rest: Content) -> None:
        self._first, self._rest = first, rest

    def brought(self, kind: str) -> Sequence[Brought]:
        """The files of that kind."""
        return [*([self._first] if kind == self._first.kind else []), *self._rest.brought(kind)]


def stage(players: int = 1, **wishes: object) -> Stage:
    """The world around the station."""
    return Stage(NoItems(), CARD, players=players, **wishes)  # type: ignore[arg-type]
