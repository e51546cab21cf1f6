"""Who may see or change a row of a worksheet. A stranger gets what nobody has: nothing."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import User
from whoelse.web.interviews.models import Mark
from whoelse.web.roadmap import queries
from whoelse.web.roadmap.models import Row


def kind_or_404(name: str) -> type[Row]:
    """The kind of row that an address names."""
    if name not in queries.KINDS:
        raise Http404
    return queries.KINDS[name]


def row_for(user: User, kind: type[Row], public_id: UUID) -> Row:
    """One row, also one that was taken off: a window that still shows it may write to it."""
    return get_object_or_404(queries.kept_rows(kind, student_of(user)), public_id=public_id)


def heard_title_for(user: User, public_id: UUID) -> Mark:
    """A title that was marked in a conversation."""
    return get_object_or_404(queries.titles_heard(student_of(user)), public_id=public_id)
