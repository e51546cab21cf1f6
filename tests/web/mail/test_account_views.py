"""Connecting an account: presets, what is refused, what the test says; no secret is shown."""

import json
import socket
import threading

import pytest
from django.core import serializers
from django.urls import reverse

from tests.certificates import certificate_for
from tests.local.process import free_port
from tests.mail_servers import PASSWORD, recording_smtp, server_context
from tests.web.mail.makers import make_account, make_letter
from whoelse.web.core import dialing
from whoelse.web.mail.models import MailAccount, Outgoing
from whoelse.web.mail.presets import provider_of, providers
from whoelse.web.mail.probe import try_out

PATH = "/mail/account/"
OWN = {
    "provider": "own",
    "address": "ana@norhaven.example",
    "secret": PASSWORD,
    "smtp_host": "127.0.0.1",
    "smtp_security": "none",
    "imap_host": "127.0.0.1",
    "imap_port": "1",
    "imap_security": "none",
}


def connect(client, **more):
    return client.post(PATH, OWN | more)


def test_an_account_is_connected_tried_and_told(as_ana, ana, smtp):
    response = connect(as_ana, smtp_port=smtp.port)
    page = as_ana.get(response["Location"]).content.decode()

    account = MailAccount.objects.get()
    assert response.status_code == 302
    assert (account.student, account.secret.open()) == (ana, PASSWORD)
    assert "Sending works." in page
    assert "Reading answers does not work." in page
    assert "nothing answers on port 1" in page
    assert account.trouble.startswith("Reading answers: 127.0.0.1 is there, but nothing answers")
    assert smtp.accepted == []  # trying it out sends nothing


def test_the_password_is_nowhere_to_be_seen(as_ana, ana, smtp, caplog):
    make_account(ana, smtp_port=smtp.port)
    make_letter(ana)

    shown = [
        as_ana.get(PATH).content.decode(),
        as_ana.get("/settings/").content.decode(),
        connect(as_ana, smtp_port="nonsense").content.decode(),
        serializers.serialize("json", MailAccount.objects.all()),
        str(MailAccount.objects.get().__dict__),
        caplog.text,
    ]

    assert [PASSWORD in text for text in shown] == [False] * len(shown)


def test_an_empty_password_keeps_the_one_that_is_stored(as_ana, ana, smtp):
    make_account(ana)

    connect(as_ana, smtp_port=smtp.port, secret="")

    assert MailAccount.objects.get().secret.open() == PASSWORD
    assert smtp.logins == ["ana@norhaven.example"]


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("secret", {"secret": ""}),
        ("secret", {"secret": "two\nlines"}),
        ("user_name", {"user_name": "ana\r\nRCPT TO:<eve@evil.example>"}),
        ("smtp_host", {"smtp_host": "mail server"}),
        ("imap_host", {"imap_host": "http://mail.example"}),
        ("smtp_port", {"smtp_port": "70000"}),
        ("smtp_security", {"smtp_host": "mail.college.example"}),
        ("imap_security", {"imap_host": "mail.college.example"}),
        ("address", {"address": "ana"}),
    ],
)
def test_what_cannot_be_is_said_at_its_field(as_ana, ana, field, more):
    response = connect(as_ana, **({"smtp_port": "25"} | more))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not MailAccount.objects.exists()


def test_the_address_suggests_the_provider(as_ana, ana):
    ana.email = "ana.brandt@gmail.com"
    ana.save()

    page = as_ana.get(PATH).content.decode()

    assert 'value="smtp.gmail.com"' in page
    assert "An app password of 16 letters" in page


@pytest.mark.parametrize("key", ["microsoft", "microsoft-365"])
def test_where_passwords_are_of_no_use_it_says_so_and_what_works(as_ana, ana, key):
    page = as_ana.get(f"{PATH}?provider={key}").content.decode()
    posted = connect(as_ana, provider=key, smtp_port="587")

    assert "app passwords included" in page
    assert page.index("What works") < page.index("What does not")
    assert 'name="secret"' not in page
    assert posted.status_code == 422
    assert not MailAccount.objects.exists()


def test_every_preset_says_where_it_is_known_from():
    for provider in providers()[:-1]:
        assert provider.source.startswith("https://"), provider.key
        assert provider.closed or provider.secret, provider.key
        assert provider.closed or provider.smtp.security in ("tls", "starttls"), provider.key
        assert {provider_of(f"x@{domain}") for domain in provider.domains} <= {provider}
    assert provider_of("ana@norhaven.example").key == "own"


def test_disconnecting_forgets_the_password(as_ana, ana):
    make_account(ana)
    letter = make_letter(ana)

    as_ana.post("/mail/account/disconnect/")

    assert not MailAccount.objects.exists()
    assert Outgoing.objects.get(pk=letter.pk).state == "refused"


