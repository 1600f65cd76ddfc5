"""The installed banks: all-or-nothing changes, and the items that stations ask for."""

import json
import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TypeVar

from kiosk.core.clock import Clock
from kiosk.core.errors import KioskError
from kiosk.core.events import PackInstalled
from kiosk.core.family import Family
from kiosk.core.item import Item, from_json
from kiosk.packs import draw, shelf
from kiosk.packs.bank import Bank
from kiosk.packs.families import LOCAL, known_ids, load_families
from kiosk.packs.shelf import Shelved
from kiosk.packs.trust import examine_trust
from kiosk.packs.vault import Vault, known
from kiosk.packs.watching import Watch, watched
from kiosk.stations.station import BankItem
from kiosk.store.store import Store

if TYPE_CHECKING:
    from kiosk.packs.check import Checked

T = TypeVar("T")
DEAL = 2
"""Raised when what `shelf.deal` writes, or what a built-in bank may hold, has changed: homes are dealt anew."""


class Library:
    """Implements `ItemSource` over the store. `quizzes` is the folder of the built-in banks and `families.json`.

    `changed()` is called, on whatever thread did it, after packs came, went or stepped back.
    """

    def __init__(self, store: Store, quizzes: Path, clock: Clock, changed: Callable[[], None] = lambda: None) -> None:
        self._store = store
        self._quizzes = quizzes
        self._clock = clock
        self._changed = changed
        self._generation = -1

    def ensure_built_in(self) -> list[Shelved]:
        """Install the built-in banks that are new or have changed; the list of them.

        A cheap fingerprint of the folder is compared first. Raises KioskError `packs.install_failed`.
        """
        self._generation = self._store.state().generation
        self._sweep()
        name, print_ = self._quizzes.name, fingerprint(self._quizzes)
        with self._store.read() as db:
            row = db.execute("SELECT fingerprint FROM pack_folder WHERE name = ?", (name,)).fetchone()
            if row and row[0] == print_:
                return []
        # Imported here: a start that finds nothing changed does not pay for it.
        from kiosk.packs.native import built_in_bank

        banks = (built_in_bank(path) for path in sorted(self._quizzes.glob("*.json")))
        ready = [shelf.Ready(bank, "built_in") for bank in banks if bank]

        def work(db: sqlite3.Connection) -> list[Shelved]:
            new = [bank for bank in ready if not shelf.is_settled(db, bank)]
            done = [shelf.put(db, bank, self._clock.utc_ms(), self._family_ids()) for bank in new]
            shelf.deal(db, self._family_ids())
            db.execute("INSERT OR REPLACE INTO pack_folder (name, fingerprint) VALUES (?, ?)", (name, print_))
            return [row for row, _ in done]

        return self._told(self._write(work))

    def install(self, bank: Bank, origin: str, watch: Watch | None = None) -> Shelved:
        """Make `bank` playable, as one transaction, beside its older versions. `watch` as in `install_checked`.

        Raises KioskError (`packs.version_reused`, `packs.install_failed`).
        """
        ready = shelf.Ready(bank, origin, watch=watch)
        row, changed = self._write(lambda db: shelf.put(db, ready, self._clock.utc_ms(), self._family_ids()), bank.id)
        self._told([row] if changed else [])
        return row

    def compared(self, checked: "Checked", watch: Watch | None = None) -> "Checked":
        """`checked` with a warning on each item that is nearly one of another bank that is installed.

        `watch(done, all)` is told now and then how far it is; what it raises comes out here.
        """
        if checked.bank is None:
            return checked
        # Imported here: playing does without.
        from kiosk.packs.lint import near_installed

        with self._store.read() as db:
            texts = shelf.active_texts(db, checked.bank.id)
        more = tuple(near_installed(watched(checked.taken, watch), texts))
        return replace(checked, report=replace(checked.report, problems=(*checked.report.problems, *more)))

    def install_checked(self, checked: "Checked", watch: Watch | None = None) -> Shelved:
        """Make the bank of a checked file playable; a pack file comes to lie in the home whole.

        `watch(done, all)` is told now and then how far it is; what it raises comes out here, and nothing remains.

        Raises KioskError (`packs.version_reused`, `packs.install_failed`; of a pack file `packs.unsigned`,
        `packs.key_unknown`). `checked.bank` must be there.
        """
        bank, pack = checked.bank, checked.pack
        assert bank is not None
        if checked.amends:
            with self._store.read() as db:
                bank = shelf.amended(db, bank)
        if pack is None:
            return self.install(bank, "native" if checked.report.format == "native-json" else "local", watch)
        with self._store.read() as db:
            examine_trust(db, pack)
        ready = shelf.Ready(bank, "native", pack, watch)
        vault = Vault(self._store.home)
        with vault.staged(pack.data) as staged:

            def work(db: sqlite3.Connection) -> tuple[Shelved, bool]:
                row, changed = shelf.put(db, ready, self._clock.utc_ms(), self._family_ids())
                vault.publish(staged, pack.hash)
                return row, changed

            row, changed = self._write(work, bank.id)
        self._told([row] if changed else [])
        return row

    def waiting(self, pack: str) -> list[Item]:
        """The items of the active version of `pack` that wait for an explanation."""
        with self._store.read() as db:
            found = shelf.active_bank(db, pack)
        return [item for item in found[0].items if not item.playable] if found else []

    def unfinished(self, pack: str) -> list[Item]:
        """The items of the active version of `pack` that wait for an explanation, and those that name no family."""
        with self._store.read() as db:
            found = shelf.active_bank(db, pack)
        return [item for item in found[0].items if not (item.playable and item.family)] if found else []

    def unfinished_counts(self) -> dict[str, int]:
        """How many `unfinished` items each active bank of a base's own files has; banks without any are left out."""
        with self._store.read() as db:
            return shelf.unfinished_counts(db)

    def complete(self, pack: str, changes: Mapping[str, Mapping[str, str]]) -> Shelved:
        """Make a further version of a local bank: `changes` give explanation, family or nature by item id.

        Raises KioskError (`packs.not_installed`, `packs.not_local`, `packs.change_refused`, `packs.install_failed`).
        """
        # Imported here: playing does without.
        from kiosk.packs.complete import completed

        with self._store.read() as db:
            found = shelf.active_bank(db, pack)
        if found is None:
            raise KioskError("packs.not_installed", pack=pack)
        bank, origin = found
        if origin != "local":
            raise KioskError("packs.not_local", pack=pack)
        return self.install(completed(bank, changes, self._family_ids()), origin)

    def remove(self, pack: str) -> None:
        """Take a bank away; texts that answers refer to stay. Raises KioskError `packs.not_installed`."""
        if not self._write(lambda db: shelf.drop(db, pack, self._family_ids())):
            raise KioskError("packs.not_installed", pack=pack)
        self._sweep()
        self._changed()

    def rollback(self, pack: str) -> Shelved:
        """Return to the version before. Raises KioskError (`packs.not_installed`, `packs.no_version_before`)."""
        if not any(row.id == pack for row in self.installed()):
            raise KioskError("packs.not_installed", pack=pack)
        row = self._write(lambda db: shelf.step_back(db, pack, self._family_ids()))
        if row is None:
            raise KioskError("packs.no_version_before", pack=pack)
        self._changed()
        return row

    def installed(self) -> list[Shelved]:
        """All versions that lie here, by bank, the newest first."""
        with self._store.read() as db:
            return shelf.listed(db)

    def families(self) -> Sequence[Family]:
        """The families that have playable items, in order; the local level comes last."""
        self._refresh()
        with self._store.read() as db:
            return [family for family in (*load_families(self._quizzes), LOCAL) if draw.has_items(db, family.id)]

    def pick(
        self,
        family: str,
        count: int,
        *,
        kinds: Collection[str] = (),
        avoid: Collection[str] = (),
        random: Random,
        natures: Collection[str] = (),
        ability: float | None = None,
    ) -> list[BankItem]:
        """At most `count` items of `family`, balanced, at random or near to the aim for `ability`: see `ItemSource`."""
        self._refresh()
        with self._store.read() as db:
            return draw.pick(db, family, count, kinds, avoid, random, natures, ability)

    def another(
        self, trick: str, *, avoid: Collection[str], random: Random, kinds: Collection[str] = ()
    ) -> BankItem | None:
        """A different item of the same trick, or `None` when there is none left."""
        self._refresh()
        with self._store.read() as db:
            return draw.another(db, trick, kinds, avoid, random)

    def limit(self, packs: Sequence[str]) -> None:
        """Play from `packs` only, while a class is here; from all when it is empty. It outlives a restart.

        Raises KioskError `packs.install_failed`.
        """
        with self._store.read() as db:
            if shelf.limited(db) == set(packs):
                return
        self._write(lambda db: shelf.limit(db, packs, self._family_ids()))

    def form_items(self) -> list[tuple[BankItem, bool]]:
        """The items of the tests' forms, which never come in practice, each with whether its bank is built in."""
        self._refresh()
        with self._store.read() as db:
            found = shelf.form_items(db)
        return [
            (BankItem(from_json(json.loads(body)), hash_, pack, pack_hash), origin == "built_in")
            for body, hash_, pack, pack_hash, origin in found
        ]

    def _sweep(self) -> None:
        """Remove pack files that no row names: what a killed installation left, or what was taken away."""
        vault = Vault(self._store.home)
        with self._store.read() as db:
            strays = vault.strays(known(db))
        if strays and not self._store.state().temporary:
            self._write(vault.sweep)

    def _refresh(self) -> None:
        """Another database may have taken over: it has no banks yet."""
        if self._store.state().generation != self._generation:
            self.ensure_built_in()

    def _family_ids(self) -> list[str]:
        return known_ids(self._quizzes)

    def _write(self, work: Callable[[sqlite3.Connection], T], pack: str = "") -> T:
        """Run `work` in one transaction and wait for it."""
        try:
            return self._store.write(lambda db: work(db.conn)).result()
        except LookupError as error:
            raise KioskError("packs.version_reused", pack=pack, version=error.args[0]) from error
        except (sqlite3.Error, OSError) as error:
            raise KioskError("packs.install_failed", repr(error)) from error

    def _told(self, rows: list[Shelved]) -> list[Shelved]:
        """`rows`, after the journal and whoever looks at packs were told of them."""
        self._store.append_many([(PackInstalled(row.id, row.version, row.hash, row.items), None) for row in rows])
        if rows:
            self._changed()
        return rows


def fingerprint(folder: Path) -> str:
    """Names, sizes and times of the folder's JSON files: changed files show, at the cost of one look each."""
    stats = ((path.name, path.stat()) for path in sorted(folder.glob("*.json")))
    return ";".join((str(DEAL), *(f"{name}:{stat.st_size}:{stat.st_mtime_ns}" for name, stat in stats)))
