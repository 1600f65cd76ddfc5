"""The enrolment code: typed by people, checked before anything is sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import KioskError
from kiosk.sync.code import EnrolCode


@given(st.binary(min_size=10, max_size=10), st.one_of(st.just(b""), st.binary(min_size=16, max_size=16).filter(any)))
def test_what_is_spelt_is_read(secret: bytes, fingerprint: bytes) -> None:
    code = EnrolCode(secret, fingerprint)
    text = str(code)
    assert len(text.replace("-", "")) == 48
    assert EnrolCode.parse(text) == code
    assert EnrolCode.parse(f" {text.lower().replace('-', ' ')}\n") == code


def test_a_mistake_is_told() -> None:
    text = str(EnrolCode.new(b"f" * 32))
    swapped = text[:-1] + ("A" if text[-1] != "A" else "B")
    for wrong in (swapped, text[:-3], "", "你好", text[:20] + ("2" if text[20] != "2" else "3") + text[21:]):
        with pytest.raises(KioskError, match=r"sync\.code_wrong"):
            EnrolCode.parse(wrong)
