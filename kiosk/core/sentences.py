"""Sentences of Chinese and English texts. Pure."""

ENDS = "。！？.!?"


def last_sentence(text: str) -> str:
    """The last sentence of `text` with its full stop: of an explanation it stands alone. All of it where none ends."""
    ends = [index for index, char in enumerate(text) if char in ENDS]
    if not ends:
        return text.strip()
    start = ends[-2] + 1 if len(ends) > 1 else 0
    return text[start : ends[-1] + 1].strip().lstrip("”」")
