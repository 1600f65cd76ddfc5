"""Column types that are small on both databases."""

import uuid
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeEngine


class Uuid7(sa.types.TypeDecorator[bytes]):
    """A UUID that Python sees as 16 bytes: a BLOB in SQLite, `uuid` in PostgreSQL, where it can cut partitions."""

    impl = sa.LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type in `dialect`."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID(as_uuid=True))
        return dialect.type_descriptor(sa.LargeBinary(16))

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> Any:
        """16 bytes as the driver wants them."""
        return uuid.UUID(bytes=value) if value is not None and dialect.name == "postgresql" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> bytes | None:
        """What the driver gives, as 16 bytes."""
        return value.bytes if isinstance(value, uuid.UUID) else value


BigKey = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""A primary key that counts by itself: SQLite does that for INTEGER only."""
