"""The texts that can be searched, as they stand where they were written."""

from collections.abc import Iterator

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, Concat

from whoelse.web.accounts.models import Student
from whoelse.web.discoveries.models import SearchEntry, SourceKind
from whoelse.web.interviews.models import Finding, Note
from whoelse.web.outreach.models import Message, Reply


def sources_of(student: Student) -> Iterator[tuple[str, QuerySet]]:
    """Each kind with its rows: `pk`, `said` (the text), `told_by` (contact's key), `told_at`."""
    yield (
        SourceKind.FINDING,
        Finding.objects.filter(student=student).annotate(
            said=F("sentence"), told_by=F("interview__contact_id"), told_at=F("found_at")
        ),
    )
    yield (
        SourceKind.NOTE,
        Note.objects.filter(interview__student=student)
        .exclude(text="")
        .annotate(said=F("text"), told_by=F("interview__contact_id"), told_at=F("saved_at")),
    )
    yield (
        SourceKind.MESSAGE,
        Message.objects.filter(student=student).annotate(
            said=Concat("subject", Value("\n"), "body", output_field=TextField()),
            told_by=F("contact_id"),
            told_at=Coalesce("sent_at", "created_at"),
        ),
    )
    yield (
        SourceKind.REPLY,
        Reply.objects.filter(message__student=student)
        .exclude(note="")
        .annotate(said=F("note"), told_by=F("message__contact_id"), told_at=F("came_at")),
    )


def rows_behind(
    entries: list[SearchEntry],
) -> dict[tuple[str, int], Finding | Note | Message | Reply]:
    """The rows that entries are copies of, by kind and key; one query a kind."""
    keys = {kind: [e.source for e in entries if e.kind == kind] for kind in SourceKind.values}
    found = {
        SourceKind.FINDING: Finding.objects.select_related("interview"),
        SourceKind.NOTE: Note.objects.select_related("interview", "question"),
        SourceKind.MESSAGE: Message.objects.all(),
        SourceKind.REPLY: Reply.objects.select_related("message"),
    }
    return {
        (kind, row.pk): row
        for kind, rows in found.items()
        for row in rows.filter(pk__in=keys[kind])
    }
