"""Linters, import contracts, types and migrations in step: everything that runs no test."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS = [
    ("format", [BIN / "ruff", "format", "--check", "."]),
    ("lint", [BIN / "ruff", "check", "."]),
    ("import contracts", [BIN / "lint-imports"]),
    ("types", [BIN / "mypy"]),
    ("migrations in step", [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"]),
    ("settings", [sys.executable, "manage.py", "check", "--fail-level", "WARNING"]),
]


def main() -> int:
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, WHOELSE_DATA_DIR=folder)
        for name, command in CHECKS:
            print(f"== {name}", flush=True)
            parts = [str(part) for part in command]
            if subprocess.run(parts, env=environment, check=False).returncode:
                failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
