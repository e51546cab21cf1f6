"""All tests: the engine's under measurement, all others on SQLite, those of rows on PostgreSQL.

A line or branch of the engine that no test reaches is a failure, and is named. So is a missing
browser or server with `WHOELSE_REQUIRE_ALL=1`; elsewhere the last lines say what could not be run.
Arguments go to one pytest run on SQLite.
"""

import os
import subprocess
import sys
import tempfile

from tests.postgresql import running_postgresql

# The browser paths start the real command, which is local mode and SQLite by its nature.
ON_POSTGRESQL = ["tests/web"]
TWO_WORKERS = ["-n", "2", "--dist", "loadfile"]


def main(arguments: list[str]) -> int:
    if arguments:
        return pytest(arguments)
    code = measured(["tests/engine", "-m", "measured", *TWO_WORKERS])
    code = pytest(["tests", "-m", "not measured", *TWO_WORKERS]) or code
    missing = os.environ.get("WHOELSE_REQUIRE_ALL")
    try:
        with running_postgresql() as address:
            print("\nThe same on PostgreSQL\n", flush=True)
            second = pytest([*ON_POSTGRESQL, *TWO_WORKERS], database=address)
    except (LookupError, OSError, subprocess.SubprocessError) as reason:
        print(f"\nnot run: the suite on PostgreSQL ({reason})", flush=True)
        second = 1 if missing else 0
    return code or second


def measured(arguments: list[str]) -> int:
    """Run the tests, then name what of the engine they left out; what counts is in pyproject."""
    with tempfile.TemporaryDirectory() as folder:
        own = {"COVERAGE_FILE": f"{folder}/coverage"}
        code = run(["coverage", "run", "-m", "pytest", "-q", *arguments], **own)
        print("\nThe engine: lines and branches that no test reached\n", flush=True)
        return (
            run(["coverage", "combine", "-q"], **own) or run(["coverage", "report"], **own) or code
        )


def pytest(arguments: list[str], *, database: str = "") -> int:
    own = {"WHOELSE_DATABASE_URL": database} if database else {}
    return run(["pytest", "-q", *arguments], **own)


def run(module: list[str], **own: str) -> int:
    environment = {name: os.environ[name] for name in os.environ if name != "WHOELSE_DATABASE_URL"}
    command = [sys.executable, "-m", *module]
    return subprocess.run(command, env=environment | own, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
