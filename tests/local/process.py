"""The real command as a process: started on a folder, its link read, ended or killed."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

WAIT = 90  # a bound for a busy machine, not a measurement


@contextmanager
def running(*arguments, **settings):
    """A running `python -m whoelse ARGUMENTS` and the one-time link that it printed.

    `settings` are environment variables of its own; those of this process are not passed on.
    """
    command = [sys.executable, "-m", "whoelse", *map(str, arguments)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("WHOELSE_")}
    environment |= settings
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    try:
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/door/\S+/", line)
        assert found, line + process.stderr.read()
        yield process, found.group()
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=WAIT)


def started(folder, *options):
    """A running `whoelse` on a data folder."""
    return running("--no-browser", "--data-dir", folder, *options)


def free_port():
    """For a server that is to come back on the same port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
