"""A report on a file, as JSON or for a person at a terminal."""

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.packs.check import Checked
    from kiosk.packs.report import Report


def tell(args: argparse.Namespace, name: str, checked: "Checked", more: dict[str, Any]) -> None:
    """Print the report on what is called `name`; `more` is what came of it."""
    language = environment_language()
    if args.json:
        print(json.dumps(checked.report.told(language) | more, ensure_ascii=False, indent=2))
        return
    for line in lines(name, checked.report, language):
        print(line)
    if installed := more.get("installed"):
        print(say("commands.pack_installed", language, **installed))
    if errors := more.get("errors"):
        print(say("commands.pack_errors_written", language, name=errors))
    if written := more.get("written"):
        print(say("commands.pack_written", language, name=written))


def lines(name: str, report: "Report", language: str) -> Iterator[str]:
    """The report line by line: the file, the counts, then each problem with its place and its remedy."""
    if report.refused:
        told = report.refused.told(language)
        yield say("commands.report_refused", language, what=told["what"], how=told["how"])
        return
    yield say("commands.report_file", language, name=name, format=report.format)
    yield say("commands.report_counts", language, good=report.good, mend=report.mend)
    for problem in report.problems:
        row = problem.told(language)
        place = say("commands.report_place", language, row=row["row"], column=row["column"])
        if row["sheet"]:
            place = f"{row['sheet']} · {place}"
        level = say(f"commands.report_{problem.level}", language)
        yield (
            f"  {level} {place}：{row['what']}{row['how']}"
            if language == "zh"
            else (f"  {level} {place}: {row['what']} {row['how']}")
        )
