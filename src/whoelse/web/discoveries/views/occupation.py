"""One occupation: where I stand and why, what is still unheard, and what to do about it."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.accounts.access import student_of
from whoelse.web.core.htmx import render_page
from whoelse.web.discoveries import access, actions, queries
from whoelse.web.discoveries.forms import ActionForm, StandForm
from whoelse.web.discoveries.models import PlannedAction
from whoelse.web.discoveries.table import columns_of, compared, name_of, rows_of
from whoelse.web.interviews.models import Interview


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


@require_http_methods(["GET", "HEAD", "POST"])
def action(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Done, not done after all, not to be done, or to be done otherwise."""
    planned = access.planned_action_for(request.user, public_id)
    if request.POST.get("drop"):
        actions.drop_action(planned)
    elif "done" in request.POST:
        is_done = request.POST["done"] == "1"
        actions.finish_action(planned, is_done=is_done, at=timezone.now())
    else:
        form = _change_form(request, planned)
        if not form.is_valid():
            context = {"action": planned, "form": form, "name": name_of(planned.occupation)}
            status = 422 if form.is_bound else 200
            return render_page(request, "discoveries/action.html", context, status=status)
        actions.change_action(planned, **form.cleaned_data)
    if planned.occupation:
        return redirect("discoveries:occupation", planned.occupation)
    return redirect("discoveries:discoveries")


def _change_form(request: HttpRequest, planned: PlannedAction) -> ActionForm:
    told = planned.interview
    return ActionForm(
        request.POST if request.method == "POST" else None,
        interviews=queries.held_interviews(student_of(request.user)),
        initial={
            "text": planned.text,
            "due_on": planned.due_on,
            "interview": told.public_id if told else None,
        },
    )


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
        "action_form": action_form or _new_action(interviews),
    }
    return render_page(
        request, "discoveries/occupation.html", context, status=422 if is_wrong else 200
    )


def _new_action(interviews: QuerySet[Interview]) -> ActionForm:
    """Whoever is the only one to have spoken about it has suggested it, until told otherwise."""
    known = list(interviews[:2])
    initial = {"interview": known[0].public_id} if len(known) == 1 else None
    return ActionForm(interviews=interviews, initial=initial)


def _initial(stands: list[object]) -> dict[str, str]:
    return {"standing": stands[0].standing, "because": stands[0].because} if stands else {}
