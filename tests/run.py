"""All tests: on SQLite, then the part that uses a database on a real PostgreSQL.

`WHOELSE_REQUIRE_ALL=1` makes a missing browser or server a failure; elsewhere the last lines say
what could not be run. Arguments go to one pytest run on SQLite.
"""

import os
import subprocess
import sys

from tests.postgresql import running_postgresql

# The browser paths start the real command, which is local mode and SQLite by its nature.
ON_POSTGRESQL = ["tests/web"]


def main(arguments: list[str]) -> int:
    if arguments:
        return pytest(arguments)
    code = pytest(["tests", "-n", "2", "--dist", "loadfile"])
    missing = os.environ.get("WHOELSE_REQUIRE_ALL")
    try:
        with running_postgresql() as address:
            print("\nThe same on PostgreSQL\n", flush=True)
            second = pytest([*ON_POSTGRESQL, "-n", "2", "--dist", "loadfile"], database=address)
    except (LookupError, OSError, subprocess.SubprocessError) as reason:
        print(f"\nnot run: the suite on PostgreSQL ({reason})", flush=True)
        second = 1 if missing else 0
    return code or second


def pytest(arguments: list[str], *, database: str = "") -> int:
    environment = dict(os.environ)
    environment.pop("WHOELSE_DATABASE_URL", None)
    if database:
        environment["WHOELSE_DATABASE_URL"] = database
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
