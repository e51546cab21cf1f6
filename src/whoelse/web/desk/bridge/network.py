"""How the network grows: who named whom, as the engine counts it."""

from collections.abc import Iterable

from whoelse.engine import learning
from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Referral
from whoelse.web.desk import queries


def growth_of(student: Student, named: Iterable[Referral]) -> learning.Growth:
    """How many new people each interview brings, with an honest interval."""
    held = [interview for interview in queries.interviews(student) if interview.held_at]
    return learning.growth(
        [
            learning.Introduction(str(r.referrer.public_id), str(r.referred.public_id))
            for r in named
        ],
        [str(interview.contact.public_id) for interview in held],
    )
