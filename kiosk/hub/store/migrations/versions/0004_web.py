"""Take-home pages of works, who may speak for kiosks, packs for a whole base. Released: never edited."""

import sqlalchemy as sa
from alembic import op

revision = "0004_web"
down_revision = "0003_down"


def upgrade() -> None:
    """Make them. A hub that speaks for kiosks already may go on."""
    op.add_column("recording", sa.Column("page", sa.Text(), server_default="", nullable=False))
    op.create_index(op.f("ix_recording_page"), "recording", ["page"], unique=False)
    for table in ("enrol_code", "credential"):
        op.add_column(table, sa.Column("relays", sa.SmallInteger(), server_default="0", nullable=False))
    op.execute("UPDATE credential SET relays = 1 WHERE kiosk IN (SELECT relay FROM kiosk WHERE relay IS NOT NULL)")
    op.create_table(
        "pack_base",
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("release", sa.Integer(), nullable=True),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["base"], ["base.number"]),
        sa.ForeignKeyConstraint(["release"], ["pack_release.number"]),
        sa.ForeignKeyConstraint(["before"], ["pack_release.number"]),
        sa.PrimaryKeyConstraint("base", "pack"),
    )
