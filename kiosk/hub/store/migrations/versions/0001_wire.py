"""The tables that the wire needs. Released: never edited."""

import sqlalchemy as sa
from alembic import op

from kiosk.hub.store.columns import Uuid7

revision = "0001_wire"
down_revision = None


def upgrade() -> None:
    """Make them."""
    _machines()
    _journal()
    _rest()
    if op.get_bind().dialect.name == "postgresql":
        # Months get partitions of their own when they come; this one takes what has a senseless time.
        op.execute("CREATE TABLE event_default PARTITION OF event DEFAULT")


def _machines() -> None:
    """Bases, kiosks and how they come in."""
    op.create_table(
        "base",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("name", name="uq_base_name"),
    )
    op.create_table(
        "kiosk",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("seen_ms", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("skew_ms", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("about", sa.Text(), server_default="{}", nullable=False),
        sa.Column("token", sa.Text(), server_default="", nullable=False),
        sa.Column("token_before", sa.Text(), server_default="", nullable=False),
        sa.Column("holder", sa.Text(), server_default="", nullable=False),
        sa.Column("machine", sa.Text(), server_default="", nullable=False),
        sa.Column("cloned_from", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["base"],
            ["base.number"],
        ),
        sa.ForeignKeyConstraint(
            ["cloned_from"],
            ["kiosk.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id", name="uq_kiosk_id"),
    )
    op.create_index("ix_kiosk_base", "kiosk", ["base"], unique=False)
    op.create_table(
        "retired_holder",
        sa.Column("kiosk", sa.Integer(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kiosk"],
            ["kiosk.number"],
        ),
        sa.PrimaryKeyConstraint("kiosk", "holder"),
    )
    op.create_table(
        "credential",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("kiosk", sa.Integer(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("revoked_ms", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["kiosk"],
            ["kiosk.number"],
        ),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index("ix_credential_kiosk", "credential", ["kiosk"], unique=False)
    op.create_table(
        "enrol_code",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.Column("used_ms", sa.BigInteger(), nullable=True),
        sa.Column("credential", sa.LargeBinary(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["base"],
            ["base.number"],
        ),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "incident",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("utc_ms", sa.BigInteger(), nullable=False),
        sa.Column("kiosk", sa.Integer(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("params", sa.Text(), server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["kiosk"],
            ["kiosk.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_incident_kiosk", "incident", ["kiosk"], unique=False)


def _journal() -> None:
    """What kiosks push, and what is refused of it."""
    op.create_table(
        "hub",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("generation", sa.Text(), nullable=False),
        sa.Column("watermark", sa.BigInteger(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("one"),
    )
    op.create_table(
        "epoch",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.LargeBinary(length=8), nullable=False),
        sa.Column("kiosk", sa.Integer(), nullable=False),
        sa.Column("held", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("through", sa.BigInteger(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["kiosk"],
            ["kiosk.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("epoch", name="uq_epoch_epoch"),
    )
    op.create_index("ix_epoch_kiosk", "epoch", ["kiosk"], unique=False)
    op.create_table(
        "kind",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("name", name="uq_kind_name"),
    )
    op.create_table(
        "dictionary",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "batch",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("arrival", sa.BigInteger(), nullable=True),
        sa.Column("kiosk", sa.Integer(), nullable=False),
        sa.Column("received_ms", sa.BigInteger(), nullable=False),
        sa.Column("events", sa.Integer(), server_default="0", nullable=False),
        sa.Column("first_id", Uuid7(), nullable=True),
        sa.Column("last_id", Uuid7(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("arrival", name="uq_batch_arrival"),
    )
    op.create_table(
        "event",
        sa.Column("id", Uuid7(), nullable=False),
        sa.Column("kiosk", sa.Integer(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("visit", sa.LargeBinary(), nullable=True),
        sa.Column("origin", sa.SmallInteger(), nullable=False),
        sa.Column("utc_ms", sa.BigInteger(), nullable=False),
        sa.Column("monotonic_ms", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dictionary", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("batch", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        postgresql_partition_by="RANGE (id)",
    )
    op.create_index("ix_event_batch", "event", ["batch"], unique=False)
    op.create_table(
        "refusal",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kiosk", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("received_ms", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kiosk"],
            ["kiosk.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("epoch", "seq", name="uq_refusal_epoch"),
    )
    op.create_index("ix_refusal_kiosk", "refusal", ["kiosk"], unique=False)


def _rest() -> None:
    """Texts, packs and erasures."""
    op.create_table(
        "item_text",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "pack",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "erasure",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("kiosk", sa.Integer(), nullable=True),
        sa.Column("utc_ms", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("subjects", sa.Text(), nullable=False),
        sa.Column("done_ms", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["base"],
            ["base.number"],
        ),
        sa.ForeignKeyConstraint(
            ["kiosk"],
            ["kiosk.number"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_erasure_base", "erasure", ["base"], unique=False)
