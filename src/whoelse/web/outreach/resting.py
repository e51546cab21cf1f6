"""Who said "not this term", and until when nobody is asked again for that."""

from datetime import date, datetime, timedelta

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.outreach.models import Reply
from whoelse.web.outreach.zones import zone_of

REST = timedelta(days=120)  # where no term is known; own estimate: about one term


def end_of_rest(student: Student, *, at: datetime) -> date:
    """The first day on which "not this term" is over: the day after the student's term."""
    today = at.astimezone(zone_of(student)).date()
    term = student.terms.filter(starts_on__lte=today, ends_on__gte=today).first()
    return term.ends_on + timedelta(days=1) if term else today + REST


def rests_until(contact: Contact, *, at: datetime) -> date | None:
    """Until when this contact is not asked; None for whoever may be asked."""
    today = at.astimezone(zone_of(contact.student)).date()
    resting = Reply.objects.filter(message__contact=contact, rests_until__gt=today)
    return resting.order_by("-rests_until").values_list("rests_until", flat=True).first()
