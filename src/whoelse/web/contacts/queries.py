"""Which people, which introductions, which blocks. Answers are rows; nothing is changed here."""

from django.db.models import CASCADE, Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce
from django.db.models.options import Options

from whoelse.web.accounts.models import Student
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.keys import known_digests_of
from whoelse.web.contacts.models import (
    BlockedKey,
    Circle,
    Contact,
    DoNotContact,
    ImportBatch,
    Referral,
    Stage,
    StagedImport,
)
from whoelse.web.contacts.names import folded

MOST_WORDS = 8


def contacts_of(student: Student) -> QuerySet[Contact]:
    """Everybody the student knows or wants to meet, by name."""
    return Contact.objects.filter(student=student)


def people_found(
    student: Student,
    *,
    words: str = "",
    circle: str = "",
    stage: str = "",
    named_by: Contact | None = None,
) -> QuerySet[Contact]:
    """The people of the list, the most recent change first, with who named them."""
    found = contacts_of(student)
    for word in folded(words).split()[:MOST_WORDS]:
        found = found.filter(search_text__contains=word)
    if circle:
        found = found.filter(circle=circle)
    if stage:
        found = found.filter(stage=stage)
    if named_by:
        found = found.filter(referrals__referrer=named_by)
    named = Prefetch("referrals", Referral.objects.select_related("referrer"))
    newest = Coalesce("stage_at", "created_at").desc()
    return found.select_related("do_not_contact").prefetch_related(named).order_by(newest, "pk")


def people_who_named(student: Student) -> QuerySet[Contact]:
    """Those who named somebody, by name."""
    return contacts_of(student).filter(referrals_made__isnull=False).distinct()


def people_to_be_named_by(student: Student) -> QuerySet[Contact]:
    """Those who may have named somebody: talked with, or known."""
    talked_or_known = Q(stage=Stage.HELD) | Q(circle=Circle.KNOWN)
    return contacts_of(student).filter(talked_or_known)


def people_named(student: Student) -> QuerySet[Contact]:
    """Those whom somebody named."""
    return contacts_of(student).filter(referrals__isnull=False).distinct()


def circle_counts(student: Student) -> dict[str, int]:
    """How many people stand in each circle."""
    rows = contacts_of(student).order_by().values_list("circle").annotate(Count("pk"))
    return dict(rows)


def rows_that_go(contact: Contact) -> list[tuple[int, str]]:
    """How many rows of which kind are erased with a contact, whichever app they belong to."""
    going: dict[Options, int] = {}
    for relation in Contact._meta.related_objects:
        if relation.on_delete is CASCADE:
            rows = relation.related_model._base_manager.filter(**{relation.field.name: contact})
            kind = relation.related_model._meta
            going[kind] = going.get(kind, 0) + rows.count()
    return [
        (count, str(kind.verbose_name if count == 1 else kind.verbose_name_plural))
        for kind, count in going.items()
        if count
    ]


def same_person(
    student: Student, *, full_name: str, email: str = "", employer: str = ""
) -> Contact | None:
    """The contact that this is: found by address, then by name if only one can be meant."""
    if email:
        found = contacts_of(student).filter(email__iexact=email).first()
        if found:
            return found
    name = folded(full_name)
    alike = [
        contact
        for contact in contacts_of(student).filter(search_text__contains=name)
        if folded(contact.full_name) == name
        and not (email and contact.email)
        and not (employer and contact.employer and folded(employer) != folded(contact.employer))
    ]
    return alike[0] if len(alike) == 1 else None


def referrals_of(student: Student) -> QuerySet[Referral]:
    """Every introduction, the oldest first, with both people."""
    return Referral.objects.filter(student=student).select_related("referrer", "referred")


def referrals_by(contact: Contact) -> QuerySet[Referral]:
    """Whom this contact named."""
    return referrals_of(contact.student).filter(referrer=contact)


def referrals_to(contact: Contact) -> QuerySet[Referral]:
    """Who named this contact."""
    return referrals_of(contact.student).filter(referred=contact)


def block_of(contact: Contact) -> DoNotContact | None:
    """The row that says that this contact must not be written to."""
    return getattr(contact, "do_not_contact", None)


def blocked_digests(student: Student) -> QuerySet[BlockedKey, str]:
    """The hashes of everybody the student must not contact."""
    keys = BlockedKey.objects.filter(block__student=student)
    return keys.values_list("digest", flat=True)


def is_blocked(
    student: Student, *, email: str = "", profile_url: str = "", name: str = "", employer: str = ""
) -> bool:
    """Whether somebody with this address, profile, or name at this employer is blocked."""
    wanted = known_digests_of(email=email, profile_url=profile_url, name=name, employer=employer)
    return blocked_digests(student).filter(digest__in=wanted).exists()


def is_blocked_contact(contact: Contact) -> bool:
    """Whether the details of this contact are those of somebody who is blocked."""
    return is_blocked(
        contact.student,
        email=contact.email,
        profile_url=contact.profile_url,
        name=contact.full_name,
        employer=contact.employer,
    )


def may_be_contacted(student: Student) -> QuerySet[Contact]:
    """The contacts of whom no block is known."""
    return contacts_of(student).filter(do_not_contact__isnull=True)


def staged_imports_of(student: Student) -> QuerySet[StagedImport]:
    return StagedImport.objects.filter(student=student).order_by("-staged_at")


def import_batches_of(student: Student) -> QuerySet[ImportBatch]:
    return ImportBatch.objects.filter(student=student)


def untouched(batch: ImportBatch) -> QuerySet[Contact]:
    """The people of an import with whom nothing has happened since.

    Nothing in their history, no row of any app that points to them, and the stage as it was.
    """
    people = batch.contacts.filter(stage=Stage.OPEN).exclude(
        Exists(Entry.objects.filter(student=batch.student, contact=OuterRef("public_id")))
    )
    for relation in Contact._meta.related_objects:
        rows = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
        people = people.exclude(Exists(rows))
    return people


def touched(batch: ImportBatch) -> QuerySet[Contact]:
    """The people of an import who stay when it is undone."""
    return batch.contacts.exclude(pk__in=untouched(batch).values("pk"))
