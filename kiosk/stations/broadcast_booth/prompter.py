"""The teleprompter: short steps of a script, how far they are read, and a pace that a finger nudges. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.stations.broadcast_booth.scripts import Piece

MOST = 18
"""Characters that two rows of large words hold."""
BREAKS = "。！？；，：、"
CLOSING = "”’）》"
PACES = (120, 170, 230)
"""Characters a minute: slow, as most children read, quick."""
BREATH_S = 0.6
"""What is waited at the end of a step before the next one comes."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is read in one go, by `voice`; a free talk's `hint` helps on."""

    voice: int
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Prompter:
    """`at` is the step being read, `read` how many of its characters are; `pace` is a place in PACES."""

    steps: tuple[Step, ...]
    rolling: bool
    pace: int = 1
    at: int = 0
    read: float = 0.0

    @property
    def step(self) -> Step:
        """The step being read."""
        return self.steps[self.at]

    @property
    def last(self) -> bool:
        """Whether no step follows."""
        return self.at + 1 == len(self.steps)


def begin(piece: Piece, pace: int = 1) -> Prompter:
    """The prompter of a piece at its first step; a free talk goes on by touch only."""
    if piece.free:
        return Prompter(tuple(Step(1, one.ask, one.hint) for one in piece.prompts), False, pace)
    steps = tuple(Step(line.voice, part) for line in piece.lines for part in cut(line.text))
    return Prompter(steps, True, pace)


def cut(text: str, most: int = MOST) -> list[str]:
    """`text` in parts of at most `most` characters, cut behind its marks where it has any."""
    parts: list[str] = []
    for phrase in _phrases(text):
        if parts and len(parts[-1]) + len(phrase) <= most:
            parts[-1] += phrase
        else:
            parts += _even(phrase, most)
    return parts


def beat(prompter: Prompter, seconds: float) -> Prompter:
    """So much time has passed."""
    if not prompter.rolling:
        return prompter
    speed = PACES[prompter.pace] / 60
    read = prompter.read + seconds * speed
    if read < len(prompter.step.text) + BREATH_S * speed:
        return replace(prompter, read=read)
    return replace(prompter, read=float(len(prompter.step.text))) if prompter.last else forward(prompter)


def forward(prompter: Prompter) -> Prompter:
    """On to the next step; the last one stays."""
    return prompter if prompter.last else replace(prompter, at=prompter.at + 1, read=0.0)


def back(prompter: Prompter) -> Prompter:
    """The step before, from its beginning."""
    return replace(prompter, at=max(0, prompter.at - 1), read=0.0)


def paced(prompter: Prompter, pace: int) -> Prompter:
    """At another pace, from where it is."""
    return replace(prompter, pace=min(max(pace, 0), len(PACES) - 1))


def _phrases(text: str) -> Iterator[str]:
    """The text cut behind each mark, closing quotes with it."""
    start = 0
    for at, one in enumerate(text):
        if one in BREAKS + CLOSING and text[at + 1 : at + 2] not in [*BREAKS, *CLOSING]:
            yield text[start : at + 1]
            start = at + 1
    if text[start:]:
        yield text[start:]


def _even(phrase: str, most: int) -> list[str]:
    """A phrase without marks in parts of about one length."""
    count = -(-len(phrase) // most)
    size = -(-len(phrase) // count)
    return [phrase[at : at + size] for at in range(0, len(phrase), size)]
