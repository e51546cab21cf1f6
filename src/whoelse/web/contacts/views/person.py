"""One person: the page, editing, do-not-contact, export, erasing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from whoelse.web.activity.queries import history_of
from whoelse.web.careers import bridge as careers
from whoelse.web.contacts import access, actions, queries
from whoelse.web.contacts.export import card_of, everything_about
from whoelse.web.contacts.forms import ContactForm, DoNotContactForm
from whoelse.web.contacts.introductions import chain_to
from whoelse.web.contacts.models import Contact
from whoelse.web.contacts.next_steps import next_with
from whoelse.web.core.htmx import render_page

HISTORY = 100  # own setting: entries shown; the export holds all


@require_safe
def contact(request: HttpRequest, public_id: UUID) -> HttpResponse:
    contact = access.contact_for(request.user, public_id)
    return render_page(request, "contacts/contact.html", contact_context(contact))


def contact_context(contact: Contact) -> dict[str, object]:
    """What the page of a person shows of the person; a higher app adds what it knows."""
    history = list(history_of(contact.student, contact.public_id)[: HISTORY + 1])
    named_by = list(queries.referrals_to(contact))
    return {
        "contact": contact,
        "stop": queries.block_of(contact),
        "chain": chain_to(contact),
        "named": list(queries.referrals_by(contact)),
        "named_by": named_by,
        "history": history[:HISTORY],
        "has_more": len(history) > HISTORY,
        "next": next_with(contact, history, named_by),
        "occupation": careers.occupation_name(contact.occupation),
        "area": careers.area_name(contact.area),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def contact_edit(request: HttpRequest, public_id: UUID) -> HttpResponse:
    contact = access.contact_for(request.user, public_id)
    data = request.POST if request.method == "POST" else None
    form = ContactForm(data, student=contact.student, contact=contact)
    if form.is_valid():
        actions.edit_contact(contact, **form.cleaned_data, at=timezone.now())
        return redirect("contacts:contact", contact.public_id)
    context = {"form": form, "contact": contact}
    status = 422 if form.is_bound else 200
    return render_page(
        request, "contacts/contact_form.html", context, partial="form", status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
def do_not_contact(request: HttpRequest, public_id: UUID) -> HttpResponse:
    contact = access.contact_for(request.user, public_id)
    data = request.POST if request.method == "POST" else None
    form = DoNotContactForm(data, contact=contact)
    if form.is_valid():
        actions.record_do_not_contact(
            contact,
            reason=form.cleaned_data["reason"],
            asked_by_them=form.cleaned_data["who"] == "they",
            at=timezone.now(),
        )
        messages.success(request, f"WhoElse writes nothing to {contact.name} any more.")
        return redirect("contacts:contact", contact.public_id)
    context = {"form": form, "contact": contact, "stop": queries.block_of(contact)}
    status = 422 if form.is_bound else 200
    return render_page(
        request, "contacts/do_not_contact.html", context, partial="form", status=status
    )


@require_safe
def contact_export(request: HttpRequest, public_id: UUID) -> HttpResponse:
    contact = access.contact_for(request.user, public_id)
    response = JsonResponse(everything_about(contact), json_dumps_params={"indent": 2})
    return _as_file(response, f"{_file_name(contact.full_name)}.json")


@require_safe
def contact_card(request: HttpRequest, public_id: UUID) -> HttpResponse:
    contact = access.contact_for(request.user, public_id)
    response = HttpResponse(card_of(contact), content_type="text/vcard; charset=utf-8")
    return _as_file(response, f"{_file_name(contact.full_name)}.vcf")


@require_http_methods(["GET", "HEAD", "POST"])
def contact_erase(request: HttpRequest, public_id: UUID) -> HttpResponse:
    contact = access.contact_for(request.user, public_id)
    if request.method == "POST":
        name = contact.name
        actions.erase_contact(contact)
        messages.success(request, f"{name} is erased.")
        return redirect("contacts:people")
    context = {
        "contact": contact,
        "stop": queries.block_of(contact),
        "going": queries.rows_that_go(contact),
    }
    return render_page(request, "contacts/contact_erase.html", context)


def _as_file(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = content_disposition_header(True, name)  # noqa: FBT003
    response["Cache-Control"] = "no-store"
    return response


def _file_name(full_name: str) -> str:
    return slugify(full_name)[:60] or "person"
