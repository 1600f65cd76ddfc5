"""What a run leaves behind: the facts for the journal and the card at its end. Pure."""

from collections.abc import Mapping

from kiosk.core.events import ItemAnswered, StationFinished
from kiosk.learning.rating import Ability
from kiosk.stations.anti_fraud.after import Say
from kiosk.stations.anti_fraud.levels import Level, learned
from kiosk.stations.anti_fraud.rules import Run
from kiosk.stations.anti_fraud.trickster import TRICKSTER
from kiosk.stations.station import StationResult

STATION = "anti_fraud"


def shown_ability(abilities: Mapping[int, Ability]) -> float | None:
    """The middle of what the players have shown in this visit, in logits; `None` while that is nothing."""
    shown = [ability.value for ability in abilities.values()]
    return sum(shown) / len(shown) if shown else None


def answered(run: Run, reading_ms: int) -> ItemAnswered:
    """The fact of the last answer of `run`; `reading_ms` from the item's appearance to the confirmation."""
    answer = run.answers[-1]
    bank = answer.turn.bank
    return ItemAnswered(
        station=STATION,
        level=run.level,
        item=bank.item.id,
        item_hash=bank.hash,
        pack=bank.pack,
        pack_hash=bank.pack_hash,
        chosen=answer.chosen,
        right=bank.item.right if bank.item.kind == "order" else tuple(sorted(bank.item.right)),
        verdict=answer.verdict,
        reading_ms=reading_ms,
        changes=answer.changes,
        player=answer.turn.player,
        mode=TRICKSTER if run.level == TRICKSTER else run.mode,
        said=answer.said,
    )


def finished(run: Run) -> StationFinished:
    """The fact that `run` is over, at its end or before."""
    return StationFinished(STATION, run.level, len(run.answers), run.right, run.stars, run.finished)


def result(run: Run, level: Level, say: Say) -> StationResult:
    """What the result card shows of `run`."""
    return StationResult(
        station=STATION,
        level=run.level,
        title=say("anti_fraud.result_title", name=level.name),
        answered=len(run.answers),
        right=run.right,
        stars=run.stars,
        lanterns=run.right,
        picture=level.family.monster + ("-beaten" if run.beaten else ""),
        learned=learned(run),
    )
