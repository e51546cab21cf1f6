"""A measured figure, and the loop of plain Python by which machines can be compared.

Processor time, the best of some rounds: neighbours on the machine count little that way. The loop
is timed before and after each figure, because a busy machine is slower at everything.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

COUNTED = 3_000_000


@dataclass(frozen=True, slots=True)
class Figure:
    """What one piece of work took. Seconds everywhere."""

    what: str
    processor: float
    clock: float | None = None  # by the clock on the wall, where somebody waits for a process
    note: str = ""
    aim: float | None = None  # at most; by the clock if there is one

    @property
    def is_kept(self) -> bool | None:
        """Whether the aim is kept; None where none was set."""
        took = self.processor if self.clock is None else self.clock
        return None if self.aim is None else took <= self.aim


def best_of(rounds: int, work: Callable[[], Any]) -> float:
    """The least processor time of some rounds."""
    return min(processor_seconds(work) for _ in range(rounds))


def processor_seconds(work: Callable[[], Any]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def reference_seconds() -> float:
    """The best of two countings to three million."""
    return best_of(2, count)


def count() -> int:
    counted = 0
    for _ in range(COUNTED):
        counted += 1
    return counted
