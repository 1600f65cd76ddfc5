"""`kiosk pack build|sign|keys|template`: making pack files and workbooks, and whose packs this base takes."""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands.parser import Subparsers, add_command, home_of
from kiosk.core.clock import SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say

if TYPE_CHECKING:
    from kiosk.packs.trust import TrustedKey
    from kiosk.store import Store


def add(acts: Subparsers) -> None:
    """Describe these commands below `kiosk pack`."""
    one = add_command(acts, "build", command="pack_build", json=True)
    one.add_argument("folder", type=Path, metavar=one.words("folder"), help=one.words("pack_build_folder"))
    one.add_argument("out", type=Path, metavar=one.words("file"), help=one.words("pack_out"))
    one.add_argument("--key", type=Path, metavar=one.words("file"), help=one.words("pack_key"))
    one.set_defaults(run=build)
    one = add_command(acts, "sign", command="pack_sign")
    one.add_argument("file", type=Path, metavar=one.words("file"), help=one.words("pack_signed"))
    one.add_argument("--key", type=Path, required=True, metavar=one.words("file"), help=one.words("pack_key"))
    one.set_defaults(run=sign)
    one = add_command(acts, "keys", command="pack_keys", json=True)
    which = one.add_mutually_exclusive_group()
    which.add_argument("--new", type=Path, metavar=one.words("file"), help=one.words("keys_new"))
    which.add_argument("--add", type=Path, metavar=one.words("file"), help=one.words("keys_add"))
    which.add_argument("--remove", metavar=one.words("key"), help=one.words("keys_remove"))
    which.add_argument("--unsigned", choices=("allow", "refuse"), help=one.words("keys_unsigned"))
    one.add_argument("--name", default="", metavar=one.words("key_name"), help=one.words("keys_name"))
    one.set_defaults(run=keys)
    one = add_command(acts, "template", command="pack_template")
    one.add_argument("out", type=Path, metavar=one.words("file"), help=one.words("pack_template_out"))
    one.set_defaults(run=template)


def build(args: argparse.Namespace) -> int:
    """Make a pack of a folder; nothing is written while a row is to be mended."""
    from datetime import datetime

    from kiosk.commands.pack_report import tell
    from kiosk.packs import pack_build
    from kiosk.packs.keys import load_key

    private = load_key(args.key) if args.key else None
    with naming(args.folder.name):
        data, checked = pack_build.build(args.folder, datetime.now().date())
    sound = not checked.report.mend
    if sound:
        pack_build.write_whole(args.out, pack_build.signed(data, private) if private else data)
    tell(args, args.folder.name, checked, {"written": str(args.out) if sound else None})
    return 0 if sound else 2


def sign(args: argparse.Namespace) -> int:
    """Add a signature to a pack file."""
    from kiosk.packs import pack_build
    from kiosk.packs.keys import load_key, public, words
    from kiosk.packs.open_file import read_bytes

    private = load_key(args.key)
    with naming(args.file.name):
        data = pack_build.signed(read_bytes(args.file), private)
    pack_build.write_whole(args.file, data)
    language = environment_language()
    print(say("commands.pack_signed_by", language, name=args.file.name, words=words(public(private), language)))
    return 0


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Let what is refused say the name of the file."""
    try:
        yield
    except KioskError as error:
        raise KioskError(error.code, error.detail, **{"name": name, **error.params}) from error


def template(args: argparse.Namespace) -> int:
    """Write our template."""
    from kiosk.core.places import program_folder
    from kiosk.packs.families import load_families
    from kiosk.packs.pack_build import write_whole
    from kiosk.packs.template_write import template as made

    if args.out.exists():
        # It may be the one that a teacher has filled in.
        raise KioskError("packs.out_exists", name=args.out.name)
    write_whole(args.out, made(load_families(program_folder() / "quizzes")))
    print(say("commands.pack_template_written", environment_language(), name=args.out))
    return 0


def keys(args: argparse.Namespace) -> int:
    """Show or change the trusted keys, or make one."""
    if args.new:
        return new_key(args.new)
    from kiosk.commands.opening import opened_store
    from kiosk.packs import trust
    from kiosk.packs.keys import read_public
    from kiosk.store import settings

    with opened_store(home_of(args)) as store:
        if args.add:
            trust.add(store, read_public(args.add), args.name, SystemClock().utc_ms())
        elif args.remove:
            trust.remove(store, named(args.remove, trusted_keys(store)))
        elif args.unsigned:
            settings.save(store, trust.UNSIGNED, args.unsigned == "allow").result()
        with store.read() as db:
            unsigned = bool(settings.read_all(db)[trust.UNSIGNED])
        show(args, trusted_keys(store), unsigned)
    return 0


def new_key(path: Path) -> int:
    """Make a key: its secret half in `path`, what others need in `path` with `.pub` behind."""
    from kiosk.packs.keys import new_key as make
    from kiosk.packs.keys import words
    from kiosk.packs.pack_build import write_whole

    key = make(path)
    public = path.with_name(path.name + ".pub")
    write_whole(public, f"{key}\n{words(key, 'zh')}\n{words(key, 'en')}\n".encode())
    language = environment_language()
    print(say("commands.keys_made", language, secret=path, public=public, words=words(key, language)))
    return 0


def trusted_keys(store: "Store") -> list["TrustedKey"]:
    """The keys that the home trusts."""
    from kiosk.packs import trust

    with store.read() as db:
        return trust.trusted(db)


def named(text: str, known: list["TrustedKey"]) -> str:
    """The key that `text` names by its digits, its words or its name; else `text` itself."""
    from kiosk.packs.keys import words

    return next((one.key for one in known if text in (one.name, words(one.key, "zh"), words(one.key, "en"))), text)


def show(args: argparse.Namespace, known: list["TrustedKey"], unsigned: bool) -> None:
    """Print the keys by their words."""
    from kiosk.packs.keys import words

    language = environment_language()
    rows: list[dict[str, Any]] = [
        {"name": one.name, "words": words(one.key, language), "key": one.key, "added_ms": one.added_ms} for one in known
    ]
    if args.json:
        print(json.dumps({"keys": rows, "unsigned": unsigned}, ensure_ascii=False, indent=2))
        return
    for row in rows:
        print(say("commands.keys_row", language, name=row["name"] or "—", words=row["words"]))
    if not rows:
        print(say("commands.keys_none", language))
    print(say("commands.keys_allowed" if unsigned else "commands.keys_refused", language))
