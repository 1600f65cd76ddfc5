"""One week at the lookout: who looks at which post on which day, what an answer is worth, how the weather turns.

Pure. A week has seven days; posts come on some of them, and on Sunday everything is handled.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Literal

from kiosk.core.ages import suited
from kiosk.stations.little_supervisor.town import ACTS, FINE, HANDED_ON, LEAVE, PLATFORM, REPORT, WHAT, Post, Town

SUNDAY = 6
PLAN: Mapping[int, tuple[int, tuple[int, ...]]] = {
    1: (2, (0, 1, 2, 3, 4)),
    2: (1, (0, 1, 2, 3, 4)),
    3: (1, (0, 2, 4)),
    4: (1, (0, 2)),
}
"""For each number of children: posts for each of them a day, and the days on which there are posts."""
WEATHER = ("rain", "cloudy", "fair", "sunny")
START = 1
"""Every street begins the week under a cloud: what it hides is what the child finds out."""
SEEN_RIGHT, DONE_RIGHT, TROUBLE = 2, 1, -1
"""How the weather turns: seen and done right; done right only; needless, wrong or missed."""
Step = Literal["what", "act"]
State = Literal["sent", "working", "done"]


@dataclass(frozen=True, slots=True)
class Task:
    """A post that player `player` looks at."""

    post: Post
    player: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a child said of a post: what it is, why, and what to do. `changes` counts how often it was changed."""

    what: str = ""
    reason: str = ""
    acts: tuple[str, ...] = ()
    changes: int = 0

    @property
    def done(self) -> tuple[str, ...]:
        """The acts; who finds a post fine leaves it alone."""
        return (LEAVE,) if self.what == FINE else self.acts


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer brings the street: `turn` of its weather on day `due`; `handler` is whoever was sent, if any.

    `kind` is clear, needless (sent for nothing), missed or still.
    """

    kind: Literal["clear", "needless", "missed", "still"]
    turn: int
    due: int
    handler: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A report on its way: what it is about, since which day, and its effect."""

    task: Task
    day: int
    effect: Effect

    def state(self, today: int) -> State:
        """How far it has come."""
        if today >= self.effect.due:
            return "done"
        return "sent" if today == self.day else "working"


@dataclass(frozen=True, slots=True)
class Week:
    """The week so far. `tasks` of each day; `answers` by post; `open` is the post that is looked at, with its draft."""

    town: Town
    players: int
    tasks: Mapping[int, tuple[Task, ...]]
    day: int = 0
    answers: Mapping[str, Answer] = field(default_factory=dict)
    open: str = ""
    draft: Answer = Answer()
    step: Step = "what"

    @property
    def all_tasks(self) -> tuple[Task, ...]:
        """Those of all days, in order."""
        return tuple(task for day in sorted(self.tasks) for task in self.tasks[day])

    @property
    def waiting(self) -> tuple[Task, ...]:
        """What is left of today."""
        return tuple(one for one in self.tasks.get(self.day, ()) if one.post.id not in self.answers)

    @property
    def task(self) -> Task:
        """The one that is open. Raises StopIteration when there is none."""
        return next(one for one in self.all_tasks if one.post.id == self.open)

    @property
    def over(self) -> bool:
        """Whether it is Sunday."""
        return self.day >= SUNDAY

    @property
    def ready(self) -> bool:
        """Whether the draft can be confirmed, or taken on to its next step."""
        if self.step == "act":
            return bool(self.draft.acts)
        return self.draft.what == FINE or bool(self.draft.what and self.draft.reason)


