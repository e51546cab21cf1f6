"""Who may see or change what was decided. A stranger gets what nobody has: nothing."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import User
from whoelse.web.careers import bridge as careers
from whoelse.web.discoveries import queries
from whoelse.web.discoveries.models import PlannedAction
from whoelse.web.interviews.models import Finding


def finding_for(user: User, public_id: UUID) -> Finding:
    return get_object_or_404(queries.findings(student_of(user)), public_id=public_id)


def planned_action_for(user: User, public_id: UUID) -> PlannedAction:
    return get_object_or_404(queries.planned_actions(student_of(user)), public_id=public_id)


def occupation_or_404(code: str) -> str:
    """The code, if the atlas has such an occupation."""
    if not careers.occupation_name(code):
        raise Http404
    return code
