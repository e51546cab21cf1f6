"""One occupation: where I stand and why, what is still unheard, and what to do about it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.accounts.access import student_of
from whoelse.web.core.htmx import render_page
from whoelse.web.discoveries import access, actions, queries
from whoelse.web.discoveries.forms import ActionForm, StandForm
from whoelse.web.discoveries.table import columns_of, compared, name_of, rows_of


@require_http_methods(["GET", "HEAD", "POST"])
def occupation(request: HttpRequest, code: str) -> HttpResponse:
    code = access.occupation_or_404(code)
    form = StandForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.take_stand(
            student_of(request.user),
            occupation=code,
            name=name_of(code),
            at=timezone.now(),
            **form.cleaned_data,
        )
        return redirect("discoveries:occupation", code)
    return _show(request, code, stand_form=form)


@require_POST
def occupation_actions(request: HttpRequest, code: str) -> HttpResponse:
    code = access.occupation_or_404(code)
    student = student_of(request.user)
    form = ActionForm(request.POST, interviews=queries.interviews_about(student, code))
    if not form.is_valid():
        return _show(request, code, action_form=form)
    actions.plan_action(student, occupation=code, at=timezone.now(), **form.cleaned_data)
    return redirect("discoveries:occupation", code)


@require_POST
def action(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Done, not done after all, or not to be done."""
    planned = access.planned_action_for(request.user, public_id)
    if request.POST.get("drop"):
        actions.drop_action(planned)
    else:
        is_done = request.POST.get("done") == "1"
        actions.finish_action(planned, is_done=is_done, at=timezone.now())
    if planned.occupation:
        return redirect("discoveries:occupation", planned.occupation)
    return redirect("discoveries:discoveries")


def _show(
    request: HttpRequest,
    code: str,
    *,
    stand_form: StandForm | None = None,
    action_form: ActionForm | None = None,
) -> HttpResponse:
    student = student_of(request.user)
    found = list(queries.findings(student, occupation=code))
    shown = compared(found, columns_of(found), pairings=queries.pairings_of(student), stands={})
    stands = list(queries.stands_on(student, code))
    interviews = queries.interviews_about(student, code)
    if stand_form is None or not stand_form.is_bound:
        stand_form = StandForm(initial=_initial(stands))
    is_wrong = stand_form.is_bound or action_form is not None
    context = {
        "code": code,
        "name": name_of(code),
        "shown": shown[0] if shown else None,
        "unheard": [row.label for row in rows_of(shown) if not row.is_heard] if shown else [],
        "stands": stands,
        "stand_form": stand_form,
        "actions": queries.planned_actions(student).filter(occupation=code),
        "action_form": action_form or ActionForm(interviews=interviews),
    }
    return render_page(
        request, "discoveries/occupation.html", context, status=422 if is_wrong else 200
    )


def _initial(stands: list[object]) -> dict[str, str]:
    return {"standing": stands[0].standing, "because": stands[0].because} if stands else {}
