"""Set up and go: `python3 start.py` starts WhoElse, `python3 start.py test` runs its tests.

Standard library only. Makes `.venv` beside this file, installs the hash-locked dependencies once
per lock, then hands over. Needs Python 3.11 or newer and pip; no root, no make, no compiler.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"

USAGE = """\
python3 start.py            start WhoElse (options are passed on: --no-browser, --port, --data-dir)
python3 start.py demo       the same on a throwaway demonstration world
python3 start.py test       run all tests (a path or option after it goes to pytest)
python3 start.py check      linters, import contracts, types
python3 start.py bench      the measurements
python3 start.py pictures   make the pictures in docs/pictures anew
"""

COMMANDS = {
    "run": (RUN_LOCK, ["-m", "whoelse"]),
    "demo": (RUN_LOCK, ["-m", "whoelse", "demo"]),
    "test": (DEV_LOCK, ["-m", "tests.run"]),
    "check": (DEV_LOCK, ["-m", "tests.check"]),
    "bench": (DEV_LOCK, ["-m", "bench"]),
    "pictures": (DEV_LOCK, ["-m", "tests.browser.pictures"]),
}


def main(arguments):
    if arguments and arguments[0] in ("help", "-h", "--help"):
        print(USAGE, end="")
        return 0
    named = bool(arguments) and arguments[0] in COMMANDS
    if arguments and not named and not arguments[0].startswith("-"):
        print(
            f"start.py: there is no command {arguments[0]!r}.\n\n{USAGE}", end="", file=sys.stderr
        )
        return 2
    name, rest = (arguments[0], arguments[1:]) if named else ("run", arguments)
    lock, command = COMMANDS[name]
    set_up(lock)
    return run([PYTHON, *command, *rest], check=False)


def set_up(lock):
    """Make the environment and install `lock`, unless just that was done before."""
    if sys.version_info < (3, 11):
        sys.exit(f"WhoElse needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    stamps = [stamp_of(DEV_LOCK), stamp_of(lock)]  # the larger set serves for the smaller one
    if PYTHON.exists() and any(stamp.exists() for stamp in stamps):
        return
    if not PYTHON.exists():
        print("Making .venv ...", file=sys.stderr)
        run([sys.executable, "-m", "venv", "--without-pip", VENV])
    print(f"Installing what {lock.name} names (once) ...", file=sys.stderr)
    install(lock)
    site = run_for_text([PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
    (Path(site) / "whoelse-source.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    stamp_of(lock).write_text("installed\n", encoding="utf-8")


def install(lock):
    """Use this Python's pip from outside, because the venv module may lack ensurepip (Debian)."""
    pip = [sys.executable, "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode:
        sys.exit(
            "WhoElse needs pip to set up. On Debian: apt-get install python3-pip. Elsewhere: "
            "python3 -m ensurepip"
        )
    run(
        [
            *pip,
            "--python",
            PYTHON,
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "--only-binary",
            ":all:",
            "-r",
            lock,
        ]
    )


def stamp_of(lock):
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()[:16]
    return VENV / f"installed-{lock.stem}-{digest}"


def run(command, *, check=True):
    """Run a command from the project's root; with `check`, leave with its code if it fails."""
    try:
        code = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130
    if check and code:
        sys.exit(code)
    return code


def run_for_text(command):
    command = [str(part) for part in command]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
