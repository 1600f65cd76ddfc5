"""What a failing command says: one sentence with the remedy; the detail goes to a log."""

import argparse
import io
import logging
import sys
from contextlib import suppress
from pathlib import Path

from kiosk.commands.parser import home_of
from kiosk.core.errors import KioskError
from kiosk.core.words import environment_language, say

log = logging.getLogger(__name__)
LOG_BYTES = 1 << 20
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def guarded(args: argparse.Namespace) -> int:
    """Run the command; the exit code is 2 when it fails."""
    start_log(home_of(args), args.debug)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except KioskError as error:
        log.error("%s", error, exc_info=True)
        return failed(sentence(error))
    except BrokenPipeError:
        # Whoever read our output has had enough; Python would complain again when it flushes at the end.
        sys.stdout = None
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        log.critical("unexpected", exc_info=True)
        if args.debug:
            raise
        kept = log_file(home_of(args))
        words = "commands.unexpected" if kept.exists() else "commands.unexpected_unlogged"
        return failed(say(words, environment_language(), log=kept, detail=error))


def speak_utf8() -> None:
    """Have files and pipes get UTF-8 whatever the system's code page is, and a terminal a `?` for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def sentence(error: KioskError) -> str:
    """What happened and, where the catalogue has it separately, what to do."""
    language = environment_language()
    told = say(error.code, language, **error.params)
    with suppress(KeyError):
        told += (" " if language == "en" else "") + say(f"{error.code}_how", language, **error.params)
    return told


def failed(text: str) -> int:
    """Say `text` where errors belong; exit code 2."""
    print(text, file=sys.stderr)
    return 2


def log_file(home: Path) -> Path:
    """Where the details of failing commands are kept."""
    return home / "logs" / "command.log"


def start_log(home: Path, debug: bool) -> None:
    """Send the log to the home's file, or to stderr with `--debug`. A home that is not there yet is not made."""
    handler: logging.Handler = logging.NullHandler()
    if debug:
        handler = logging.StreamHandler()
    elif home.is_dir():
        handler = quiet_file(log_file(home))
    logging.basicConfig(level=logging.DEBUG if debug else logging.INFO, format=FORMAT, handlers=[handler])


def quiet_file(path: Path) -> logging.Handler:
    """A handler that writes to `path`, or none where that cannot be: a log must never be what fails."""
    try:
        path.parent.mkdir(exist_ok=True)
        if path.exists() and path.stat().st_size > LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
        return logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        return logging.NullHandler()
