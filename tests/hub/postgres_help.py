"""A PostgreSQL of the tests' own: made in a temporary folder, on a unix socket only, gone with the tests."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

BINARIES = Path("/usr/lib/postgresql/15/bin")
_USER = "postgres"


def is_installed() -> bool:
    """Whether the tests can have one."""
    return (BINARIES / "initdb").exists()


class Cluster:
    """A running server. Databases cost some 50 ms each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0

    def new_url(self, tablespace: Path | None = None) -> str:
        """The URL of a new, empty database, whose files lie in the folder `tablespace` if one is given."""
        self._made += 1
        name = f"hub{os.getpid()}_{self._made}"
        at = ["-h", str(self._folder), "-U", _USER]
        if tablespace:
            self.run("psql", *at, "-c", f"CREATE TABLESPACE {name} LOCATION '{tablespace}'", "postgres")
        self.run("createdb", *at, *(["-D", name] if tablespace else []), name)
        return f"postgresql+psycopg://{_USER}@/{name}?host={quote(str(self._folder))}"

    def drop(self, url: str) -> None:
        """Remove the database at `url` and its tablespace, before its disk goes away."""
        name = url.split("@/")[1].split("?")[0]
        at = ["-h", str(self._folder), "-U", _USER]
        self.run("psql", *at, "-c", f"DROP DATABASE {name} (FORCE)", "-c", f"DROP TABLESPACE {name}", "postgres")

    def copy_url(self, url: str) -> str:
        """The URL of a copy of the database at `url`, to which nobody may be connected."""
        self._made += 1
        name, template = f"hub{os.getpid()}_{self._made}", url.split("@/")[1].split("?")[0]
        self.run("createdb", "-h", str(self._folder), "-U", _USER, "-T", template, name)
        return url.replace(f"/{template}?", f"/{name}?")

    def run(self, *command: str) -> None:
        """Run one of PostgreSQL's programs as its user."""
        done = subprocess.run(as_user([str(BINARIES / command[0]), *command[1:]]), capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()


def as_user(command: Sequence[str]) -> list[str]:
    """PostgreSQL refuses to run as root."""
    return (
        ["setpriv", "--reuid", _USER, "--regid", _USER, "--clear-groups", *command] if os.getuid() == 0 else [*command]
    )


def own(folder: Path) -> None:
    """Make `folder` that user's."""
    if os.getuid() == 0:
        user = pwd.getpwnam(_USER)
        os.chown(folder, user.pw_uid, user.pw_gid)


@contextmanager
def cluster(place: Path | None = None, settings: str = "-c fsync=off -c shared_buffers=64MB") -> Iterator[Cluster]:
    """Make one in `place` (default: where temporary files lie), run it, throw it away."""
    folder = Path(tempfile.mkdtemp(prefix="pg", dir=place))
    data = folder / "data"
    own(folder)
    made = Cluster(folder)
    try:
        made.run("initdb", "-D", str(data), "-U", _USER, "-A", "trust", "-N", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-c listen_addresses= -k {folder} -c max_connections=200 {settings}"
        made.run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield made
        finally:
            made.run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)
