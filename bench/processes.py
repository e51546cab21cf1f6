"""Starts `whoelse` as a process and tells its processor time and that of the clock on the wall."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

WAIT = 90  # seconds; a bound, not a measurement


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "whoelse", *map(str, arguments)]


def environment() -> dict[str, str]:
    """That of this process, without what would lead to the user's own data."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("WHOELSE_", "DJANGO_"))}


def run(*arguments: object) -> None:
    """Run a command to its end; exit codes 0 and 1 mean that it did its work."""
    ended = subprocess.run(  # noqa: S603 - our own command
        command(*arguments), capture_output=True, env=environment(), check=False, timeout=WAIT
    )
    if ended.returncode not in (0, 1):
        raise RuntimeError(ended.stderr.decode())


@contextmanager
def started(*arguments: object) -> Iterator[subprocess.Popen]:
    """A command that runs until the block ends; what it says on stderr is not kept."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        command(*arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment(),
    )
    with process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(WAIT)


def best_process(rounds: int, work: Callable[[], Any]) -> tuple[float, float]:
    """The least processor time of the children that `work` starts and ends, and the least clock."""
    times = [process_seconds(work) for _ in range(rounds)]
    return min(processor for processor, _ in times), min(clock for _, clock in times)


def process_seconds(work: Callable[[], Any]) -> tuple[float, float]:
    """Processor time of children until they ended, and the clock, or what `work` says it was."""
    before, begun = children(), time.perf_counter()
    told = work()
    clock = time.perf_counter() - begun
    return children() - before, clock if told is None else told


def children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
