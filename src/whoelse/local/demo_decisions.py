"""What the student of the demonstration world makes of it: same things, stands, things to do."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from whoelse.web.accounts.models import Student
from whoelse.web.careers import bridge as careers
from whoelse.web.contacts.models import Contact
from whoelse.web.discoveries import actions
from whoelse.web.interviews.models import Finding

Ago = Callable[[int], datetime]


def decide(
    student: Student, data: Mapping[str, Any], people: Mapping[str, Contact], ago: Ago
) -> None:
    """Carry out the parts `same`, `stands` and `actions` of the world."""
    for told in data["same"]:
        one, other = (_finding(student, words) for words in told["sentences"])
        actions.put_together(other, one, mates=())
    for stand in data["stands"]:
        actions.take_stand(
            student,
            occupation=stand["occupation"],
            name=careers.occupation_name(stand["occupation"]),
            standing=stand["standing"],
            because=stand["because"],
            at=ago(stand["days"]),
        )
    for planned in data["actions"]:
        _plan(student, planned, people[planned["who"]], ago)


def _finding(student: Student, words: str) -> Finding:
    return student.findings.get(sentence__startswith=words)


def _plan(student: Student, planned: Mapping[str, Any], contact: Contact, ago: Ago) -> None:
    interview = contact.interviews.get()
    action = actions.plan_action(
        student,
        text=planned["text"],
        occupation=planned["occupation"],
        due_on=ago(-planned["due"]).date(),
        interview=interview,
        at=interview.held_at,
    )
    if "done" in planned:
        actions.finish_action(action, is_done=True, at=ago(planned["done"]))
