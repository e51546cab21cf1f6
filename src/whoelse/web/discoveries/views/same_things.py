"""One finding among those that say the same: putting it with others, or keeping it apart."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from whoelse.web.core.htmx import render_page
from whoelse.web.discoveries import access, actions, bridge, queries
from whoelse.web.discoveries.forms import WithWhichForm
from whoelse.web.discoveries.table import name_of
from whoelse.web.interviews.models import Finding


@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: HttpRequest, public_id: UUID) -> HttpResponse:
    found = access.finding_for(request.user, public_id)
    own, others = _groups(found)
    mates = [each for each in own.findings if each.pk != found.pk]
    data = request.POST if request.method == "POST" else None
    form = WithWhichForm(data, groups=others, is_alone=not mates)
    if form.is_valid():
        other = form.chosen
        if other:
            actions.put_together(found, other, mates=mates)
        else:
            actions.keep_apart(found, mates=mates)
        messages.success(request, "It stands there now, and stays there.")
        return redirect("discoveries:discoveries")
    context = {"finding": found, "mates": mates, "form": form, "name": name_of(found.occupation)}
    return render_page(
        request, "discoveries/finding.html", context, status=422 if form.is_bound else 200
    )


def _groups(found: Finding) -> tuple[bridge.SameThing, list[bridge.SameThing]]:
    """The group that a finding is in, and the others of its facet."""
    student = found.student
    told = queries.findings(student, occupation=found.occupation)
    things = bridge.same_things(list(told), queries.pairings_of(student))
    beside = [thing for thing in things if thing.facet == found.facet]
    (own,) = [thing for thing in beside if found in thing.findings]
    return own, [thing for thing in beside if thing is not own]
