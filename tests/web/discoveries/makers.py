"""Findings of invented people, for tests of what is made of them."""

from datetime import timedelta

from tests.factories import NOW, make_contact, make_interview
from whoelse.web.interviews.models import Finding


def talk(student, name, *, day=0):
    """A conversation with somebody new; a later `day` is a later talk."""
    return make_interview(make_contact(student, name), began_at=NOW + timedelta(days=day))


def make_finding(interview, sentence, **fields):
    defaults = {"facet": "challenges", "occupation": "data-scientist", "found_at": NOW}
    return Finding.objects.create(
        student=interview.student, interview=interview, sentence=sentence, **(defaults | fields)
    )
