"""An item as children will meet it here, for whoever looks through a bank before it is installed."""

from collections.abc import Collection

from kiosk.stations.anti_fraud.rules import ITEMS, begin
from kiosk.stations.anti_fraud.view_model import AntiFraudViewModel
from kiosk.stations.station import BankItem


class AntiFraudPreview(AntiFraudViewModel):
    """A `StationPreview`: the same screen with one item, which can be answered again and again."""

    def show(self, bank: BankItem) -> None:
        """Ask this item."""
        level = self._map.level_of(bank.item.family)
        self._begin("turns", level, [begin(level.family.id, [bank] * ITEMS, 1, self._context.random)])

    def _end(self) -> None:
        """A preview comes to no end: the same item anew."""
        self.show(self._play.board.run.answers[-1].turn.bank)

    def _find(self, trick: str, avoid: Collection[str]) -> BankItem | None:
        """A missed trick comes back as the same item."""
        return None
