"""Whatever happens to a talk, in whatever order: no acknowledged character is lost.

A short sweep with fixed seeds; `python -m bench.rooms` plays hundreds, and new ones.
"""

import pytest

from tests.browser.relay import relay_to
from tests.browser.rooms_world import rooms_in
from tests.browser.sweep import Sweep, visitor_at
from tests.local.process import free_port, started

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

SEEDS = range(25)


def test_no_interleaving_loses_what_was_acknowledged(tmp_path, browser):
    folder, port = tmp_path / "data", free_port()
    with started(folder, "--port", port), relay_to(port) as relay:
        world = rooms_in(folder, len(SEEDS))
        wrong, phone = {}, visitor_at(browser, relay, world["session"])
        for seed, room in zip(SEEDS, world["rooms"], strict=True):
            sweep = Sweep(phone, relay, room, seed)
            if found := sweep.play():
                wrong[seed] = (found, sweep.story)
        phone.close()
    assert wrong == {}
