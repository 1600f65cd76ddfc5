"""People, the packs that are given out, and the roll-ups that pages show. Released: never edited."""

import sqlalchemy as sa
from alembic import op

revision = "0002_people"
down_revision = "0001_wire"


def upgrade() -> None:
    """Make them."""
    _people()
    _packs()
    _days()
    _learning()


def _people() -> None:
    """People, what they did, what they set."""
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("utc_ms", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_audit_base"), "audit", ["base"], unique=False)
    op.create_index(op.f("ix_audit_utc_ms"), "audit", ["utc_ms"], unique=False)
    op.create_table(
        "audit_start",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("one"),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "person",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), server_default="", nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("closed_ms", sa.BigInteger(), nullable=True),
        sa.Column("failures", sa.Integer(), server_default="0", nullable=False),
        sa.Column("locked_until_ms", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("language", sa.Text(), server_default="zh", nullable=False),
        sa.ForeignKeyConstraint(
            ["base"],
            ["base.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("name", name=op.f("uq_person_name")),
    )
    op.create_index(op.f("ix_person_base"), "person", ["base"], unique=False)
    op.create_table(
        "place",
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["base"],
            ["base.number"],
        ),
        sa.PrimaryKeyConstraint("base"),
    )
    op.create_table(
        "session",
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("csrf", sa.Text(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("seen_ms", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"],
            ["person.number"],
        ),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index(op.f("ix_session_person"), "session", ["person"], unique=False)
    op.create_table(
        "take_home_withdrawn",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("utc_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash"),
    )


def _packs() -> None:
    """Packs given out."""
    op.create_table(
        "pack_release",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn_ms", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["base"],
            ["base.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("sha256", name=op.f("uq_pack_release_sha256")),
    )
    op.create_index(op.f("ix_pack_release_base"), "pack_release", ["base"], unique=False)
    op.create_table(
        "pack_stage",
        sa.Column("kiosk", sa.Integer(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("release", sa.Integer(), nullable=True),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.Column("staged_ms", sa.BigInteger(), nullable=False),
        sa.Column("fetched_ms", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["before"],
            ["pack_release.number"],
        ),
        sa.ForeignKeyConstraint(
            ["kiosk"],
            ["kiosk.number"],
        ),
        sa.ForeignKeyConstraint(
            ["release"],
            ["pack_release.number"],
        ),
        sa.PrimaryKeyConstraint("kiosk", "pack"),
    )


def _days() -> None:
    """Roll-ups of days."""
    op.create_table(
        "rollup",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("arrival", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("one"),
    )
    op.create_table(
        "visit_day",
        sa.Column("base", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kiosk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("visits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("answers", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rights", sa.Integer(), server_default="0", nullable=False),
        sa.Column("wrongs", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lanterns", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sessions", sa.Integer(), server_default="0", nullable=False),
        sa.Column("forms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("glad", sa.Integer(), server_default="0", nullable=False),
        sa.Column("soso", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sad", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("base", "day", "kiosk", "origin"),
    )
    op.create_table(
        "base_day",
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("base", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("visits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("answers", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rights", sa.Integer(), server_default="0", nullable=False),
        sa.Column("wrongs", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lanterns", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sessions", sa.Integer(), server_default="0", nullable=False),
        sa.Column("forms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("glad", sa.Integer(), server_default="0", nullable=False),
        sa.Column("soso", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sad", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("day", "base", "origin"),
    )
    op.create_table(
        "station_day",
        sa.Column("base", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("opened", sa.Integer(), server_default="0", nullable=False),
        sa.Column("players", sa.Integer(), server_default="0", nullable=False),
        sa.Column("finished", sa.Integer(), server_default="0", nullable=False),
        sa.Column("answers", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rights", sa.Integer(), server_default="0", nullable=False),
        sa.Column("wrongs", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("base", "day", "origin", "station"),
    )
    op.create_table(
        "act_day",
        sa.Column("base", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kiosk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("base", "day", "kiosk", "origin", "act"),
    )


def _learning() -> None:
    """Roll-ups of what was learned."""
    op.create_table(
        "attempt",
        sa.Column("visit", sa.LargeBinary(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("origin", sa.SmallInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("session", sa.Text(), server_default="", nullable=False),
        sa.Column("moment", sa.Text(), server_default="", nullable=False),
        sa.Column("child", sa.Text(), server_default="", nullable=False),
        sa.Column("hits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("scams", sa.Integer(), server_default="0", nullable=False),
        sa.Column("alarms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("genuine", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("visit"),
    )
    op.create_index("ix_attempt_base", "attempt", ["base", "day"], unique=False)
    op.create_index("ix_attempt_session", "attempt", ["session"], unique=False)
    op.create_table(
        "class_session",
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.SmallInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("class_label", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("session", "base"),
    )
    op.create_index("ix_class_session_base", "class_session", ["base", "day"], unique=False)
    op.create_table(
        "moment_week",
        sa.Column("base", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("week", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("moment", sa.Text(), nullable=False),
        sa.Column("children", sa.Integer(), server_default="0", nullable=False),
        sa.Column("hits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("scams", sa.Integer(), server_default="0", nullable=False),
        sa.Column("alarms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("genuine", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("base", "week", "origin", "moment"),
    )
    op.create_table(
        "topic_week",
        sa.Column("base", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("week", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("children", sa.Integer(), server_default="0", nullable=False),
        sa.Column("hits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("scams", sa.Integer(), server_default="0", nullable=False),
        sa.Column("alarms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("genuine", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("base", "week", "origin", "topic"),
    )
    op.create_table(
        "topic_child",
        sa.Column("visit", sa.LargeBinary(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("visit", "topic"),
    )
    op.create_table(
        "item_figure",
        sa.Column("base", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item_hash", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("answers", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rights", sa.Integer(), server_default="0", nullable=False),
        sa.Column("wrongs", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reading_ms", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("chosen", sa.Text(), server_default="{}", nullable=False),
        sa.Column("judged", sa.Integer(), server_default="0", nullable=False),
        sa.Column("strength", sa.Float(), server_default="0", nullable=False),
        sa.Column("strength2", sa.Float(), server_default="0", nullable=False),
        sa.Column("judged_rights", sa.Integer(), server_default="0", nullable=False),
        sa.Column("strength_rights", sa.Float(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("base", "origin", "item_hash"),
    )
    op.create_table(
        "take_home",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("utc_ms", sa.BigInteger(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash"),
    )
