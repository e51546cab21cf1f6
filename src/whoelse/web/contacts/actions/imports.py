"""Keeping the chosen people of a file, and undoing that."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from whoelse.web.activity import actions as activity
from whoelse.web.contacts import bridge, queries
from whoelse.web.contacts.actions.details import search_text_of
from whoelse.web.contacts.models import Contact, ImportBatch, Stage, StagedImport
from whoelse.web.contacts.names import split_name
from whoelse.web.contacts.sorting import Blocked, KnownPeople
from whoelse.web.contacts.staging import Row, unpack
from whoelse.web.core.errors import UserError

AT_ONCE = 500  # rows of one statement


class ChoseNobody(UserError):
    """Nothing was ticked."""


class AlreadyChosen(UserError):
    """The choice was made before, in another tab or by a second click."""


@transaction.atomic
def keep_chosen(staged: StagedImport, *, circle: str, at: datetime) -> ImportBatch:
    """Store the ticked people, and nobody else; the file is forgotten.

    `circle` is for everybody, "" leaves it as each row says. Who has come into the list since,
    or must not be contacted since, is left out. Raises `ChoseNobody` or `AlreadyChosen`.
    """
    rows = unpack(staged.payload).rows
    chosen = [rows[number] for number in staged.chosen if number < len(rows)]
    if not chosen:
        raise ChoseNobody("Nobody is ticked.", "Tick at least one person, or cancel the import.")
    removed, _ = StagedImport.objects.filter(pk=staged.pk).delete()
    if not removed:
        raise AlreadyChosen(
            "The choice from this file was made before.",
            "The people you kept are in your list.",
            back=reverse("contacts:people"),
        )
    batch = ImportBatch.objects.create(
        student=staged.student, file_name=staged.file_name, format=staged.format, imported_at=at
    )
    contacts = list(_contacts_of(batch, chosen, circle, at))
    Contact.objects.bulk_create(contacts, batch_size=AT_ONCE)
    batch.kept = len(contacts)
    batch.save(update_fields=["kept"])
    activity.record(
        staged.student,
        verb="imported",
        sentence=f"You kept {_people(len(contacts))} from {batch.file_name}",
        at=at,
        path=reverse("contacts:people"),
    )
    return batch


@transaction.atomic
def undo_import(batch: ImportBatch, *, at: datetime) -> int:
    """Remove everybody of an import with whom nothing has happened since; return how many."""
    _, removed = queries.untouched(batch).delete()
    count = removed.get(Contact._meta.label, 0)
    ImportBatch.objects.filter(pk=batch.pk).update(undone_at=at)
    activity.record(
        batch.student,
        verb="undid_import",
        sentence=f"You undid the import of {batch.file_name}: {_people(count)} went",
        at=at,
        path=reverse("contacts:import"),
    )
    return count


def _contacts_of(
    batch: ImportBatch, rows: Iterable[Row], circle: str, at: datetime
) -> Iterator[Contact]:
    known, blocked = KnownPeople(batch.student), Blocked(batch.student)
    taken: set[str] = set()
    for row in rows:
        if blocked.has(row) or known.find(row):
            continue
        contact = _contact_of(batch, row, circle or row.circle, at)
        if contact.email in taken:  # a couple with one address: it stays with the first
            contact.email = ""
        taken.add(contact.email)
        contact.search_text = search_text_of(contact)
        yield contact


def _contact_of(batch: ImportBatch, row: Row, circle: str, at: datetime) -> Contact:
    honorific, full_name = split_name(bridge.one_line(row.name, 160))
    employer, job_title = bridge.one_line(row.employer, 160), bridge.one_line(row.job_title, 160)
    link = row.profile_url if row.profile_url.startswith(("http://", "https://")) else ""
    return Contact(
        student=batch.student,
        batch=batch,
        honorific=honorific,
        full_name=full_name,
        circle=circle,
        found_through="LinkedIn" if batch.format == "linkedin" else "",
        email=next(filter(_is_address, row.emails), ""),
        phone=bridge.one_line(row.phones[0], 40) if row.phones else "",
        employer=employer,
        job_title=job_title,
        occupation=row.occupation,
        area=row.area,
        sector=row.sector,
        profile_url=link if len(link) <= 300 else "",
        notes=_notes(row),
        audience=bridge.audience_of(
            circle=circle, relation="", job_title=job_title, honorific=honorific
        ),
        stage=Stage.OPEN,
        stage_at=at,
    )


def _notes(row: Row) -> str:
    lines = []
    if row.connected_on:
        lines.append(f"Connected since {_day(row.connected_on)}.")
    for what, values in (("addresses", row.emails[1:]), ("numbers", row.phones[1:])):
        if values:
            lines.append(f"Other {what}: {', '.join(values)}.")
    return bridge.paragraphs("\n".join(lines), 10_000)


def _day(iso: str) -> str:
    try:
        on = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{on.day} {on:%B %Y}"


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return len(email) <= 254


def _people(count: int) -> str:
    return "one person" if count == 1 else f"{count:,} people"
