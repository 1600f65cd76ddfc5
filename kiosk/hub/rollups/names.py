"""Names out of bodies of events: what a kiosk sent may be anything. Pure."""

from functools import lru_cache

_LONGEST = 100


def clean(text: object) -> str:
    """A name as every database takes it. Raises TypeError when it is none."""
    if not isinstance(text, str):
        raise TypeError(f"a name that is a {type(text).__name__}")
    return _cleaned(text[:_LONGEST])


@lru_cache(8_192)
def _cleaned(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "replace").decode()
