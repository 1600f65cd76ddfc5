"""What a child takes home is about skills, fits its codes, and names nobody."""

from datetime import date
from random import Random

import pytest

from kiosk.core.words import LANGUAGES, say
from kiosk.stations.all import STATIONS
from kiosk.takeaway import code, wording

DRAWN = (
    "anti_fraud",
    "convention_puzzle",
    "broadcast_booth",
    "little_supervisor",
    "rumour_desk",
    "kind_words",
    "pledge",
)
TOWN = {"who": "市民服务便民热线", "number": "12345"}


def test_every_station_has_its_words() -> None:
    assert {one.key for one in STATIONS} <= set(DRAWN)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("station", DRAWN)
def test_the_text_fits_a_code_that_any_phone_reads(station: str, language: str) -> None:
    home = wording.take_home(station, language, TOWN)
    text = wording.as_text(home, language)
    assert len(text.encode()) <= wording.MOST_BYTES
    assert home.can in text
    assert home.practise in text
    assert home.ask in text
    assert "110" in text
    assert "96110" in text
    assert len(code.modules(text)) <= 69


def test_a_local_number_too_long_is_left_out_of_the_code_only() -> None:
    home = wording.take_home("rumour_desk", "zh", {"who": "很长的名字" * 20, "number": "12345"})
    assert "12345" in home.numbers
    text = wording.as_text(home, "zh")
    assert "12345" not in text
    assert text.endswith(say("takeaway.numbers"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_challenge_asks_three_and_seals_the_answers(language: str) -> None:
    for seed in range(40):
        quiz = wording.challenge(["anti_fraud"], language, Random(seed))
        assert len(set(quiz.questions)) == 3
        assert len(quiz.answers.splitlines()) == 4
        assert len(quiz.answers.encode()) <= wording.MOST_BYTES
        asked = {say(f"takeaway.question_{key}", language) for key in ("hotline", "voice", "refund")}
        assert set(quiz.questions) == asked, "what the visit was about comes first"


def test_the_certificate_speaks_of_skills_and_never_of_character() -> None:
    words = wording.certificate(DRAWN, "zh", nickname="小荷叶", base="某市基地", day=date(2026, 11, 20))
    assert [station for station, _ in words.skills] == list(DRAWN)
    assert all(skill.startswith("会") for _, skill in words.skills)
    assert words.date == "2026 年 11 月 20 日"
    assert "某市基地" in words.line


def test_no_code_carries_a_nickname_or_a_date() -> None:
    """Privacy 1: a nickname of the closed list stands on the child's own paper; the codes know nothing of a visit."""
    home = wording.take_home("anti_fraud", "zh", {})
    again = wording.take_home("anti_fraud", "zh", {})
    assert wording.as_text(home, "zh") == wording.as_text(again, "zh")


def test_an_enrolled_kiosk_carries_a_link() -> None:
    assert code.carried("words") == "words"
    assert code.carried("words", "https://hub.example/t/1") == "https://hub.example/t/1"
