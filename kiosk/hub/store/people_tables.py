"""Tables of the people who look at the hub: who they are, their sessions, what they did."""

import sqlalchemy as sa

from kiosk.hub.store.columns import BigKey
from kiosk.hub.store.tables import metadata

person = sa.Table(
    "person",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),  # to log in with; lower case
    sa.Column("role", sa.Text, nullable=False),  # a name of `people.roles.ROLES`
    sa.Column("district", sa.Text, nullable=False, server_default=""),  # of a 区管理员: only its bases
    sa.Column("base", sa.ForeignKey("base.number"), nullable=True, index=True),  # of who belongs to one
    sa.Column("password", sa.Text, nullable=False),  # argon2id
    sa.Column("made_ms", sa.BigInteger, nullable=False),
    sa.Column("closed_ms", sa.BigInteger, nullable=True),
    sa.Column("failures", sa.Integer, nullable=False, server_default="0"),  # since the last success
    sa.Column("locked_until_ms", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("language", sa.Text, nullable=False, server_default="zh"),
)

session = sa.Table(
    "session",
    metadata,
    sa.Column("hash", sa.LargeBinary(32), primary_key=True),  # SHA-256 of the id, which only the browser has
    sa.Column("person", sa.ForeignKey("person.number"), nullable=False, index=True),
    sa.Column("csrf", sa.Text, nullable=False),
    sa.Column("made_ms", sa.BigInteger, nullable=False),
    sa.Column("seen_ms", sa.BigInteger, nullable=False),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("number", BigKey, primary_key=True),
    sa.Column("utc_ms", sa.BigInteger, nullable=False, index=True),
    sa.Column("who", sa.Text, nullable=False),  # the name of a person; empty: the hub itself or its command line
    sa.Column("base", sa.Integer, nullable=True, index=True),  # whose matter it is; none: the hub's
    sa.Column("act", sa.Text, nullable=False),  # a words code `hub_audit.<act>`
    sa.Column("detail", sa.Text, nullable=False, server_default=""),
    sa.Column("hash", sa.LargeBinary(32), nullable=False),  # of the one before and all of this: see `people.audit`
)

audit_start = sa.Table(
    "audit_start",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),  # always 1
    sa.Column("number", sa.BigInteger, nullable=False),  # the last that was let go by its age
    sa.Column("hash", sa.LargeBinary(32), nullable=False),  # its hash: the chain goes on from here
)

setting = sa.Table(
    "setting",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

place = sa.Table(
    "place",
    metadata,
    sa.Column("base", sa.ForeignKey("base.number"), primary_key=True),
    sa.Column("district", sa.Text, nullable=False),  # 区县
)

take_home_withdrawn = sa.Table(
    "take_home_withdrawn",
    metadata,
    sa.Column("token_hash", sa.Text, primary_key=True),
    sa.Column("utc_ms", sa.BigInteger, nullable=False),
)
