"""Your data: download everything as one archive, and bring one in."""

import tempfile

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.archive import actions, queries
from whoelse.web.archive.forms import ArchiveForm
from whoelse.web.archive.opening import CannotBeBroughtIn, too_large
from whoelse.web.archive.packing import pack
from whoelse.web.contacts.uploads import bound_upload, is_too_large
from whoelse.web.core.htmx import render_page

IN_MEMORY = 4_000_000  # bytes; a larger archive waits on the disk until it is sent


@never_cache
@require_safe
def file(request: HttpRequest) -> FileResponse:
    archive = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - sent, then closed
    pack(student_of(request.user), archive)
    archive.seek(0)
    return FileResponse(archive, as_attachment=True, filename="whoelse.zip")


# The size is bounded before anything reads the form; the token is checked by the inner view.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def data(request: HttpRequest) -> HttpResponse:
    if not bound_upload(request):
        return _page(request, ArchiveForm(), too_large())
    return _data(request)


@csrf_protect
def _data(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, ArchiveForm())
    form = ArchiveForm(request.POST, request.FILES)
    if is_too_large(request):
        return _page(request, ArchiveForm(), too_large())
    if not form.is_valid():
        return _page(request, form)
    student = student_of(request.user)
    try:
        told = actions.bring_in(student, form.cleaned_data["file"], at=timezone.now())
    except CannotBeBroughtIn as why:
        return _page(request, ArchiveForm(), why)
    messages.success(request, told.in_words)
    if told.lost_blocks:
        messages.warning(request, told.loss_in_words)
    return redirect("desk:today")


def _page(
    request: HttpRequest, form: ArchiveForm, problem: CannotBeBroughtIn | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "problem": problem,
        "is_empty": not queries.what_is_there(student_of(request.user)),
    }
    status = 422 if problem or form.is_bound else 200
    return render_page(request, "archive/data.html", context, partial="form", status=status)
