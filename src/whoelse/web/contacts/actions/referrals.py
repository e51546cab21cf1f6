"""Somebody named somebody else: the row that makes the network grow."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from whoelse.web.accounts.models import Student
from whoelse.web.activity import actions as activity
from whoelse.web.contacts import access, bridge, queries
from whoelse.web.contacts.actions.people import add_contact, move_stage, path_of
from whoelse.web.contacts.models import Circle, Contact, Permission, Referral, Stage
from whoelse.web.contacts.names import split_name, split_work
from whoelse.web.core.errors import UserError

# A name that was given brings these nearer; family and friends are nearer already.
FARTHER = (Circle.ALUMNI, Circle.MET, Circle.COLD)


class NamedThemselves(UserError):
    """The referrer and the referred are one person."""


@transaction.atomic
def add_referral(
    referrer: Contact,
    *,
    permission: str,
    at: datetime,
    referred: Contact | None = None,
    full_name: str = "",
    work: str = "",
    email: str = "",
    words: str = "",
    interview: UUID | None = None,
) -> Referral:
    """Record that `referrer` named somebody, with the permission that came with it.

    `referred`, or whoever is found by the address or the name, or a new contact in the circle
    `referred` from name, work ("Dosimetrist, Harrow Bay Hospital") and address. The same pair
    again changes permission, words and interview of the row that is there. Refuses whoever must
    not be contacted, and the referrer themselves.
    """
    found = referred or _found(referrer, full_name, work, email)
    if found and found.pk == referrer.pk:
        raise NamedThemselves(
            f"{referrer.name} cannot be the one whom {referrer.name} named.",
            "Write down who else was named.",
            back=path_of(referrer),
        )
    if found:
        access.ensure_may_be_written_to(found)
    referred = found or _new(referrer, full_name, work, email, at)
    given = {"permission": permission, "words": bridge.one_line(words, 300), "interview": interview}
    referral, is_new = Referral.objects.get_or_create(
        referrer=referrer,
        referred=referred,
        defaults={"student": referrer.student, "named_at": at, **given},
    )
    if not is_new:
        _change(referral, given)
    elif found:
        _bring_nearer(found, at)
        _record(referral, at)
    return referral


@transaction.atomic
def add_person(
    student: Student,
    *,
    at: datetime,
    named_by: Contact | None = None,
    permission: str = "",
    circle: str,
    **details: str,
) -> Contact:
    """Add a person by hand; whom somebody named stands in the circle `referred`."""
    if named_by is None:
        return add_contact(student, circle=circle, at=at, **details)
    named = bridge.one_line(details["full_name"])
    contact = add_contact(
        student,
        circle=Circle.REFERRED,
        verb="named",
        sentence=f"{named_by.name} named {named}",
        at=at,
        **details,
    )
    Referral.objects.create(
        student=student,
        referrer=named_by,
        referred=contact,
        permission=permission or Permission.ASK_FIRST,
        named_at=at,
    )
    return contact


def _found(referrer: Contact, full_name: str, work: str, email: str) -> Contact | None:
    return queries.same_person(
        referrer.student,
        full_name=split_name(bridge.one_line(full_name))[1],
        email=bridge.one_line(email).lower(),
        employer=split_work(bridge.one_line(work))[1],
    )


def _new(referrer: Contact, full_name: str, work: str, email: str, at: datetime) -> Contact:
    job_title, employer = split_work(bridge.one_line(work))
    name = " ".join(split_name(bridge.one_line(full_name))).strip()
    return add_contact(
        referrer.student,
        full_name=name,
        circle=Circle.REFERRED,
        job_title=job_title,
        employer=employer,
        email=email,
        verb="named",
        sentence=f"{referrer.name} named {name}",
        at=at,
    )


def _change(referral: Referral, given: dict[str, Any]) -> None:
    """Only what is said anew; an empty field says nothing."""
    said = {name: value for name, value in given.items() if value}
    for name, value in said.items():
        setattr(referral, name, value)
    referral.save(update_fields=list(said))


def _bring_nearer(referred: Contact, at: datetime) -> None:
    """A name that was given is the newest thing about somebody who was not asked yet."""
    if referred.stage != Stage.OPEN:
        return
    move_stage(referred, stage=Stage.OPEN, at=at)
    if referred.circle in FARTHER:
        referred.circle = Circle.REFERRED
        referred.save(update_fields=["circle"])


def _record(referral: Referral, at: datetime) -> None:
    activity.record(
        referral.student,
        verb="named",
        sentence=f"{referral.referrer.name} named {referral.referred.name}",
        at=at,
        contact=referral.referred.public_id,
        path=path_of(referral.referred),
    )
