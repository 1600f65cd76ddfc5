"""What goes down to kiosks, comes on sticks, and goes on to other programs. Released: never edited."""

import sqlalchemy as sa
from alembic import op

from kiosk.hub.store.columns import Uuid7

revision = "0003_down"
down_revision = "0002_people"


def upgrade() -> None:
    """Make them."""
    _settings()
    _recordings()
    _onward()


def _settings() -> None:
    """Settings, ratings, and by which key a kiosk's sticks are known."""
    op.create_table(
        "item_tally",
        sa.Column("item_hash", sa.Text(), nullable=False),
        sa.Column("kiosk", sa.Integer(), nullable=False),
        sa.Column("band", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answers", sa.BigInteger(), nullable=False),
        sa.Column("solved", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["kiosk"], ["kiosk.number"]),
        sa.PrimaryKeyConstraint("item_hash", "kiosk", "band"),
    )
    op.create_index(op.f("ix_item_tally_kiosk"), "item_tally", ["kiosk"], unique=False)
    op.create_table(
        "setting_order",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("kiosk", sa.Integer(), nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["base"], ["base.number"]),
        sa.ForeignKeyConstraint(["kiosk"], ["kiosk.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_setting_order_base"), "setting_order", ["base"], unique=False)
    op.create_index(op.f("ix_setting_order_kiosk"), "setting_order", ["kiosk"], unique=False)
    op.add_column("credential", sa.Column("signer", sa.LargeBinary(length=32), nullable=True))


def _recordings() -> None:
    """Recordings that a base lets go out."""
    op.create_table(
        "recording",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("upload", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("kiosk", sa.Integer(), nullable=False),
        sa.Column("take", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("script", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("begun_ms", sa.BigInteger(), nullable=False),
        sa.Column("whole_ms", sa.BigInteger(), nullable=True),
        sa.Column("review", sa.Text(), server_default="", nullable=False),
        sa.Column("reviewed_ms", sa.BigInteger(), nullable=True),
        sa.Column("erased_ms", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["base"], ["base.number"]),
        sa.ForeignKeyConstraint(["kiosk"], ["kiosk.number"]),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("upload", name=op.f("uq_recording_upload")),
    )
    op.create_index(op.f("ix_recording_base"), "recording", ["base"], unique=False)
    op.create_index(op.f("ix_recording_kiosk"), "recording", ["kiosk"], unique=False)
    op.create_index(op.f("ix_recording_take"), "recording", ["take"], unique=False)


def _onward() -> None:
    """Sticks, higher hubs, learning record stores."""
    op.create_table(
        "forwarder",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("arrival", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("state", sa.Text(), server_default="{}", nullable=False),
        sa.Column("sent", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("success_ms", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.Column("error_ms", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "quarantine",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("forwarder", sa.Text(), nullable=False),
        sa.Column("event", Uuid7(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("utc_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("forwarder", "event", name=op.f("uq_quarantine_forwarder")),
    )
    op.create_index(op.f("ix_quarantine_forwarder"), "quarantine", ["forwarder"], unique=False)
    op.create_table(
        "bundle",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kiosk", sa.Integer(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("imported_ms", sa.BigInteger(), nullable=False),
        sa.Column("events", sa.BigInteger(), nullable=False),
        sa.Column("stored", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["kiosk"], ["kiosk.number"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_bundle_kiosk"), "bundle", ["kiosk"], unique=False)
    op.add_column("kiosk", sa.Column("relay", sa.Integer(), nullable=True))
