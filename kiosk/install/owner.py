"""What root writes into the data folder it writes as the folder's owner: files stay the kiosk's, and no link in there
leads root elsewhere. Linux only."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict


class Identity(TypedDict, total=False):
    """For `subprocess.Popen`: whose process it becomes."""

    user: int
    group: int
    extra_groups: list[int]


@contextmanager
def as_owner(folder: Path) -> Iterator[None]:
    """Be the owner of `folder` for a while, when this is root. Raises OSError."""
    if os.geteuid() != 0:
        yield
        return
    about, groups = folder.stat(), os.getgroups()
    os.setgroups([])
    os.setegid(about.st_gid)
    os.seteuid(about.st_uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


def identity(folder: Path) -> Identity:
    """Whose process one for the data in `folder` shall be; ours, unless this is root. Raises OSError."""
    if os.geteuid() != 0:
        return {}
    about = folder.stat()
    return {"user": about.st_uid, "group": about.st_gid, "extra_groups": []}
