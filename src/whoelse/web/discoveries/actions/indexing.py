"""Keeping the searched copies in step with what they are copies of.

This happens right before a search: whoever writes a note or a message needs not know of it, and
what an import, a restore or another worker wrote is found as well.
"""

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from whoelse.web.accounts.models import Student
from whoelse.web.discoveries.models import SearchEntry
from whoelse.web.discoveries.searching import words_of
from whoelse.web.discoveries.sources import sources_of

BATCH = 500


def bring_search_up_to_date(student: Student) -> int:
    """Copy what is new or changed, forget what is gone; returns how many texts that were."""
    changed = 0
    for kind, rows in sources_of(student):
        changed += _forget_gone(student, kind, rows)
        changed += _copy_changed(student, kind, rows)
    return changed


def _forget_gone(student: Student, kind: str, rows: QuerySet) -> int:
    entries = SearchEntry.objects.filter(student=student, kind=kind)
    gone = entries.filter(~Exists(rows.filter(pk=OuterRef("source"))))
    return gone.delete()[0] if gone.exists() else 0


def _copy_changed(student: Student, kind: str, rows: QuerySet) -> int:
    known = SearchEntry.objects.filter(kind=kind, source=OuterRef("pk"))
    rows = rows.annotate(known=Subquery(known.values("text")[:1]))
    changed = rows.filter(Q(known=None) | ~Q(known=F("said")))
    values = changed.values_list("pk", "said", "told_by", "told_at").order_by("pk")
    count = last = 0
    while part := list(values.filter(pk__gt=last)[:BATCH]):
        SearchEntry.objects.bulk_create(
            [
                SearchEntry(
                    student=student,
                    kind=kind,
                    source=key,
                    text=said,
                    words=words_of(said),
                    contact_id=told_by,
                    at=told_at,
                )
                for key, said, told_by, told_at in part
            ],
            update_conflicts=True,
            unique_fields=["kind", "source"],
            update_fields=["text", "words", "contact", "at"],
        )
        count, last = count + len(part), part[-1][0]
    return count
