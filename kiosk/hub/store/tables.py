"""Every table of the hub. Times are milliseconds since 1970 UTC; ids of machines and hashes as the wire has them.

A change here comes with a step in `migrations/versions`; a test holds the two equal. Whoever reads events uses
`batch.arrival` to walk them in the order in which they were committed: see `tailing`.
"""

import sqlalchemy as sa

from kiosk.hub.store.columns import BigKey, Uuid7

metadata = sa.MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s"}
)

hub = sa.Table(
    "hub",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),  # always 1
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("generation", sa.Text, nullable=False),  # new whenever a backup is restored
    sa.Column("watermark", sa.BigInteger, nullable=False),  # batches so far, in the order of their commits
    sa.Column("made_ms", sa.BigInteger, nullable=False),
)

base = sa.Table(
    "base",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("made_ms", sa.BigInteger, nullable=False),
)

kiosk = sa.Table(
    "kiosk",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("base", sa.ForeignKey("base.number"), nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False, server_default=""),
    sa.Column("made_ms", sa.BigInteger, nullable=False),
    sa.Column("seen_ms", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("skew_ms", sa.BigInteger, nullable=False, server_default="0"),  # its clock minus ours
    sa.Column("about", sa.Text, nullable=False, server_default="{}"),  # JSON: what it last said of itself
    sa.Column("token", sa.Text, nullable=False, server_default=""),  # given with the last answer …
    sa.Column("token_before", sa.Text, nullable=False, server_default=""),  # … and with the one before
    sa.Column("holder", sa.Text, nullable=False, server_default=""),  # the boot that speaks for it
    sa.Column("machine", sa.Text, nullable=False, server_default=""),
    sa.Column("cloned_from", sa.ForeignKey("kiosk.number"), nullable=True),
    sa.Column("relay", sa.Integer, nullable=True),  # the number of the hub, a kiosk here, that speaks for it
)

retired_holder = sa.Table(
    "retired_holder",
    metadata,
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), primary_key=True),
    sa.Column("holder", sa.Text, primary_key=True),
    sa.Column("until_ms", sa.BigInteger, nullable=False),
)

credential = sa.Table(
    "credential",
    metadata,
    sa.Column("hash", sa.LargeBinary(32), primary_key=True),  # SHA-256 of 32 random bytes
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), nullable=False, index=True),
    sa.Column("made_ms", sa.BigInteger, nullable=False),
    sa.Column("revoked_ms", sa.BigInteger, nullable=True),
    sa.Column("signer", sa.LargeBinary(32), nullable=True),  # the public key by which its bundles are known
    sa.Column("relays", sa.SmallInteger, nullable=False, server_default="0"),  # 1: a hub's, which speaks for kiosks
)

enrol_code = sa.Table(
    "enrol_code",
    metadata,
    sa.Column("hash", sa.LargeBinary(32), primary_key=True),  # SHA-256 of the code's secret
    sa.Column("base", sa.ForeignKey("base.number"), nullable=False),
    sa.Column("made_ms", sa.BigInteger, nullable=False),
    sa.Column("expires_ms", sa.BigInteger, nullable=False),
    sa.Column("used_ms", sa.BigInteger, nullable=True),
    sa.Column("credential", sa.LargeBinary(32), nullable=True),  # whom it let in: the same one may ask again
    sa.Column("relays", sa.SmallInteger, nullable=False, server_default="0"),  # 1: for a hub, not for a kiosk
)

epoch = sa.Table(
    "epoch",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("epoch", sa.LargeBinary(8), nullable=False, unique=True),
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), nullable=False, index=True),
    sa.Column("held", sa.BigInteger, nullable=False, server_default="0"),  # events of it, refused ones included
    sa.Column("through", sa.BigInteger, nullable=False, server_default="0"),  # the highest seq among them
)

kind = sa.Table(
    "kind",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
)

