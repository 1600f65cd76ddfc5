"""Names out of bodies of events: what a kiosk sent may be anything. Pure."""

_LONGEST = 100


def clean(text: object) -> str:
    """A name as every database takes it. Raises TypeError when it is none."""
    if not isinstance(text, str):
        raise TypeError(f"a name that is a {type(text).__name__}")
    return text[:_LONGEST].replace("\0", "").encode("utf-8", "replace").decode()
