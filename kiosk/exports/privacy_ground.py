"""What every paper of the privacy office is made of: the base's real settings, in words. Qt-free."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.core.words import say
from kiosk.exports.paper import Paper

SPANS = {
    "passing": "",
    "unreviewed": "days_unreviewed",
    "rejected": "",
    "approved": "months_approved",
    "code": "days_return_code",
    "register": "years_register",
    "access": "months_access_log",
}
"""What is kept for how long, each with its setting."""
VOICES = ("passing", "unreviewed", "rejected", "approved", "register")
DATA = ("visit", "voice", "code", "register", "staff")


@dataclass(frozen=True, slots=True)
class Ground:
    """`values` are the settings, `terms` their version, `made` the day (`2026-11-20`)."""

    values: Mapping[str, Any]
    terms: str
    made: str
    language: str = "zh"
    password: str = ""
    """What papers ask for before they open; empty: nothing."""

    def say(self, name: str, **params: object) -> str:
        """The words `privacy_papers.<name>`."""
        return say(f"privacy_papers.{name}", self.language, **params)

    @property
    def officer(self) -> str:
        """Who is in charge, or that nobody is."""
        return str(self.values["privacy_officer"]).strip() or self.say("officer_none")

    @property
    def base(self) -> str:
        """What the base is called."""
        return str(self.values["base_name"]).strip() or self.say("base_unnamed")

    def paper(self, title: str, subtitle: str) -> Paper:
        """An empty paper with its head."""
        paper = Paper(title, base=self.base, made=self.made, subtitle=subtitle, language=self.language)
        if self.password:
            paper.lock(self.password)
        return paper

    def spans(self, *, voices: bool = False) -> list[list[str]]:
        """Rows of what is kept for how long; of `voices` alone, or of everything."""
        rows = [
            [self.say(f"span_{name}"), self.say(f"span_{name}_v", count=self.values[key] if key else 0)]
            for name, key in SPANS.items()
            if not voices or name in VOICES
        ]
        return rows if voices else [*rows, [self.say("span_answers"), self.say("span_answers_v")]]

    def spans_table(self, paper: Paper, *, voices: bool = False) -> None:
        """These rows on paper."""
        paper.table([self.say("term"), self.say("span")], self.spans(voices=voices), [1.25, 1])

    def data_table(self, paper: Paper) -> None:
        """What is processed, why, and by what right."""
        headings = [self.say("col_data"), self.say("col_why"), self.say("col_basis")]
        rows = [[self.say(f"data_{one}"), self.say(f"data_{one}_why"), self.say(f"data_{one}_basis")] for one in DATA]
        paper.table(headings, rows, [1, 1.4, 1])


def day(utc_ms: int) -> str:
    """The local day, as `2026-11-20`."""
    return datetime.fromtimestamp(utc_ms / 1000).date().isoformat()
