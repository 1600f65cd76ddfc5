"""The text of a piece of HTML, for formats that carry their questions as HTML."""

import re
from html.parser import HTMLParser

LONGEST = 20_000
BREAKS = ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4")
SILENT = ("script", "style", "template", "noscript")
# To a browser these are comments; html.parser raises AssertionError at those it does not know.
SECTION = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|$)|<!\[[^>]*>?", re.DOTALL)


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        if tag in BREAKS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in SILENT))
        if tag in BREAKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


def plain_text(html: str) -> str:
    """What a reader of `html` would see, on as many lines as it has blocks; scripts are nothing.

    What is too long for any screen stays as it is, to be reported: the parser needs the square of the length.
    """
    if len(html) > LONGEST:
        return html
    parser = _Texts()
    parser.feed(SECTION.sub("", html))
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.found).split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip()