def draw(town: Town, players: int, avoid: Collection[str], random: Random, ages: str = "") -> Week:
    """A new week: about as many fine posts as others for every child. Several children have a street each.

    `avoid` holds posts that this visit has met; they come only where nothing else is left. Posts for other children
    than those of the band `ages` come only where there are none for them.
    """
    each, days = PLAN[players]
    streets = random.sample(town.streets, len(town.streets))
    taken: list[Post] = []
    tasks: dict[int, list[Task]] = {day: [] for day in days}
    odd = random.randrange(2)
    for player in range(1, players + 1):
        # Where a child's share is odd, neighbours take turns at the greater half.
        kinds = _kinds(each * len(days), (odd + player) % 2, random)
        for number, kind in enumerate(kinds):
            place = number if players == 1 else player - 1
            post = _pick(town, streets[place % len(streets)].id, kind, taken, avoid, random, ages)
            if post is None:
                continue
            taken.append(post)
            tasks[days[number // each]].append(Task(post, player))
    return Week(town, players, {day: tuple(found) for day, found in tasks.items()})


def _kinds(count: int, odd: int, random: Random) -> list[str]:
    """What `count` posts are: half of them fine (of an odd number one more where `odd` is 1), the others mixed."""
    fine = (count + odd) // 2
    first = random.randrange(3)
    kinds = [FINE] * fine + [WHAT[1 + (first + number) % 3] for number in range(count - fine)]
    random.shuffle(kinds)
    return kinds


def _pick(
    town: Town,
    street: str,
    what: str,
    taken: Collection[Post],
    avoid: Collection[str],
    random: Random,
    ages: str,
) -> Post | None:
    """A post of that street and kind; where there is none, one that comes near."""
    left = [post for post in town.posts if post not in taken]
    tries = (*_near(suited(left, ages), street, what, avoid), *_near(left, street, what, avoid), left)
    return next((random.choice(found) for found in tries if found), None)


def _near(left: Sequence[Post], street: str, what: str, avoid: Collection[str]) -> tuple[list[Post], ...]:
    """Posts of that street and kind, then those that come near, the nearest first."""
    fine = what == FINE
    return (
        [post for post in left if post.street == street and post.what == what and post.id not in avoid],
        [post for post in left if post.street == street and post.fine == fine and post.id not in avoid],
        [post for post in left if post.street == street and post.fine == fine],
        [post for post in left if post.fine == fine],
    )


def open_post(week: Week, post: str) -> Week:
    """Look at one of today's posts."""
    known = any(one.post.id == post for one in week.waiting)
    return replace(week, open=post, draft=Answer(), step="what") if known else week


def say_what(week: Week, what: str) -> Week:
    """Say what the open post is; it can be changed."""
    if not week.open or week.step != "what" or what not in WHAT:
        return week
    changed = bool(week.draft.what) and week.draft.what != what
    kept = "" if what == FINE else week.draft.reason
    return replace(week, draft=replace(week.draft, what=what, reason=kept, changes=week.draft.changes + changed))


def say_why(week: Week, reason: str) -> Week:
    """Say why it is not fine."""
    if week.step != "what" or week.draft.what in ("", FINE) or reason not in week.task.post.reasons:
        return week
    changed = bool(week.draft.reason) and week.draft.reason != reason
    return replace(week, draft=replace(week.draft, reason=reason, changes=week.draft.changes + changed))


def toggle_act(week: Week, act: str) -> Week:
    """Take an act up or let it go; leaving a post alone and doing something exclude each other."""
    if week.step != "act" or act not in ACTS:
        return week
    acts = set(week.draft.acts) ^ {act}
    if act in acts:
        acts = {LEAVE} if act == LEAVE else acts - {LEAVE}
    return replace(week, draft=replace(week.draft, acts=tuple(one for one in ACTS if one in acts)))


def go_on(week: Week) -> Week:
    """From what and why to what to do; a draft that is whole becomes the answer. Nothing happens before it is ready."""
    if not week.open or not week.ready:
        return week
    if week.step == "what" and week.draft.what != FINE:
        return replace(week, step="act")
    return replace(week, answers={**week.answers, week.open: week.draft})


def go_back(week: Week) -> Week:
    """From the acts back to what it is."""
    return replace(week, step="what", draft=replace(week.draft, acts=())) if week.step == "act" else week


def close_post(week: Week) -> Week:
    """The explanation was read."""
    return replace(week, open="", draft=Answer(), step="what")


def next_day(week: Week) -> Week:
    """A day goes by, once everything of today was looked at."""
    return replace(week, day=week.day + 1) if not week.waiting and not week.over else week


def acts_right(post: Post, answer: Answer) -> bool:
    """Whether what the child would do fits, and something that is needed is among it."""
    return set(answer.done) <= set(post.acts) and bool(set(answer.done) & set(post.must))


def effect_of(task: Task, answer: Answer, day: int) -> Effect:
    """What an answer of that day brings the street."""
    post = task.post
    if REPORT in answer.done and REPORT not in post.acts:
        return Effect("needless", TROUBLE, day + 1, post.handler or PLATFORM)
    if not acts_right(post, answer):
        return Effect("still", 0, day) if post.fine else Effect("missed", TROUBLE, day + 1)
    turn = SEEN_RIGHT if answer.what == post.what else DONE_RIGHT
    if post.fine:
        return Effect("clear", DONE_RIGHT, day)
    handed = bool(HANDED_ON & set(answer.done))
    return Effect("clear", turn, day + post.days if handed else day + 1, post.handler if handed else "")


def cases(week: Week) -> list[Case]:
    """All answers with their effects, the latest first."""
    found = [
        Case(task, day, effect_of(task, week.answers[task.post.id], day))
        for day in sorted(week.tasks)
        for task in week.tasks[day]
        if task.post.id in week.answers
    ]
    return found[::-1]


def weather(week: Week, street: str) -> str:
    """The weather over a street today: one of `WEATHER`."""
    turns = (one.effect.turn for one in cases(week) if one.task.post.street == street and one.effect.due <= week.day)
    return WEATHER[max(0, min(len(WEATHER) - 1, START + sum(turns)))]


def keep(week: Week) -> dict[str, Any]:
    """The week as JSON values; an open draft is not kept."""
    return {
        "town": week.town.id,
        "players": week.players,
        "day": week.day,
        "tasks": [[day, task.post.id, task.player] for day in sorted(week.tasks) for task in week.tasks[day]],
        "answers": {id: [one.what, one.reason, list(one.acts)] for id, one in week.answers.items()},
    }


def restore(town: Town, kept: Mapping[str, Any]) -> Week:
    """The week that `keep` gave. Raises KeyError, TypeError, ValueError or StopIteration where it does not fit."""
    tasks: dict[int, tuple[Task, ...]] = {}
    for day, post, player in kept["tasks"]:
        tasks[day] = (*tasks.get(day, ()), Task(town.post(post), player))
    answers = {id: Answer(what, reason, tuple(acts)) for id, (what, reason, acts) in kept["answers"].items()}
    return Week(town, int(kept["players"]), tasks, int(kept["day"]), answers)
