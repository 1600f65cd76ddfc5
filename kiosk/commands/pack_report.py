"""A report on a file, for a person at a terminal."""

from collections.abc import Iterator

from kiosk.core.words import say
from kiosk.packs.report import Report


def lines(name: str, report: Report, language: str) -> Iterator[str]:
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
