"""Look up a title, read the figures, load O*NET, be curious. Pages with people are the desk's."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.careers import access, actions, bridge, chart, loaded
from whoelse.web.careers.forms import OnetForm, TitleForm
from whoelse.web.careers.uploads import bound_upload, is_too_large
from whoelse.web.core.htmx import render_page

TOO_LARGE = ("The file is larger than 60 MB, far more than the text database.",
             "Choose the ZIP that is named “Text”, not the one for Excel or SQL.")  # fmt: skip


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = TitleForm(request.GET if "title" in request.GET else None)
    asked = form.cleaned_data["title"] if form.is_valid() else ""
    context = {
        "form": form,
        "asked": asked,
        "matches": bridge.matches(asked) if asked else (),
        "onet": loaded.onet(),
    }
    status = 422 if form.is_bound and not asked else 200
    return render_page(request, "careers/search.html", context, status=status)


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    return render_page(request, "careers/figures.html", {"tables": chart.tables()})


@require_POST
def curious(request: HttpRequest, code: str) -> HttpResponse:
    area = access.area_or_404(code)
    is_curious = request.POST.get("curious") == "yes"
    actions.be_curious(student_of(request.user), area=code, is_curious=is_curious)
    said = "is on your list now" if is_curious else "is off your list"
    messages.success(request, f"{area.name} {said}.")
    return redirect("desk:careers-area", code)


# The size is bounded before anything reads the form; the token is checked by the inner view.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def onet(request: HttpRequest) -> HttpResponse:
    if not bound_upload(request):
        return _onet_page(request, OnetForm(), TOO_LARGE)
    return _onet(request)


@csrf_protect
def _onet(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _onet_page(request, OnetForm())
    access.ensure_may_load(request.user)
    form = OnetForm(request.POST, request.FILES)
    if is_too_large(request):
        return _onet_page(request, OnetForm(), TOO_LARGE)
    if not form.is_valid():
        return _onet_page(request, form)
    try:
        done = actions.load(form.cleaned_data["file"])
    except actions.CannotBeLoaded as why:
        return _onet_page(request, OnetForm(), (why.message, why.hint))
    messages.success(request, f"{done.release} is loaded.")
    return redirect("careers:onet")


@require_POST
def onet_remove(request: HttpRequest) -> HttpResponse:
    access.ensure_may_load(request.user)
    actions.remove()
    messages.success(request, "O*NET is removed. The atlas is as it was.")
    return redirect("careers:onet")


def _onet_page(
    request: HttpRequest, form: OnetForm, problem: tuple[str, str] = ("", "")
) -> HttpResponse:
    context = {
        "form": form,
        "problem": problem,
        "onet": loaded.onet(),
        "may_load": access.may_load(request.user),
    }
    status = 422 if form.is_bound or problem[0] else 200
    return render_page(request, "careers/onet.html", context, status=status)
