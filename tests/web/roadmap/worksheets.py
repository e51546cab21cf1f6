"""Makers for worksheets: dull rows through the actions that pages call."""

from tests.factories import NOW
from whoelse.web.roadmap import actions, queries

PLAIN = {
    "titles": {"name": "Optical engineer"},
    "experiences": {"name": "Optics laboratory", "kind": "course"},
    "skills": {"name": "Alignment", "group": "instruments"},
    "pitches": {"name": "the career fair"},
    "places": {"name": "Job board"},
    "letters": {"name": "Lumenfold Optics"},
    "stories": {"name": "The leak"},
}
FULL_PITCH = {
    "who": "I am Ana Brandt, a third-year physics major at Norhaven College.",
    "what": "Last summer I built a spectrometer out of spare parts, found a leak in its vacuum"
    " line, and wrote the program that reads it, which two other groups use by now. Before that"
    " I tutored mechanics for a year.",
    "why": "I tell you because you work with vacuum every day, and I have only met it broken.",
    "question": "What does an ordinary week hold for you?",
}


def add(student, kind, **values):
    return actions.add_row(
        student, queries.KINDS[kind], values=PLAIN.get(kind, {}) | values, at=NOW
    )


def add_evidence(student, sentence="Aligned it to a fringe", *, skill=None, experience=None):
    skill = skill or add(student, "skills")
    experience = experience or add(student, "experiences")
    return add(student, "evidence", skill=skill, experience=experience, sentence=sentence)


def on_sheet(student, kind):
    return list(queries.rows_of(queries.KINDS[kind], student))
