"""A run takes three to five minutes at a middle reader's speed, for one child as for four; see `pacing`."""

from collections.abc import Callable
from statistics import median

import pytest

from kiosk.stations.little_supervisor.card import CARD as SUPERVISOR
from tests.stations import kind_words_stage, pledge_stage, rumour_help
from tests.stations.pacing import PACES, Reader
from tests.stations.stage import Stage
from tests.stations.supervisor_stage import NoItems

MakeStage = Callable[..., Stage]
RUNS = 5


def supervisor(**fields: int) -> Stage:
    return Stage(NoItems(), SUPERVISOR, **fields)  # type: ignore[arg-type]


def minutes(make: MakeStage, players: int, pace: str) -> float:
    return median(Reader(make(players=players, seed=seed), PACES[pace]).play() for seed in range(RUNS))


@pytest.mark.parametrize("players", [1, 2, 3, 4])
@pytest.mark.parametrize(
    "make",
    [supervisor, rumour_help.stage, kind_words_stage.stage, pledge_stage.stage],
    ids=lambda make: make.__module__,
)
def test_a_run_takes_three_to_five_minutes(make: MakeStage, players: int) -> None:
    middle = minutes(make, players, "middle")
    assert 3.0 <= middle <= 5.1, f"{middle:.1f} minutes"
    assert minutes(make, players, "quick") >= 2.2 and minutes(make, players, "slow") <= 6.8
