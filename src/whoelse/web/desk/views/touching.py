"""Keeping in touch: everybody who could hear news, of whom Today shows the first few."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from whoelse.web.accounts.access import student_of
from whoelse.web.core.htmx import render_page
from whoelse.web.desk import bridge

PAGE = 25


@require_safe
def touching(request: HttpRequest) -> HttpResponse:
    waiting = bridge.waiting_of(student_of(request.user), now=timezone.now())
    page = Paginator(waiting, PAGE).get_page(request.GET.get("page"))
    return render_page(request, "desk/touching.html", {"page": page})
