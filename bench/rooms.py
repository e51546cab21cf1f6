"""Tries to lose words in the room: `python -m bench.rooms --count 300 --first 0`.

Each interleaving is chosen by its seed, so that one that loses something can be played again. Needs
Chromium.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Error
from tests.browser import chromium
from tests.browser.relay import relay_to
from tests.browser.rooms_world import rooms_in
from tests.browser.sweep import Sweep, visitor_at
from tests.browser.visitor import expect
from tests.local.process import free_port, started

PATIENCE = 20_000  # milliseconds; a step that takes longer is stuck
PHONE_FOR = 25  # interleavings; then another browser, with nothing kept


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.rooms", description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    chosen = parser.parse_args()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as folder:
        play(Path(folder) / "data", range(chosen.first, chosen.first + chosen.count))


def play(folder: Path, seeds: range) -> None:
    port, begun = free_port(), time.monotonic()
    played = words = 0
    wrong: list[int] = []
    with started(folder, "--port", port), relay_to(port) as relay:
        world = rooms_in(folder, len(seeds))
        rooms = dict(zip(seeds, world["rooms"], strict=True))
        for first in range(0, len(seeds), PHONE_FOR):
            with chromium.chromium() as browser:
                phone = visitor_at(browser, relay, world["session"])
                phone.set_default_timeout(PATIENCE)
                for seed in seeds[first : first + PHONE_FOR]:
                    sweep = Sweep(phone, relay, rooms[seed], seed)
                    if found := outcome(sweep):
                        wrong.append(seed)
                        print(f"seed {seed}: {found}\n  {' '.join(sweep.story)}", flush=True)
                    played, words = played + 1, words + len(sweep.words)
            print(f"{played} played, {words} words, {len(wrong)} wrong", flush=True)
    seconds = time.monotonic() - begun
    print(f"{played} interleavings, {words} words acknowledged, {len(wrong)} that lost something")
    print(f"{seconds:.0f} s; seeds {seeds.start} to {seeds.stop - 1}; wrong: {wrong or 'none'}")


def outcome(sweep: Sweep) -> list[str]:
    """What went wrong; a step that could not be done counts as wrong as well."""
    try:
        return sweep.play()
    except Error as error:
        return [f"stuck: {str(error)[:300]}"]


if __name__ == "__main__":
    main()
