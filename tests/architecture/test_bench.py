"""The measurements can be called: nothing is timed here."""

import inspect

import pytest
from bench.__main__ import MEASURES
from bench.figure import Figure


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.__name__)
def test_a_measure_has_a_name_and_a_title_of_one_line(measure):
    assert measure.__name__.isidentifier()
    assert measure.__doc__.strip()
    assert "\n" not in measure.__doc__
    assert inspect.isgeneratorfunction(measure)
    assert list(inspect.signature(measure).parameters) == []


def test_names_of_measures_differ():
    names = [measure.__name__ for measure in MEASURES]
    assert sorted(set(names)) == sorted(names)


def test_an_aim_is_held_against_the_clock_where_there_is_one():
    assert Figure("a", processor=1.0, aim=1.0).is_kept is True
    assert Figure("a", processor=1.1, aim=1.0).is_kept is False
    assert Figure("a", processor=0.5, clock=1.1, aim=1.0).is_kept is False
    assert Figure("a", processor=0.5, clock=1.1).is_kept is None