def test_a_stranger_finds_nothing(as_dora, ana):
    make_account(ana)
    letter = make_letter(ana)
    ways = ("take-back", "now", "did-leave", "again", "give-up", "seen", "look")

    answers = [as_dora.get(reverse("mail:letter", args=[letter.public_id]))]
    answers += [as_dora.post(reverse(f"mail:{way}", args=[letter.public_id])) for way in ways]
    answers += [as_dora.post(f"/mail/account/{way}/") for way in ("test", "read", "disconnect")]

    assert {answer.status_code for answer in answers} == {404}
    assert "ana@norhaven.example" not in as_dora.get(PATH).content.decode()
    assert Outgoing.objects.get().state == "waiting"


def test_getting_a_page_changes_nothing(as_ana, ana):
    make_account(ana)
    letter = make_letter(ana)
    before = json.loads(serializers.serialize("json", [Outgoing.objects.get()]))

    ways = ("take-back", "now", "did-leave", "again", "give-up", "seen", "look")
    answers = [as_ana.get(reverse(f"mail:{way}", args=[letter.public_id])) for way in ways]

    assert {answer.status_code for answer in answers} == {405}
    assert json.loads(serializers.serialize("json", [Outgoing.objects.get()])) == before


def words_of(account):
    return try_out(account)[0].words


def test_the_test_says_what_failed(ana, smtp, settings):
    account = make_account(ana, smtp_port=smtp.port)
    assert words_of(account) == "127.0.0.1 knows you and takes messages."
    account.secret = "wrong"
    said = "127.0.0.1 refuses the user name or the password. It said: “5.7.8 No”"
    assert words_of(account) == said
    account.smtp_security = "starttls"
    assert words_of(account).startswith("127.0.0.1 offers no STARTTLS on port")
    account.smtp_security = "tls"
    assert words_of(account).startswith("127.0.0.1 does not speak TLS on port")
    account.smtp_host, account.smtp_security = "no.such.server.invalid", "tls"
    assert words_of(account) == "There is no server called no.such.server.invalid."
    account.smtp_host, account.smtp_port = "127.0.0.1", free_port()
    assert words_of(account).startswith("127.0.0.1 is there, but nothing answers on port")
    settings.MAY_REACH_PRIVATE = False
    assert words_of(account).startswith("127.0.0.1 lies in a private network")


def test_a_resolver_that_hangs_hangs_no_page(ana, monkeypatch):
    is_over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: is_over.wait())
    monkeypatch.setattr(dialing, "LOOK_UP_SECONDS", 0.05)
    account = make_account(ana, smtp_host="mail.example", imap_port=993)
    try:
        sending, reading = try_out(account)
    finally:
        is_over.set()

    assert sending.words == "Nobody says in time where mail.example is."
    assert reading.words == "Nobody says in time where 127.0.0.1 is."


def test_a_server_that_wants_no_such_sender_says_so(ana, smtp):
    smtp.answers["MAIL"] = "530 5.7.0 Authentication required"

    words = words_of(make_account(ana, smtp_port=smtp.port))

    assert words == "127.0.0.1 answered with an error: 530 5.7.0 Authentication required"


def test_a_reading_server_is_no_sending_server(ana, host):
    account = make_account(
        ana, smtp_port=host.imap_port, imap_port=host.smtp_port, secret=host.password
    )

    sending, reading = try_out(account)

    assert sending.words.startswith("What answers at 127.0.0.1 on port")
    assert reading.words.startswith("What answers at 127.0.0.1 on port")


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_certificates_count(ana, tmp_path, settings, security):
    signed = certificate_for(tmp_path)
    context = server_context(signed)
    given = {"tls": context} if security == "tls" else {"starttls": context}
    with recording_smtp(**given) as smtp:
        account = make_account(
            ana, smtp_host="localhost", smtp_port=smtp.port, smtp_security=security
        )
        unknown = words_of(account)
        settings.MAIL_CA_FILE = str(signed.authority)
        trusted = words_of(account)

    assert unknown.startswith("The certificate of localhost is not good: ")
    assert trusted == "localhost knows you and takes messages."


def test_a_certificate_for_another_name_is_not_good(ana, tmp_path, settings):
    signed = certificate_for(tmp_path, "mail.orrin.example")
    settings.MAIL_CA_FILE = str(signed.authority)
    with recording_smtp(tls=server_context(signed)) as smtp:
        account = make_account(ana, smtp_host="localhost", smtp_port=smtp.port, smtp_security="tls")

        assert words_of(account).startswith("The certificate of localhost is not good: Hostname")


def test_this_machines_own_number_needs_no_certificate(ana, tmp_path):
    with recording_smtp(tls=server_context(certificate_for(tmp_path))) as smtp:
        account = make_account(ana, smtp_port=smtp.port, smtp_security="tls")

        assert words_of(account) == "127.0.0.1 knows you and takes messages."
