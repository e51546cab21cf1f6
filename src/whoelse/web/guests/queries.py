"""Which links, and what a page shows of the rows around one."""

from datetime import datetime

from django.db.models import QuerySet

from whoelse.web.guests.models import GuestLink, Knock
from whoelse.web.interviews.models import Interview, PlannedQuestion
from whoelse.web.interviews.queries import open_interviews, questions_of
from whoelse.web.outreach.models import Came, Message
from whoelse.web.scheduling.models import OfferedTime, ProposedTime
from whoelse.web.scheduling.queries import open_offers

STILL_OPEN = (
    Came.YES,
    Came.TIMES_OFFERED,
    Came.ANOTHER_TIME,
)  # answers after which there is more to settle


def links() -> QuerySet[GuestLink]:
    """All links with everything that decides whether they open something."""
    return GuestLink.objects.select_related(
        "student", "message__contact__do_not_contact", "message__student", "message__reply"
    )


def link_of(message: Message) -> GuestLink | None:
    """The link of this request, whatever became of it."""
    return links().filter(message=message).first()


def interview_of(link: GuestLink) -> Interview | None:
    """The conversation that is agreed and not over."""
    return open_interviews(link.student).filter(contact=link.message.contact).first()


def planned_questions(interview: Interview) -> QuerySet[PlannedQuestion]:
    return questions_of(interview)


def times_to_pick(link: GuestLink, *, at: datetime) -> list[OfferedTime]:
    """The offered times of the request that can still be picked."""
    return open_offers(link.message, at=at)


def open_proposals(link: GuestLink) -> QuerySet[ProposedTime]:
    """Times that the interviewee proposed for this request and that wait for an answer."""
    return ProposedTime.objects.filter(message=link.message, answer=ProposedTime.Answer.OPEN)


def knocks_since(digest: str, hour: datetime) -> int:
    row = Knock.objects.filter(digest=digest, hour=hour).first()
    return row.count if row else 0
