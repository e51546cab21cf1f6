"""What may be typed about an account: the address, where the servers are, and the password."""

import re
import unicodedata
from typing import Any

from django import forms

from whoelse.web.core.forms import PlainForm
from whoelse.web.mail.digest import EARLIEST, LATEST
from whoelse.web.mail.models import MailAccount, Security
from whoelse.web.mail.presets import OWN, Provider, provider_named, providers

_HOST = re.compile(r"^(?!-)[A-Za-z0-9._-]{1,253}$|^\[?[0-9A-Fa-f:]{2,45}\]?$")
HERE = ("127.0.0.1", "localhost", "::1")
# Side by side on a desk: sending on the left, reading on the right.
SERVERS = ("smtp_host", "imap_host", "smtp_port", "imap_port", "smtp_security", "imap_security")


class ProviderForm(PlainForm):
    """Which provider it is; the servers follow from it."""

    provider = forms.ChoiceField(label="Where is your mail?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].choices = [(each.key, each.name) for each in providers()]


class AccountForm(PlainForm):
    """An account. An empty password keeps the one that is there."""

    address = forms.EmailField(
        label="Your address", max_length=254, help_text="Messages leave from it; answers go to it."
    )
    secret = forms.CharField(
        label="Password for other programs",
        required=False,
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    user_name = forms.CharField(
        label="User name",
        required=False,
        max_length=254,
        help_text="Only if it is not your address.",
    )
    smtp_host = forms.CharField(label="Server for sending (SMTP)", max_length=253)
    smtp_port = forms.IntegerField(
        label="Port for sending", min_value=1, max_value=65535, initial=465
    )
    smtp_security = forms.ChoiceField(label="Protection for sending", choices=Security)
    imap_host = forms.CharField(label="Server for reading (IMAP)", max_length=253)
    imap_port = forms.IntegerField(
        label="Port for reading", min_value=1, max_value=65535, initial=993
    )
    imap_security = forms.ChoiceField(label="Protection for reading", choices=Security)

    def __init__(
        self, *args: Any, provider: Provider, account: MailAccount | None = None, **kwargs: Any
    ) -> None:
        self.provider, self.account = provider, account
        kwargs["initial"] = _known(provider, account) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["secret"].help_text = (
            "Leave it empty to keep the one that is stored." if self.has_secret else provider.secret
        )
        for name in ("address", "user_name", *SERVERS):
            self.fields[name].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}

    @property
    def has_secret(self) -> bool:
        return self.account is not None and bool(self.account.secret)

    @property
    def server_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in SERVERS]

    @property
    def shows_servers(self) -> bool:
        """Whether the servers are to be typed, or only to be looked at."""
        return self.provider.key == OWN or any(name in self.errors for name in SERVERS)

    def clean_secret(self) -> str:
        secret = _without_controls(self.cleaned_data["secret"])
        if not secret and not self.has_secret:
            raise forms.ValidationError("Without it the account cannot be used.")
        return secret

    def clean_user_name(self) -> str:
        return _without_controls(self.cleaned_data["user_name"])

    def clean_smtp_host(self) -> str:
        return _host(self.cleaned_data["smtp_host"])

    def clean_imap_host(self) -> str:
        return _host(self.cleaned_data["imap_host"])

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for side in ("smtp", "imap"):
            host = data.get(f"{side}_host", "")
            if data.get(f"{side}_security") == Security.NONE and host and host not in HERE:
                words = "Without protection a password travels in the open; choose another one."
                self.add_error(f"{side}_security", words)
        return data

    @property
    def settings(self) -> dict[str, Any]:
        """The fields of the account, without the password."""
        known = {name: value for name, value in self.cleaned_data.items() if name != "secret"}
        keeps = self.provider.keeps_sent and known["smtp_host"] == _host_of(self.provider)
        return known | {"provider": self.provider.key, "keeps_sent": keeps}


class DigestForm(PlainForm):
    """When the one mail a day may come, if at all."""

    hour = forms.TypedChoiceField(
        label="One mail a day with what is due",
        choices=[("", "None"), *((n, f"from {n}:00 on") for n in range(EARLIEST, LATEST + 1))],
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Only on days on which something is due; never in the evening or at night.",
    )


def chosen_provider(key: str) -> Provider | None:
    """The provider of a request; None for a key that does not exist."""
    found = provider_named(key)
    return found if found.key == key else None


def _known(provider: Provider, account: MailAccount | None) -> dict[str, Any]:
    """What the fields begin with: the account as it is, else the servers of the provider."""
    if account is not None and account.provider == provider.key:
        return {name: getattr(account, name) for name in ("address", "user_name", *SERVERS)}
    known: dict[str, Any] = {}
    for side, place in (("smtp", provider.smtp), ("imap", provider.imap)):
        if place:
            known |= {
                f"{side}_host": place.host,
                f"{side}_port": place.port,
                f"{side}_security": place.security,
            }
    return known


def _host_of(provider: Provider) -> str:
    return provider.smtp.host if provider.smtp else ""


def _host(text: str) -> str:
    host = text.strip().strip(".").casefold()
    try:
        host = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        host = ""
    if not _HOST.match(host):
        raise forms.ValidationError("This is no name of a server, such as smtp.college.example.")
    return host.strip("[]")


def _without_controls(text: str) -> str:
    if any(unicodedata.category(letter) == "Cc" for letter in text):
        raise forms.ValidationError("There is a line break or another hidden sign in it.")
    return text
