"""Several files as one zip in memory, locked or not. Qt-free."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime


def zipped(parts: Mapping[str, bytes], made: str, password: str = "") -> bytes:
    """A zip of these files, all of the day `made`: without a password the same parts give the same bytes."""
    at = datetime.fromisoformat(made)
    stamp = (at.year, at.month, at.day, 0, 0, 0)
    if password:
        return _locked(parts, stamp, password)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name, stamp), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _locked(parts: Mapping[str, bytes], stamp: tuple[int, int, int, int, int, int], password: str) -> bytes:
    import pyzipper  # here for its cost, which only locked exports pay

    buffer = io.BytesIO()
    with pyzipper.AESZipFile(buffer, "w", pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as packed:
        packed.setpassword(password.encode())
        for name, content in parts.items():
            packed.writestr(packed.zipinfo_cls(name, stamp), content, pyzipper.ZIP_DEFLATED)
    return buffer.getvalue()
