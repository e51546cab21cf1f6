"""Connecting the own mail account, trying it out, disconnecting it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.accounts.access import student_of
from whoelse.web.core.htmx import render_page
from whoelse.web.mail import access, actions, queries
from whoelse.web.mail.forms import AccountForm, DigestForm, ProviderForm, chosen_provider
from whoelse.web.mail.models import MailAccount
from whoelse.web.mail.presets import Provider, provider_named, provider_of
from whoelse.web.mail.probe import try_out

REPORT = "mail_report"  # of the last try, in the session until it was shown


@never_cache
@sensitive_post_parameters("secret")
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """The account, or the way to one: the provider, then address and password."""
    student = student_of(request.user)
    existing = queries.account_of(student)
    provider = _provider(request, existing)
    if provider is None:
        context = {"provider_form": ProviderForm(), "account": existing}
        return render_page(request, "mail/account.html", context)
    form = AccountForm(
        request.POST if request.method == "POST" else None,
        provider=provider,
        account=existing,
        initial={} if existing else {"address": student.email},
    )
    if request.method == "POST" and not provider.closed and form.is_valid():
        secret = form.cleaned_data["secret"]
        row = actions.connect_account(student, secret=secret, at=timezone.now(), **form.settings)
        return _tried(request, row)
    context = {
        "form": form,
        "provider": provider,
        "account": existing,
        "digest_form": DigestForm(initial={"hour": existing and existing.digest_hour}),
        "report": request.session.pop(REPORT, None),
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "mail/account.html", context, status=status)


@require_POST
def account_test(request: HttpRequest) -> HttpResponse:
    """Sign in on both sides and say what works."""
    return _tried(request, access.account_for(request.user))


@require_POST
def read_now(request: HttpRequest) -> HttpResponse:
    """Look for answers now instead of within minutes."""
    row = access.account_for(request.user)
    kept = actions.read_account(row, timezone.now)
    if kept:
        messages.success(request, f"{kept} new: Today asks you what it means.")
    else:
        messages.info(request, "Nothing new, as far as the mailbox could be read.")
    return redirect("mail:account")


@require_POST
def disconnect(request: HttpRequest) -> HttpResponse:
    """Forget the account and its password."""
    row = access.account_for(request.user)
    actions.disconnect_account(row, at=timezone.now())
    messages.success(request, "The account is disconnected and its password is gone.")
    return redirect("mail:account")


def _tried(request: HttpRequest, row: MailAccount) -> HttpResponse:
    lines = try_out(row)
    failed = [line for line in lines if not line.is_good]
    why = f"{failed[0].what}: {failed[0].words}" if failed else ""
    actions.note_trouble(row, why=why, at=timezone.now())
    request.session[REPORT] = [line.as_data() for line in lines]
    return redirect(f"{reverse('mail:account')}?provider={row.provider}#report")


def _provider(request: HttpRequest, existing: MailAccount | None) -> Provider | None:
    """What was chosen, what is connected, or what the student's address suggests."""
    if "provider" in request.GET:
        return chosen_provider(request.GET["provider"])
    if request.method == "POST":
        return provider_named(request.POST.get("provider", ""))
    if existing is not None:
        return provider_named(existing.provider)
    guessed = provider_of(student_of(request.user).email)
    return guessed if guessed.domains else None
