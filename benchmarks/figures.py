"""Figures: what is measured, the floor measured beside it, the aim. Each script saves its own under `build/bench/`."""

import json
import os
import platform
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

OUT = Path(__file__).parents[1] / "build" / "bench"


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` and `floor` in `unit`; `aim` is the most it should be (the least where `more_is_better`)."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    aim: float | None = None
    more_is_better: bool = False
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the aim is met; empty without one."""
        if self.aim is None:
            return ""
        return "met" if (self.value >= self.aim if self.more_is_better else self.value <= self.aim) else "MISSED"


def run(name: str, measure: Callable[[], Sequence[Figure]]) -> None:
    """What each script does: measure, save, print."""
    figures = measure()
    OUT.mkdir(parents=True, exist_ok=True)
    saved = {
        "figures": [asdict(figure) | {"verdict": figure.verdict} for figure in figures],
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
    }
    (OUT / f"{name}.json").write_text(json.dumps(saved, ensure_ascii=False, indent=1), "utf-8")
    print("\n".join(table(figures)))


def table(figures: Iterable[Figure]) -> list[str]:
    """The figures in lines."""
    lines = [f"{'':46}{'median':>10}{'floor':>10}{'aim':>8}"]
    for one in figures:
        floor = "" if one.floor is None else f"{one.floor:.2f}"
        aim = "" if one.aim is None else f"{one.aim:g}"
        told = f"{one.name:46}{one.value:10.2f}{floor:>10}{aim:>8} {one.unit:7}{one.verdict:7} {one.note}"
        lines.append(told.rstrip())
    return lines


def saved_figures() -> list[Figure]:
    """All that `run` has saved, by script."""
    fields = Figure.__dataclass_fields__
    return [
        Figure(**{key: value for key, value in one.items() if key in fields})
        for path in sorted(OUT.glob("*.json"))
        for one in json.loads(path.read_text("utf-8"))["figures"]
    ]


def percentile(values: Sequence[float], share: int) -> float:
    """The `share`th percentile of at least two values."""
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def say(text: str) -> None:
    """Tell the one who waits what is going on."""
    print(text, file=sys.stderr, flush=True)