dictionary = sa.Table(
    "dictionary",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("made_ms", sa.BigInteger, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

event = sa.Table(
    "event",
    metadata,
    sa.Column("id", Uuid7, primary_key=True),
    sa.Column("kiosk", sa.Integer, nullable=False),
    sa.Column("base", sa.Integer, nullable=False),  # the kiosk's when it came in
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("visit", sa.LargeBinary, nullable=True),  # 16 bytes, or a foreign visit's name as UTF-8
    sa.Column("origin", sa.SmallInteger, nullable=False),  # index into `core.events.ORIGINS`
    sa.Column("utc_ms", sa.BigInteger, nullable=False),
    sa.Column("monotonic_ms", sa.BigInteger, nullable=False),
    sa.Column("kind", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("dictionary", sa.Integer, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),  # JSON under zstd: see `bodies`
    sa.Column("batch", sa.BigInteger, nullable=False, index=True),
    postgresql_partition_by="RANGE (id)",
)

batch = sa.Table(
    "batch",
    metadata,
    sa.Column("number", BigKey, primary_key=True),
    sa.Column("arrival", sa.BigInteger, nullable=True, unique=True),  # the hub's watermark when it was committed
    sa.Column("kiosk", sa.Integer, nullable=False),
    sa.Column("received_ms", sa.BigInteger, nullable=False),
    sa.Column("events", sa.Integer, nullable=False, server_default="0"),
    sa.Column("first_id", Uuid7, nullable=True),
    sa.Column("last_id", Uuid7, nullable=True),
)

item_text = sa.Table(
    "item_text",
    metadata,
    sa.Column("hash", sa.Text, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),  # canonical JSON of `core.item`
)

pack = sa.Table(
    "pack",
    metadata,
    sa.Column("hash", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
)

refusal = sa.Table(
    "refusal",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), nullable=False, index=True),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("raw", sa.LargeBinary, nullable=False),  # what came, as it came
    sa.Column("received_ms", sa.BigInteger, nullable=False),
    sa.UniqueConstraint("epoch", "seq"),
)

incident = sa.Table(
    "incident",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("utc_ms", sa.BigInteger, nullable=False),
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), nullable=True, index=True),
    sa.Column("code", sa.Text, nullable=False),  # a words code of `hub.incident_…`
    sa.Column("params", sa.Text, nullable=False, server_default="{}"),
)

erasure = sa.Table(
    "erasure",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),  # the receipt's
    sa.Column("base", sa.ForeignKey("base.number"), nullable=False, index=True),
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), nullable=True),  # whose receipt it is
    sa.Column("utc_ms", sa.BigInteger, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("subjects", sa.Text, nullable=False),  # JSON: random ids of takes or codes
    sa.Column("done_ms", sa.BigInteger, nullable=True),
)

pack_release = sa.Table(
    "pack_release",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("pack", sa.Text, nullable=False),  # the pack's id, which its versions share
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),  # the pack's own (`item_answered.pack_hash`)
    sa.Column("sha256", sa.Text, nullable=False, unique=True),  # of the signed file, its name in `data/packs`
    sa.Column("bytes", sa.BigInteger, nullable=False),
    sa.Column("base", sa.ForeignKey("base.number"), nullable=True, index=True),  # whose it is; none: everybody's
    sa.Column("made_ms", sa.BigInteger, nullable=False),
    sa.Column("withdrawn_ms", sa.BigInteger, nullable=True),  # never given out again
)

pack_stage = sa.Table(
    "pack_stage",
    metadata,
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), primary_key=True),
    sa.Column("pack", sa.Text, primary_key=True),
    sa.Column("release", sa.ForeignKey("pack_release.number"), nullable=True),  # what it shall have; none: go without
    sa.Column("before", sa.ForeignKey("pack_release.number"), nullable=True),  # what a roll-back brings back
    sa.Column("staged_ms", sa.BigInteger, nullable=False),
    sa.Column("fetched_ms", sa.BigInteger, nullable=True),  # by the down route, when the kiosk has had all of it
)

pack_base = sa.Table(
    "pack_base",
    metadata,
    sa.Column("base", sa.ForeignKey("base.number"), primary_key=True),
    sa.Column("pack", sa.Text, primary_key=True),
    sa.Column("release", sa.ForeignKey("pack_release.number"), nullable=True),  # what kiosks let in later shall have
    sa.Column("before", sa.ForeignKey("pack_release.number"), nullable=True),
)
