"""`kiosk settings show|set|apply|write`: the base's settings from the command line, and as a `kiosk.toml`."""

import argparse
import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands.opening import opened_store
from kiosk.commands.parser import Parser, Subparsers, add_common, home_of
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.store import Store
    from kiosk.store.settings import Value


def add(subparsers: Subparsers) -> None:
    """Describe the commands."""
    one = _add(subparsers, "settings", "command")
    acts = one.add_subparsers(title=one.words("commands"), metavar=one.words("command"), required=True)
    show = _add(acts, "show", "command_show", json=True)
    show.add_argument("--table", action="store_true", help=_words("option_table"))
    show.set_defaults(run=run_show)
    put = _add(acts, "set", "command_set")
    put.add_argument("key", metavar="KEY", help=_words("option_key"))
    put.add_argument("value", metavar="VALUE", help=_words("option_value"))
    put.set_defaults(run=run_set)
    apply = _add(acts, "apply", "command_apply", json=True)
    apply.add_argument("file", type=Path, metavar="FILE", help=_words("option_file"))
    apply.add_argument("--dry-run", action="store_true", help=_words("option_dry_run"))
    apply.set_defaults(run=run_apply)
    write = _add(acts, "write", "command_write")
    write.add_argument("file", type=Path, metavar="FILE", help=_words("option_file"))
    write.set_defaults(run=run_write)


def run_show(args: argparse.Namespace) -> int:
    """Every setting as it is now."""
    from kiosk.store.settings import SETTINGS
    from kiosk.store.settings_file import as_toml, table

    if args.table:
        print(table(environment_language()), end="")
        return 0
    with opened_store(home_of(args)) as store:
        now = _now(store)
    if args.json:
        print(json.dumps(now, ensure_ascii=False, indent=2))
        return 0
    for key, value in now.items():
        mark = " " if value == SETTINGS[key].default else "*"
        print(_words("told_row", mark=mark, key=key, value=as_toml(value)))
    return 0


def run_set(args: argparse.Namespace) -> int:
    """One setting."""
    from kiosk.store.settings_file import as_toml, read

    with opened_store(home_of(args)) as store:
        line = f"{args.key} = {args.value}"
        if _is_text(args.key) or not _is_toml(line):
            line = f"{json.dumps(args.key)} = {as_toml(args.value)}"
        draft = read(f"format = 1\n{line}", _now(store))
        if draft.faults:
            raise KioskError("settings.refused", faults=" ".join(_untold(one) for one in draft.faults))
        return _keep(store, draft.changes(_now(store)), dry=False, json_wanted=False)


def run_apply(args: argparse.Namespace) -> int:
    """All that a file asks for, or nothing."""
    from kiosk.store.settings_file import load, read

    if not args.file.exists():
        raise KioskError("settings.file_none", file=args.file)
    with opened_store(home_of(args)) as store:
        draft = read(load(args.file), _now(store))
        if draft.faults:
            told = " ".join(one.told(environment_language()) for one in draft.faults)
            raise KioskError("settings.refused", faults=told)
        return _keep(store, draft.changes(_now(store)), dry=args.dry_run, json_wanted=args.json)


def run_write(args: argparse.Namespace) -> int:
    """A file that sets up another kiosk like this one."""
    from kiosk.store.settings_file import write

    with opened_store(home_of(args)) as store:
        text = write(_now(store), environment_language())
    part = args.file.with_name(f".{args.file.name}.part")
    try:
        part.write_text(text, "utf-8")
        part.replace(args.file)
    except OSError as error:
        raise KioskError("exports.not_written", repr(error), file=args.file.name) from error
    print(_words("told_written", file=args.file))
    return 0


def _add(subparsers: Subparsers, name: str, words: str, *, json: bool = False) -> Parser:
    parser: Parser = subparsers.add_parser(name, help=_words(words), description=_words(words))
    add_common(parser)
    if json:
        parser.add_argument("--json", action="store_true", help=parser.words("json"))
    return parser


def _words(name: str, **params: object) -> str:
    return say(f"settings.{name}", environment_language(), **params)


def _now(store: "Store") -> dict[str, Any]:
    from kiosk.store import settings

    with store.read() as connection:
        return settings.read_all(connection)


def _is_text(key: str) -> bool:
    """Whether the setting is a text: then what is typed is taken as it stands."""
    from kiosk.store.settings import SETTINGS

    return key in SETTINGS and isinstance(SETTINGS[key].default, str)


def _is_toml(line: str) -> bool:
    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _untold(fault: Any) -> str:
    """The sentence without its line: nobody wrote a file."""
    from dataclasses import replace

    return str(replace(fault, line=0).told(environment_language()))


def _keep(store: "Store", changes: "dict[str, Value]", *, dry: bool, json_wanted: bool) -> int:
    """Keep and record the changes, and tell them."""
    from kiosk.core.events import StaffActed
    from kiosk.store import settings
    from kiosk.store.settings_file import as_toml

    before = _now(store)
    if not dry and changes:
        settings.save_all(store, changes).result()
        store.append(StaffActed("", "settings_applied", ", ".join(changes)), None)
        for key, value in changes.items():
            store.append(StaffActed("", "setting_changed", f"{key} = {value}"), None)
        store.flush(10)
    if json_wanted:
        told = {key: {"before": before[key], "after": value} for key, value in changes.items()}
        print(json.dumps({"changes": told, "applied": not dry and bool(changes)}, ensure_ascii=False, indent=2))
        return 0
    for key, value in changes.items():
        print(_words("told_change", key=key, before=as_toml(before[key]), after=as_toml(value)))
    name = "told_same" if not changes else "told_would" if dry else "told_applied"
    print(_words(name, count=len(changes)))
    return 0
