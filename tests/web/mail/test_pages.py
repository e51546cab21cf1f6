"""Mail on the pages of others: counted queries, export, erasing, and what never leaks."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import NOW
from tests.web.mail.makers import make_account, make_letter
from tests.web.outreach.makers import make_okafor
from whoelse.web.contacts.actions import erase_contact, record_do_not_contact
from whoelse.web.mail.models import Incoming, Outgoing


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def answer_of(letter, n=1, **fields):
    defaults = {
        "kind": "reply",
        "message_id": f"{n}@{letter.pk}.example",
        "from_address": letter.to_address,
        "subject": "Re: Your talk",
        "text": "Friday at four is fine.",
        "came_at": NOW - timedelta(hours=n),
    }
    return Incoming.objects.create(
        student=letter.student, contact=letter.contact, outgoing=letter, **(defaults | fields)
    )


def one_more(ana, n):
    """Somebody who answered, and a letter that was refused."""
    letter = make_letter(ana, make_okafor(ana, email=f"sam{n}@harrowbay.example"))
    Outgoing.objects.filter(pk=letter.pk).update(state="refused", why="550 No")
    answer_of(letter, n)
    return letter


def queries_of(client, path):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("path", ["/", "/people/{id}/", "/mail/account/", "/settings/"])
def test_pages_ask_the_same_for_one_and_for_three(as_ana, ana, path):
    make_account(ana)
    first = one_more(ana, 1)
    path = path.format(id=first.contact.public_id)
    queries_of(as_ana, path)
    one = queries_of(as_ana, path)
    for n in (2, 3):
        one_more(ana, n)
        answer_of(first, 10 + n)

    assert queries_of(as_ana, path) == one


def test_the_export_of_a_person_holds_letters_and_answers(as_ana, ana):
    make_account(ana)
    letter = make_letter(ana)
    answer_of(letter)

    data = as_ana.get(f"/people/{letter.contact.public_id}/export/").json()

    assert [(row["message_id"], row["state"]) for row in data["letters"]] == [
        (letter.message_id, "waiting")
    ]
    assert [(row["what"], row["text"]) for row in data["incoming"]] == [
        ("reply", "Friday at four is fine.")
    ]


def test_erasing_a_person_erases_their_mail(as_ana, ana):
    make_account(ana)
    letter = make_letter(ana)
    answer_of(letter)
    page = as_ana.get(f"/people/{letter.contact.public_id}/erase/").content.decode()

    erase_contact(letter.contact)

    assert "letter in the outbox" in page
    assert not Outgoing.objects.exists()
    assert not Incoming.objects.exists()


def test_a_blocked_person_is_asked_about_nowhere(as_ana, ana):
    make_account(ana)
    letter = one_more(ana, 1)
    record_do_not_contact(letter.contact, reason="", asked_by_them=True, at=NOW)

    assert "answered" not in as_ana.get("/").content.decode()
    assert "did not leave" not in as_ana.get("/").content.decode()


def test_their_words_stay_words(as_ana, ana):
    make_account(ana)
    incoming = answer_of(make_letter(ana), text="<script>alert(1)</script>", subject="<b>x")

    for path in ("/", f"/messages/answers/{incoming.public_id}/"):
        page = as_ana.get(path).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize(
    ("kind", "permanent", "words"),
    [
        ("bounce", True, "does not work."),
        ("bounce", False, "It was not delivered yet."),
        ("auto_reply", None, "A machine wrote this"),
        ("feedback", None, "write no more"),
        ("other", None, "answered"),
    ],
)
def test_every_kind_has_its_page(as_ana, ana, kind, permanent, words):
    make_account(ana)
    incoming = answer_of(make_letter(ana), kind=kind, permanent=permanent)

    assert words in as_ana.get(f"/messages/answers/{incoming.public_id}/").content.decode()


def test_the_address_is_right_after_all(as_ana, ana):
    make_account(ana)
    letter = make_letter(ana)
    incoming = answer_of(
        letter, kind="bounce", permanent=True, about_address=letter.to_address, text=""
    )
    person = f"/people/{letter.contact.public_id}/"
    before = as_ana.get(person).content.decode()

    as_ana.post(f"/mail/incoming/{incoming.public_id}/seen/")

    assert "does not work." in before
    assert "does not work." not in as_ana.get(person).content.decode()
    assert make_letter(ana, letter.contact).state == "waiting"
