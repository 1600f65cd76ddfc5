"""A home of one's own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.privacy.home import Home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A fresh home; restarted ones are closed by the test."""
    one = Home(tmp_path / "home")
    yield one
    one.close()
