"""Rooms and plans that several tests start from."""

from datetime import timedelta

import pytest

from tests.factories import NOW, make_contact, make_interview
from whoelse.web.interviews import actions


@pytest.fixture
def tomas(ana):
    """A contact of Ana's whose occupation the atlas knows."""
    return make_contact(
        ana,
        "Tomas Beck",
        job_title="Thin-film process engineer",
        employer="Lumenfold Optics",
        occupation="semiconductor-process-engineer",
        phone="555 0100",
    )


@pytest.fixture
def interview(tomas):
    """Tomorrow's interview with Tomas, with its first plan."""
    interview = make_interview(tomas)
    actions.make_first_plan(interview)
    return interview


@pytest.fixture
def under_way(interview):
    """The interview has begun, three minutes ago."""
    return actions.begin_interview(interview, at=NOW - timedelta(minutes=3))
