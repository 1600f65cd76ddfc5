"""One run at 辟谣台: which claims come, what is looked at, how it is rated; 小骗子模式 before eight ratings. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from kiosk.core.ages import suited
from kiosk.stations.rumour_desk.claims import CHECKS, NATURES, Bait, Bank, Claim

RATINGS = ("genuine", "scam", "ask_first")
"""可信、不可信、还不能确定."""
SURE = ("sure", "fairly", "guess")
"""很确定、有点确定、猜的."""
DESK, TRICKSTER = "practice", "trickster"
PLAN: Mapping[int, tuple[int, int]] = {1: (10, 1), 2: (4, 1), 3: (3, 1), 4: (2, 1)}
"""For each number of children: claims for each of them that are true or false, and that nobody can know yet."""
AFTER_BAITS = ("true", "false", "true", "false", "true", "unsure", "true", "false")
"""The eight claims after 小骗子模式, mixed before they are asked."""
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Task:
    """A claim that player `player` looks into."""

    claim: Claim
    player: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What was looked at (in order), how it was rated, and how sure the child was."""

    looked: tuple[str, ...] = ()
    rating: str = ""
    sure: str = ""
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A run so far. `baits` come first in 小骗子模式: `cast` are the chosen options, `bait` the one in hand."""

    bank: Bank
    mode: str
    players: int
    tasks: tuple[Task, ...]
    answers: tuple[Answer, ...] = ()
    draft: Answer = Answer()
    baits: tuple[Bait, ...] = ()
    cast: tuple[int, ...] = ()
    bait: int = -1

    @property
    def fishing(self) -> bool:
        """Whether baits are still to be chosen."""
        return len(self.cast) < len(self.baits)

    @property
    def over(self) -> bool:
        """Whether every claim was rated."""
        return len(self.answers) == len(self.tasks)

    @property
    def task(self) -> Task:
        """The claim that is looked into."""
        return self.tasks[min(len(self.answers), len(self.tasks) - 1)]

    @property
    def ready(self) -> bool:
        """Whether the draft can be confirmed: something was looked at, it is rated, and how sure."""
        return bool(self.draft.looked and self.draft.rating and self.draft.sure)

    @property
    def right(self) -> int:
        """Claims that were rated rightly."""
        return sum(verdict(one.claim, answer) == "right" for one, answer in zip(self.tasks, self.answers, strict=False))


def begin(bank: Bank, mode: str, players: int, avoid: Collection[str], random: Random, ages: str = "") -> Run:
    """A new run; `avoid` holds claims that this visit has met, `ages` is the children's band where it is known."""
    if mode == TRICKSTER:
        truths = random.sample(AFTER_BAITS, len(AFTER_BAITS))
        owners = [number % players + 1 for number in range(len(truths))]
        baits = tuple(random.sample(bank.baits, min(len(bank.baits), max(ROUNDS, players))))
    else:
        # Where a child's share is odd, neighbours take turns at the greater half.
        odd = random.randrange(2)
        lists = [_truths(*PLAN[players], (odd + player) % 2, random) for player in range(players)]
        truths = [one for together in zip(*lists, strict=True) for one in together]
        owners = [player for _ in lists[0] for player in range(1, players + 1)]
        baits = ()
    tasks: list[Task] = []
    for truth, player in zip(truths, owners, strict=True):
        if claim := _pick(bank, truth, [one.claim for one in tasks], avoid, random, ages):
            tasks.append(Task(claim, player))
    return Run(bank, mode, players, tuple(tasks), baits=baits)


def _truths(decided: int, unsure: int, odd: int, random: Random) -> list[str]:
    true = (decided + odd) // 2
    truths = ["true"] * true + ["false"] * (decided - true) + ["unsure"] * unsure
    random.shuffle(truths)
    return truths


def _pick(
    bank: Bank, truth: str, taken: Collection[Claim], avoid: Collection[str], random: Random, ages: str
) -> Claim | None:
    """A claim of that truth for these children, of a theme that has come least; any other where there is none."""
    left = [one for one in bank.claims if one not in taken]
    ours = suited(left, ages)
    tries = (
        [one for one in ours if one.truth == truth and one.id not in avoid],
        [one for one in ours if one.truth == truth],
        [one for one in left if one.truth == truth and one.id not in avoid],
        [one for one in left if one.truth == truth],
        left,
    )
    for found in tries:
        if found:
            come = {theme: sum(one.theme == theme for one in taken) for theme in bank.themes}
            least = min(come[one.theme] for one in found)
            return random.choice([one for one in found if come[one.theme] == least])
    return None


def look(run: Run, check: str) -> Run:
    """Look at one of the four."""
    if check not in CHECKS or run.fishing or run.over:
        return run
    looked = run.draft.looked
    return replace(run, draft=replace(run.draft, looked=looked if check in looked else (*looked, check)))


def rate(run: Run, rating: str) -> Run:
    """Rate the claim, once something was looked at; it can be changed."""
    if rating not in RATINGS or not run.draft.looked:
        return run
    changed = bool(run.draft.rating) and run.draft.rating != rating
    return replace(run, draft=replace(run.draft, rating=rating, changes=run.draft.changes + changed))


def be_sure(run: Run, sure: str) -> Run:
    """Say how sure one is."""
    return replace(run, draft=replace(run.draft, sure=sure)) if sure in SURE and run.draft.looked else run


def confirm(run: Run) -> Run:
    """The draft becomes the answer."""
    if not run.ready or run.over:
        return run
    return replace(run, answers=(*run.answers, run.draft), draft=Answer())


def verdict(claim: Claim, answer: Answer) -> str:
    """right, wrong, or ask_ok: not to be sure of what can be known is neither."""
    if answer.rating == claim.nature:
        return "right"
    return "ask_ok" if answer.rating == NATURES["unsure"] else "wrong"


def take_bait(run: Run, place: int) -> Run:
    """Choose how the little fox goes about it."""
    known = run.fishing and 0 <= place < len(run.baits[len(run.cast)].options)
    return replace(run, bait=place) if known else run


def cast_bait(run: Run) -> Run:
    """Send the chosen bait out."""
    return replace(run, cast=(*run.cast, run.bait), bait=-1) if run.fishing and run.bait >= 0 else run


def keep(run: Run) -> dict[str, Any]:
    """The run as JSON values; an open draft is not kept."""
    return {
        "bank": run.bank.id,
        "mode": run.mode,
        "players": run.players,
        "tasks": [[one.claim.id, one.player] for one in run.tasks],
        "answers": [[list(one.looked), one.rating, one.sure] for one in run.answers],
        "baits": [one.id for one in run.baits],
        "cast": list(run.cast),
    }


def restore(bank: Bank, kept: Mapping[str, Any]) -> Run:
    """The run that `keep` gave. Raises KeyError, TypeError or ValueError where it does not fit."""
    claims = {one.id: one for one in bank.claims}
    baits = {one.id: one for one in bank.baits}
    return Run(
        bank,
        str(kept["mode"]),
        int(kept["players"]),
        tuple(Task(claims[id], int(player)) for id, player in kept["tasks"]),
        tuple(Answer(tuple(looked), rating, sure) for looked, rating, sure in kept["answers"]),
        baits=tuple(baits[id] for id in kept["baits"]),
        cast=tuple(int(one) for one in kept["cast"]),
    )
