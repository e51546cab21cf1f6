"""A person's page and export with what the higher apps know: findings, messages, interviews."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from whoelse.web.contacts.access import contact_for
from whoelse.web.contacts.views.person import contact_context
from whoelse.web.core.htmx import render_page
from whoelse.web.desk import queries
from whoelse.web.desk.export import everything_about
from whoelse.web.mail.queries import failure_of, open_answers, open_letters_to


@require_safe
def person(request: HttpRequest, public_id: UUID) -> HttpResponse:
    contact = contact_for(request.user, public_id)
    context = contact_context(contact) | {
        "findings": queries.findings_of(contact),
        "failing": failure_of(contact),
        "letters": open_letters_to(contact),
        "answers": open_answers(contact.student).filter(contact=contact),
    }
    return render_page(request, "desk/person.html", context)


@require_safe
def person_export(request: HttpRequest, public_id: UUID) -> HttpResponse:
    contact = contact_for(request.user, public_id)
    response = JsonResponse(everything_about(contact), json_dumps_params={"indent": 2})
    name = f"{slugify(contact.full_name)[:60] or 'person'}.json"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Cache-Control"] = "no-store"
    return response
