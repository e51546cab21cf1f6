"""What an interviewee answers on the page. It is kept as if the student had noted it.

Each is one transaction that takes its turn first, so that nothing is done twice.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from whoelse.web.activity.actions import record
from whoelse.web.contacts.access import AskedNotToBeContacted
from whoelse.web.contacts.actions.referrals import NamedThemselves
from whoelse.web.guests.actions.claiming import claim
from whoelse.web.guests.actions.erasing import forget_guest
from whoelse.web.guests.models import GuestLink
from whoelse.web.interviews import actions as interviews
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach import actions as outreach
from whoelse.web.outreach.models import Came
from whoelse.web.scheduling import actions as scheduling
from whoelse.web.scheduling.models import OfferedTime, ProposedTime
from whoelse.web.scheduling.zones import in_both_zones


@transaction.atomic
def pick_time(
    link: GuestLink, *, offered: OfferedTime, zone: str, channel: str, place: str, at: datetime
) -> Interview:
    """Agree to an offered time. Raises `scheduling.AlreadyTaken` where somebody was faster."""
    claim(link, at=at)
    _reply(link, Came.YES, "", at)
    return interviews.take_offered_time(
        offered, contact_zone=zone, channel=channel, place=place, at=at
    )


@transaction.atomic
def move_time(
    link: GuestLink,
    interview: Interview,
    *,
    starts_at: datetime,
    zone: str,
    channel: str,
    place: str,
    at: datetime,
) -> Interview:
    """Move the agreed conversation into other hours that the student gave."""
    claim(link, at=at)
    before = interview.appointment
    moved = interviews.move_interview(
        interview,
        starts_at=starts_at,
        minutes=before.minutes,
        student_zone=before.student_zone,
        contact_zone=zone,
        channel=channel,
        place=place or (before.place if channel == before.channel else ""),
        by_contact=True,
        at=at,
    )
    when = moved.appointment.when_for_student
    _tell(link, "guest_moved", f"moved it to {when}", moved.path_to("prepare"), at)
    return moved


@transaction.atomic
def propose_time(
    link: GuestLink,
    *,
    starts_at: datetime,
    minutes: int,
    zone: str,
    comment: str,
    interview: Interview | None,
    at: datetime,
) -> ProposedTime:
    """Propose another time; an agreed one stands until the student says yes to the new one."""
    claim(link, at=at)
    when = in_both_zones(starts_at, link.student.time_zone, zone)
    if interview is None:
        _reply(link, Came.TIMES_OFFERED, f"{when}. {comment}".strip(), at)
    else:
        path = reverse("interviews:move", args=[interview.public_id])
        _tell(link, "guest_proposed_move", f"asks to move it to {when}", path, at)
    return scheduling.propose_time(
        link.message,
        starts_at=starts_at,
        minutes=minutes,
        contact_zone=zone,
        comment=comment,
        appointment=interview.appointment if interview else None,
        at=at,
    )


@transaction.atomic
def call_off(
    link: GuestLink, interview: Interview, *, wants_another: bool, words: str, at: datetime
) -> None:
    """Cancel the agreed conversation; without another time it is a no."""
    claim(link, at=at, ends=not wants_another)
    interviews.cancel_interview(interview, wants_another=wants_another, at=at)
    if wants_another:
        _reply(link, Came.ANOTHER_TIME, words, at)
    else:
        _close(link, Came.NO, f"Called off. {words}".strip(), at)


@transaction.atomic
def answer_in_writing(link: GuestLink, *, answers: Sequence[tuple[str, str]], at: datetime) -> None:
    """Keep questions and answers instead of a conversation."""
    claim(link, at=at, ends=True)
    note = "\n\n".join(f"{question}\n{answer}" for question, answer in answers)
    _close(link, Came.IN_WRITING, note, at)


@transaction.atomic
def say_no(link: GuestLink, *, reason: str, at: datetime) -> None:
    """A no is final, with or without a reason."""
    claim(link, at=at, ends=True)
    _close(link, Came.NO, reason, at)


@transaction.atomic
def name_somebody(
    link: GuestLink, *, name: str, work: str, email: str, permission: str, at: datetime
) -> None:
    """No, but somebody fits better. Whether that person may be asked at all is not told here."""
    claim(link, at=at, ends=True)
    named: dict[str, Any] = {
        "named_name": name,
        "named_work": work,
        "named_email": email,
        "permission": permission,
    }
    try:
        with transaction.atomic():
            _close(link, Came.NAMED_SOMEBODY_ELSE, "", at, **named)
    except AskedNotToBeContacted:
        _close(link, Came.NO, "Named somebody who asked not to be contacted.", at)
    except NamedThemselves:
        _close(link, Came.NO, "Named nobody else.", at)


@transaction.atomic
def not_this_term(link: GuestLink, *, until: date, at: datetime) -> None:
    """Nobody here asks again before `until`."""
    claim(link, at=at, ends=True)
    _close(link, Came.NOT_THIS_TERM, "", at, rests_until=until)


@transaction.atomic
def never_again(link: GuestLink, *, interview: Interview | None, erase: bool, at: datetime) -> None:
    """Block the person for good; with `erase`, only the keyed hashes of the block stay."""
    claim(link, at=at, ends=True)
    if interview is not None:
        interviews.cancel_interview(interview, wants_another=False, at=at)
    _close(link, Came.NEVER_AGAIN, "", at)
    if erase:
        forget_guest(link, at=at)


def _reply(link: GuestLink, came: str, note: str, at: datetime, **named: Any) -> None:
    outreach.record_reply(link.message, came=came, note=note, by_guest=True, at=at, **named)


def _close(link: GuestLink, came: str, note: str, at: datetime, **named: Any) -> None:
    """A last answer: the times that were offered are free for others again."""
    scheduling.release_offers(link.message, at=at)
    _reply(link, came, note, at, **named)


def _tell(link: GuestLink, verb: str, what: str, path: str, at: datetime) -> None:
    contact = link.message.contact
    record(
        link.student,
        verb=verb,
        sentence=f"{contact.name} {what}",
        at=at,
        contact=contact.public_id,
        path=path,
    )
