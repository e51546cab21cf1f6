"""The daily mail to the student: chosen in Settings, stopped by a link that needs no login."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from whoelse.web.mail import access, actions, queries
from whoelse.web.mail.digest import account_behind
from whoelse.web.mail.forms import DigestForm


@require_POST
def digest(request: HttpRequest) -> HttpResponse:
    """Choose the hour, or none."""
    account = access.account_for(request.user)
    form = DigestForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose one of the hours.")
        return redirect("mail:account")
    actions.choose_digest(account, hour=form.cleaned_data["hour"])
    messages.success(request, "Saved.")
    return redirect("mail:account")


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def digest_stop(request: HttpRequest, token: str) -> HttpResponse:
    """Opening it changes nothing, because mail scanners open links; the button does."""
    account = queries.account_with(account_behind(token))
    if account is None:
        raise Http404
    if request.method == "POST":
        actions.choose_digest(account, hour=None)
    context = {"is_stopped": account.digest_hour is None}
    return render(request, "mail/digest_stop.html", context)
