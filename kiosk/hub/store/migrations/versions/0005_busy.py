"""Which bases are busy, found without reading every day of all of them. Released: never edited."""

from alembic import op

revision = "0005_busy"
down_revision = "0004_web"


def upgrade() -> None:
    """Make the index; it holds all that the question needs."""
    op.create_index("ix_base_day_busy", "base_day", ["origin", "base", "day", "visits"], unique=False)
