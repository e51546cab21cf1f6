"""Writing history: one entry per action, in the action's own transaction."""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from whoelse.web.accounts.models import Student
from whoelse.web.activity.models import Entry


def record(
    student: Student,
    *,
    verb: str,
    sentence: str,
    at: datetime,
    contact: UUID | None = None,
    path: str = "",
) -> Entry:
    """Write one entry. Sentences are cut at 300 characters, so that history never stops work."""
    return Entry.objects.create(
        student=student, verb=verb, sentence=sentence[:300], at=at, contact=contact, path=path[:200]
    )


def forget_contact(
    student: Student, *, contact: UUID, names: Iterable[str] = (), instead: str = ""
) -> None:
    """Remove the history of one contact, for erasing; elsewhere `names` become `instead`."""
    Entry.objects.filter(student=student, contact=contact).delete()
    known = sorted(filter(None, names), key=len, reverse=True)
    if not known:
        return
    mentions = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)")
    told = reduce(or_, (Q(sentence__contains=name) for name in known))
    entries = list(Entry.objects.filter(told, student=student))
    for entry in entries:
        entry.sentence = mentions.sub(instead, entry.sentence)[:300]
    Entry.objects.bulk_update(entries, ["sentence"], batch_size=500)
