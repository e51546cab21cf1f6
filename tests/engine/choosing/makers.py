"""Plain makers for choosing, with dull defaults."""

from datetime import date

from whoelse.engine.choosing import Candidate, Heard, History, Student, suggest
from whoelse.engine.words import Circle, Permission

TODAY = date(2026, 11, 5)
YESTERDAY = date(2026, 11, 4)
PHYSICS = Student({"medical-physics": 1.0})


def make_candidate(**kw) -> Candidate:
    usual = {"id": "c1", "name": "Rosa Delacroix", "circle": Circle.COLD}
    return Candidate(**usual | {"area": "medical-physics"} | kw)


def make_referred(**kw) -> Candidate:
    usual = {"id": "elif", "name": "Elif Aydin", "circle": Circle.REFERRED}
    usual |= {"referrer": "Dr. Okafor", "permission": Permission.MAY_USE_NAME}
    usual |= {"referred_on": YESTERDAY, "area": "dosimetry"}
    return Candidate(**usual | kw)


def make_history(**kw) -> History:
    return History(**{"today": TODAY} | kw)


def held(count: int, **kw) -> tuple[Heard, ...]:
    return (Heard(**{"area": "teaching", "occupation": "teacher"} | kw),) * count


def order(contacts, *, student=PHYSICS, k=3, **history) -> list[str]:
    """Return the ids in the order of `suggest`."""
    return [s.candidate.id for s in suggest(student, contacts, make_history(**history), k)]


def reasons(candidate, *, student=PHYSICS, names=None, **history) -> tuple[str, ...]:
    (only,) = suggest(student, [candidate], make_history(**history), 1, names)
    return only.reasons
