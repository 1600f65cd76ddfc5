"""The second program, `kiosk-hub`: what the kiosks of bases, towns and counties sync to. Never Qt.

How the hub is laid out
-----------------------

- `hub.Hub` is what everybody is handed: `data` (folder), `database`, `clock`, `id`, `bodies`, `kinds`, `partitions`.
  `Hub.open(data, url)` migrates and may be called by any number of processes at once (workers, commands).
- `store/` is its memory. `store.tables` has every table with its meaning; a change comes with a step in
  `store/migrations/versions` (and `store.migrating.HEAD`); a test holds tables and steps equal on both databases.
  `hub.database.read()` / `.write()` are transactions; a write on SQLite is alone: keep it short.
  `store.tailing` walks new events in the order of their commits by one cursor: roll-ups are built on it.
  `store.bodies` packs and unpacks bodies (`hub.bodies.unpack(row.dictionary, row.body)` is the event's JSON);
  `hub.kinds.number(connection, "item_answered")` is a kind's number; `store.inserting` inserts or ignores.
- `store.down_tables` holds what goes down to kiosks (`setting_order`, `item_tally`), what they hand over (`recording`,
  whose files lie in `data/recordings` by their SHA-256; `bundle`) and what goes on (`forwarder`, `quarantine`).
- `ingest` takes batches in, `leases` tells clones and roll-backs, `enrolment` lets kiosks in, `texts` takes item texts.
- `routes/` holds one file a subject; each module has `routes(hub) -> list[starlette.routing.BaseRoute]` and is found by
  itself (`routes.gather`): add a file, nothing else. `routes.wired` has what all JSON routes share: reading bodies with
  limits, the answer's marks, who asks (`Asking`: a kiosk by its credential), errors from KioskError.
- `down/` is what kiosks are told to do, `tus` takes recordings, `bundles` sticks; `higher` and `forward` make a hub the
  client of a higher one, which knows it as a kiosk that speaks for others (`relays`).
- `upkeep` runs its `TASKS` every minute on a thread of each worker: append what must happen beside answering.
- `serving.Serving` is how the hub was last served (`serve.json` in the data folder): its `url` and `database` are what
  commands use that work beside a running hub, as `commands.enroll` does.
- `people/` is who looks at the hub: roles and rights, passwords, sessions, the audit log (a chain of hashes), and
  `people.scope.Scope`, what a person may see: every query of a page takes one and limits itself by it.
- `rollups/` adds events up by one cursor (`rollups.rolling`, a thread of each worker) into `store.rollup_tables`;
  `queries/` reads those for `pages/`, which are rendered here without scripts. `pages.site` sees to login, rights, CSRF
  and headers: a page is a function in a file of `pages/`, named in `routes/pages.py`, its words in `hub_pages.toml`.
- `pages.failing` is what browsers are shown where there is no page, `patience` hangs up on who is slow, `people.pace`
  slows who guesses; what admins may set is in `people.settings.LIMITS`.
- `releases` and the tables `pack_release`, `pack_stage`, `pack_base` (whole bases, for later kiosks) say which
  kiosk shall have which pack; the signed files lie in `data/packs` by their SHA-256. `exporting` lays events out as a
  kiosk's journal for `kiosk.exports`; `backup` makes backups of either database and puts them back.
- `app.make(hub)` is the Starlette application, `serve` runs it under uvicorn with the certificate of `certificate`.
- `commands/` is the program: one file a command with `add(subparsers)` and `run(args)`, named in `commands.COMMANDS`.
- Sentences: `kiosk/core/words/hub.toml` (people at the hub) and `sync.toml` (what kiosks and hub say to each other).
- Tests: `tests/hub/town_help.py` fills a hub with bases whose children played, `pages_help.py` is somebody at a
  browser; the isolation of bases is tried over the route table (`test_hub_pages.py`). `hub_help.py` has the fixture
  `hub` on SQLite and PostgreSQL, and served hubs as real processes.
"""
