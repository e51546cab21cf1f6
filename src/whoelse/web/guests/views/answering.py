"""Answering in two steps: say it, read what will happen, and press a second button.

Programs that open links, and even those that send off a form, get no further than the question.
"""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from whoelse.web.guests import access, seals
from whoelse.web.guests.answers import ANSWERS, is_possible
from whoelse.web.guests.forms import AnswerForm
from whoelse.web.guests.page import GuestPage
from whoelse.web.guests.views.door import open_to_guests

SURE = "yes"  # the value of the second button; a form that is sent without pressing it has none


@open_to_guests
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, page: GuestPage, slug: str) -> HttpResponse:
    """The form of one answer; then the page that asks once more; then it is done."""
    if slug not in ANSWERS or not is_possible(slug, page):
        raise access.LinkEnded
    form = ANSWERS[slug].form(request.POST if request.method == "POST" else None, page=page)
    if not form.is_bound:
        return _shown(request, page, slug, form)
    if not form.is_valid():
        return _shown(request, page, slug, form, status=422)
    if not _is_sure(request, page, slug, form):
        return _asked(request, page, slug, form)
    ANSWERS[slug].do(page, form, page.at)
    if form.stays_open:
        path = reverse("guests:page", args=[page.token])
        return redirect(f"{path}?{urlencode({'zone': page.zone})}")
    # Shown without a redirect: the page that it would lead to is closed now.
    return render(request, "guests/done.html", {"page": page, "words": ANSWERS[slug].done})


def _is_sure(request: HttpRequest, page: GuestPage, slug: str, form: AnswerForm) -> bool:
    mark = request.POST.get("seal", "")
    is_pressed = request.POST.get("sure") == SURE
    return is_pressed and seals.fits(mark, page.link, slug, form.words, at=page.at)


def _shown(
    request: HttpRequest, page: GuestPage, slug: str, form: AnswerForm, status: int = 200
) -> HttpResponse:
    context = {"page": page, "form": form, "slug": slug}
    return render(request, "guests/answer.html", context, status=status)


def _asked(request: HttpRequest, page: GuestPage, slug: str, form: AnswerForm) -> HttpResponse:
    context = {
        "page": page,
        "form": form,
        "slug": slug,
        "seal": seals.seal(page.link, slug, form.words, at=page.at),
        "is_late": "seal" in request.POST,
    }
    return render(request, "guests/confirm.html", context)
