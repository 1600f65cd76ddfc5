"""From a row of a template sheet to an item, with everything that is wrong told by its cell."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kiosk.core.family import Family
from kiosk.core.item import from_json
from kiosk.packs import template_sheets
from kiosk.packs.build import item_id
from kiosk.packs.extras import read_extras
from kiosk.packs.fields import Fault
from kiosk.packs.form_fields import Fields, form_fields
from kiosk.packs.native_check import item_faults
from kiosk.packs.plain import fold, shorten
from kiosk.packs.report import Problem
from kiosk.packs.rows import Built, Row


def build_form(row: Row, families: Sequence[Family]) -> Built:
    """Judge one row, or the rows of one chat."""
    extras = read_extras(row, families)
    fields = form_fields(row)
    values = _lean(fields.values | extras.fields)
    for part in values.get("message", {}).get("parts", []):
        part.setdefault("text", "")
    values |= {"stem": row.stem, "explanation": row.explanation, "id": item_id(row.stem, _texts(fields.values))}
    if row.form == "judge":
        values["right"] = [values.get("nature") or "scam"]
    problems = [_problem(row, fields, fault) for fault in item_faults(values)]
    item = None if problems else from_json(values)
    if not row.explanation:
        problems.append(row.problem("explanation_missing", "解析"))
    icon = row.cells[0].get("图标", "")
    if icon and fold(icon) not in template_sheets.ICONS:
        problems.append(row.problem("value_unknown", "图标", "hint", value=shorten(icon)))
    return Built(row, item, (*problems, *extras.problems))


def _problem(row: Row, fields: Fields, fault: Fault) -> Problem:
    """The complaint at the cell that it is about."""
    place, header = fields.where(fault.path)
    params = dict(fault.params)
    if fault.code == "field_unknown_value" and header in template_sheets.CHOICES:
        params["known"] = "、".join(template_sheets.CHOICES[header])
    at = replace(row, number=row.numbers[place])
    # Headers are looked up as they are compared: in lower case.
    problem = at.problem(fault.code, header, "error", item=shorten(row.stem), **params)
    return replace(problem, column=row.columns.get(header.casefold(), header))


def _lean(value: Any) -> Any:
    """`value` as JSON has it, without empty texts within it: an empty cell says nothing."""
    if isinstance(value, dict):
        return {name: _lean(one) for name, one in value.items() if one != ""}
    return [_lean(one) for one in value] if isinstance(value, list | tuple) else value


def _texts(values: dict[str, Any]) -> list[str]:
    """What tells two items with one stem apart."""
    parts = [part.get("text", "") + part.get("title", "") for part in values.get("message", {}).get("parts", [])]
    says = [said for node in values.get("chat", {}).get("nodes", []) for said in node["says"]]
    return [*parts, *says, *(option["text"] for option in values.get("options", []))]
