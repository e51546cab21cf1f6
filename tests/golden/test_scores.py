"""The scores on the golden corpus do not fall below the recorded ones."""

import pytest

from tests.golden.corpus import HALVES
from tests.golden.record import measured, recorded, stopped


@pytest.mark.parametrize("half", HALVES)
def test_no_rule_does_worse_than_recorded(half):
    before = recorded()[half]
    now = measured(half)

    assert {r: f for r, f in now.items() if f[0] < before[r][0] or f[1] > before[r][1]} == {}


@pytest.mark.parametrize("half", HALVES)
def test_no_more_clean_messages_are_stopped_than_recorded(half):
    assert stopped(half) <= recorded()[half]["clean but stopped"][0]
