"""The words a child takes home: skills, a next step and a question; never character, nothing of a person. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from kiosk.core.words import say

MOST_BYTES = 300
"""A text of so many bytes still makes a code that a phone reads from a small print."""
QUESTIONS = {
    "hotline": ("anti_fraud", "pledge"),
    "voice": ("anti_fraud", "broadcast_booth"),
    "refund": ("anti_fraud",),
    "share": ("convention_puzzle", "pledge", "broadcast_booth"),
    "old": ("rumour_desk",),
    "report": ("little_supervisor", "rumour_desk"),
    "games": ("pledge", "convention_puzzle"),
    "quarrel": ("kind_words", "little_supervisor"),
    "time": ("convention_puzzle", "pledge"),
}
"""The questions of the family challenge, each with the stations that speak of it."""


@dataclass(frozen=True, slots=True)
class TakeHome:
    """The four sentences of a result card."""

    can: str
    practise: str
    ask: str
    numbers: str

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, in the order of reading."""
        return self.can, self.practise, self.ask, self.numbers


@dataclass(frozen=True, slots=True)
class Challenge:
    """Three questions that a child asks a grown-up; `answers` are in the code only."""

    title: str
    questions: tuple[str, ...]
    answers: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """What stands on the certificate. `nickname` comes from the closed list or is empty: then there is a line to write
    on. `skills` are pairs of a station and what is learned there."""

    title: str
    nickname: str
    line: str
    skills: tuple[tuple[str, str], ...]
    date: str


def take_home(station: str, language: str, local: Mapping[str, str]) -> TakeHome:
    """What the result card of `station` says; `local` has the town's `who` and `number`, or nothing.

    Raises KeyError for a station without words in `core/words/takeaway.toml`.
    """

    def sentence(name: str) -> str:
        return say(f"takeaway.{name}", language, text=say(f"takeaway.{name}_{station}", language))

    return TakeHome(sentence("can"), sentence("practise"), sentence("ask"), numbers(language, local))


def work_home(language: str, local: Mapping[str, str]) -> TakeHome:
    """What the card of a published work says."""
    can, practise, ask = (say(f"takeaway.work_{name}", language) for name in ("can", "practise", "ask"))
    return TakeHome(can, practise, ask, numbers(language, local))


def numbers(language: str, local: Mapping[str, str]) -> str:
    """110, 96110 and the local number, where there is one."""
    if not local:
        return say("takeaway.numbers", language)
    return say("takeaway.numbers_local", language, who=local["who"], number=local["number"])


def as_text(home: TakeHome, language: str) -> str:
    """What any phone shows that reads the code, at most `MOST_BYTES`: a local number that is too long is left out."""
    head = say("takeaway.head", language)
    whole = "\n".join((head, *home.lines))
    if len(whole.encode()) <= MOST_BYTES:
        return whole
    return "\n".join((head, home.can, home.practise, home.ask, numbers(language, {})))


def challenge(stations: Collection[str], language: str, random: Random) -> Challenge:
    """Three questions, of what the visit was about where there are enough of those."""
    keys = random.sample(sorted(QUESTIONS), len(QUESTIONS))
    keys.sort(key=lambda key: not set(QUESTIONS[key]) & set(stations))
    chosen = keys[:3]
    answers = [f"{number} {say(f'takeaway.answer_{key}', language)}" for number, key in enumerate(chosen, 1)]
    return Challenge(
        say("takeaway.challenge", language),
        tuple(say(f"takeaway.question_{key}", language) for key in chosen),
        "\n".join([say("takeaway.challenge_answers", language), *answers]),
    )


def certificate(stations: Sequence[str], language: str, *, nickname: str, base: str, day: date) -> Certificate:
    """The certificate for the `stations` whose stamps were earned."""
    line = "takeaway.certificate_line" if base else "takeaway.certificate_line_plain"
    return Certificate(
        title=say("takeaway.certificate", language),
        nickname=nickname,
        line=say(line, language, base=base),
        skills=tuple((station, say(f"takeaway.skill_{station}", language)) for station in stations),
        date=say("takeaway.certificate_date", language, year=day.year, month=day.month, day=day.day),
    )
