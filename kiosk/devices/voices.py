"""Which of a system's voices reads a text. Pure; voices are (id, languages, name) as pyttsx3 lists them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

RATES = {"zh": 240, "en": 150}
"""espeak's words a minute: 240 is about 210 Chinese characters a minute, a calm reading pace for children."""
MANNERS = {"": (1.0, 50), "calm": (0.8, 40), "lively": (1.25, 66)}
"""How a text is read: by what the rate is multiplied, and how high the voice is (0 to 100, where the engine can)."""
FIRST = {"zh": ("sit/cmn", "zh/cmn", "cmn", "zh"), "en": ("gmw/en-us", "gmw/en", "en-us", "en")}
MARKS = {
    "zh": re.compile(r"\b(zh|cmn|chinese|mandarin|804)\b|普通话|中文"),
    "en": re.compile(r"\b(en|english|409|809)\b"),
}
NOT = re.compile(r"\b(yue|hk|hongkong|cantonese|tw|taiwan|hak|nan)\b|粤|pinyin")
HAN = re.compile(r"[\u3400-\u9fff]")
SPEAKABLE = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice of the system."""

    id: str
    languages: tuple[str, ...] = ()
    name: str = ""


def rate_of(language: str, manner: str = "") -> int:
    """Words a minute at which `manner` reads that language; no two manners have the same."""
    return round(RATES[language] * MANNERS[manner][0])


def language_of(text: str) -> str:
    """`zh` when the text holds a Chinese character, else `en`."""
    return "zh" if HAN.search(text) else "en"


def choose_voice(voices: Iterable[Voice], language: str) -> Voice | None:
    """The best voice for `language` (`zh`: Mandarin, never Cantonese), or `None` when there is none."""
    known = list(voices)
    by_id = {voice.id.lower(): voice for voice in known}
    for wanted in FIRST[language]:
        if wanted in by_id:
            return by_id[wanted]
    fitting = [voice for voice in known if MARKS[language].search(_words(voice)) and not NOT.search(_words(voice))]
    return fitting[0] if fitting else None


def _words(voice: Voice) -> str:
    """All that a voice says about itself, with its separators as spaces."""
    return re.sub(r"[-_./\\]+", " ", " ".join((voice.id, *voice.languages, voice.name)).lower())
