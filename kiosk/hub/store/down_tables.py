"""Tables of what goes down to kiosks and on to other programs: settings, ratings, recordings, forwarders, sticks."""

import sqlalchemy as sa

from kiosk.hub.store.columns import BigKey, Uuid7
from kiosk.hub.store.tables import metadata

setting_order = sa.Table(
    "setting_order",
    metadata,
    sa.Column("number", BigKey, primary_key=True),  # a later order of the same key takes the place of an earlier one
    sa.Column("base", sa.ForeignKey("base.number"), nullable=True, index=True),  # whose kiosks; none: everybody's
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), nullable=True, index=True),  # only this one
    sa.Column("key", sa.Text, nullable=False),  # one of `down.settings.ALLOWED`
    sa.Column("value", sa.Text, nullable=False),  # JSON
    sa.Column("made_ms", sa.BigInteger, nullable=False),
)

item_tally = sa.Table(
    "item_tally",
    metadata,
    sa.Column("item_hash", sa.Text, primary_key=True),
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), primary_key=True, index=True),
    sa.Column("band", sa.Integer, primary_key=True, autoincrement=False),  # of ability: see `kiosk.learning.tally`
    sa.Column("answers", sa.BigInteger, nullable=False),
    sa.Column("solved", sa.BigInteger, nullable=False),
)

recording = sa.Table(
    "recording",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("upload", sa.Text, nullable=False, unique=True),  # random; the last part of its tus address
    sa.Column("base", sa.ForeignKey("base.number"), nullable=False, index=True),
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), nullable=False, index=True),
    sa.Column("take", sa.Text, nullable=False, index=True),  # the kiosk's random id, which erasures name
    sa.Column("sha256", sa.Text, nullable=False),  # of the whole file, its name in `data/recordings`
    sa.Column("bytes", sa.BigInteger, nullable=False),
    sa.Column("received", sa.BigInteger, nullable=False, server_default="0"),  # how far it has come, on disk
    sa.Column("script", sa.Text, nullable=False),
    sa.Column("theme", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("seconds", sa.Float, nullable=False),
    sa.Column("made_ms", sa.BigInteger, nullable=False),  # when it was spoken
    sa.Column("begun_ms", sa.BigInteger, nullable=False),
    sa.Column("whole_ms", sa.BigInteger, nullable=True),  # since when it can be reviewed
    sa.Column("review", sa.Text, nullable=False, server_default=""),  # `released` or `rejected`; empty: waits
    sa.Column("reviewed_ms", sa.BigInteger, nullable=True),
    sa.Column("erased_ms", sa.BigInteger, nullable=True),  # its file is gone; what is left is the proof
    sa.Column("page", sa.Text, nullable=False, server_default="", index=True),  # SHA-256 of its take-home page's token
)

bundle = sa.Table(
    "bundle",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),  # random, in its receipt
    sa.Column("kiosk", sa.ForeignKey("kiosk.number"), nullable=False, index=True),
    sa.Column("made_ms", sa.BigInteger, nullable=False),
    sa.Column("imported_ms", sa.BigInteger, nullable=False),
    sa.Column("events", sa.BigInteger, nullable=False),
    sa.Column("stored", sa.BigInteger, nullable=False),  # that were new
)

forwarder = sa.Table(
    "forwarder",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),  # `hub:<id>` or `xapi:<address>`
    sa.Column("arrival", sa.BigInteger, nullable=False, server_default="0"),  # everything up to it has gone on
    sa.Column("state", sa.Text, nullable=False, server_default="{}"),  # JSON: its own
    sa.Column("sent", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("success_ms", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("error", sa.Text, nullable=False, server_default=""),  # a words code
    sa.Column("error_ms", sa.BigInteger, nullable=False, server_default="0"),
)

quarantine = sa.Table(
    "quarantine",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("forwarder", sa.Text, nullable=False, index=True),
    sa.Column("event", Uuid7, nullable=False),
    sa.Column("status", sa.Integer, nullable=False),  # HTTP's
    sa.Column("what", sa.Text, nullable=False),  # the other side's words, cut
    sa.Column("utc_ms", sa.BigInteger, nullable=False),
    sa.UniqueConstraint("forwarder", "event"),
)
