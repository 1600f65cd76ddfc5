"""Classes tell their age band; a card's digits are its three pictures and nothing else is."""

from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.ages import band_of
from kiosk.core.returning import LENGTH, PICTURES, SCAN_DIGITS, as_digits, from_digits


@pytest.mark.parametrize(
    ("label", "band"),
    [
        *(("一年级（1）班", "lower"), ("三年级（12）班", "lower"), ("3年级2班", "lower"), ("三（2）班", "lower")),
        *(
            ("四年级（2）班", "upper"),
            ("六年级（9）班", "upper"),
            ("七年级（1）班", "junior"),
            ("初二（3）班", "junior"),
        ),
        *(("初中三年级1班", "junior"), ("初1班", "junior"), ("", ""), ("彩虹班", ""), ("初九班", "")),
    ],
)
def test_a_class_tells_its_band(label: str, band: str) -> None:
    assert band_of(label) == band


def test_every_code_has_digits_of_its_own() -> None:
    every = {as_digits(one): one for one in permutations(PICTURES, LENGTH)}
    assert len(every) == 16 * 15 * 14
    assert all(len(digits) == SCAN_DIGITS and from_digits(digits) == one for digits, one in every.items())


@given(st.text(max_size=40))
def test_rubbish_is_no_card(text: str) -> None:
    assert from_digits(text) is None


def test_one_wrong_digit_or_two_swapped_is_no_other_card() -> None:
    chance = Random(7)
    for _ in range(300):
        digits = as_digits(chance.sample(PICTURES, LENGTH))
        at = chance.randrange(len(digits))
        wrong = digits[:at] + str((int(digits[at]) + chance.randint(1, 9)) % 10) + digits[at + 1 :]
        assert from_digits(wrong) is None
        swapped = digits[:at] + digits[at : at + 2][::-1] + digits[at + 2 :]
        assert swapped == digits or from_digits(swapped) is None
    assert from_digits("９６" + as_digits(PICTURES[:3])[2:]) is None
