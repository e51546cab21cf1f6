"""A real worker killed while it sends: nothing twice, nothing lost. `bench.mail_kill` does it."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import REQUIRES_ALL, ROOT

KILLS = 500 if REQUIRES_ALL else 30


@pytest.mark.timeout(900)
def test_a_killed_worker_doubles_nothing_and_loses_nothing():
    command = [sys.executable, "-m", "bench.mail_kill", "--kills", str(KILLS)]
    kept = {k: v for k, v in os.environ.items() if k != "WHOELSE_DATA_DIR"}

    done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    print(f"kill sweep: {found}")
    assert found["kills"] >= KILLS
    assert (found["duplicates"], found["lost"]) == (0, 0)
    assert found["sent"] + found["unsure"] == found["rounds"]
