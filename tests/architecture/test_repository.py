"""What may not be in the repository: registry hosts, machine paths, copied lock files."""

import re
import subprocess
import tomllib

from tests.conftest import ROOT


def tracked():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def test_locks_are_hashed_and_name_no_host():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        pinned = [line for line in text.splitlines() if "==" in line]
        assert pinned
        assert text.count("--hash=sha256:") >= len(pinned)


def test_the_two_locks_agree():
    def pins(name):
        return set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_the_lock_has_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for requirement in project["dependencies"]:
        name = re.match(r"[\w.-]+", requirement).group()
        assert re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE | re.IGNORECASE), name


def test_no_path_of_a_machine_is_tracked():
    shape = re.compile(r"(?:^|[\s\"'(=])/(?:work|home|root|Users)/[a-z]", re.MULTILINE)
    offending = [
        path.relative_to(ROOT).as_posix()
        for path in tracked()
        if path.suffix in {".py", ".md", ".toml", ".html", ".js", ".css", ".lock", ""}
        and shape.search(path.read_text("utf-8", errors="replace"))
    ]
    assert offending == []
