"""Whoever has no token, an old one, or somebody else's request, sees the same closed door."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import make_contact, make_message
from tests.web.guests.rows import all_rows
from tests.web.guests.visitor import Guest, text_of
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.guests import access, actions, tokens
from whoelse.web.guests.models import GuestLink
from whoelse.web.outreach import actions as outreach
from whoelse.web.outreach.models import Message

PAGES = [
    ("page", ()),
    ("stored", ()),
    ("zone", ()),
    ("calendar", ()),
    ("answer", ("no",)),
    ("answer", ("nonsense",)),
]


def never_was(client, name="page", *args):
    return client.get(reverse(f"guests:{name}", args=["x" * 43, *args]))


def withdrawn(message, now):
    actions.withdraw_link(message, at=now)


def answered(message, now):
    outreach.record_reply(message, came="no", at=now)


def lapsed(message, now):
    Message.objects.filter(pk=message.pk).update(sent_at=now - timedelta(days=22))


def blocked(message, now):
    record_do_not_contact(message.contact, reason="", asked_by_them=False, at=now)


def renewed(message, now):
    actions.make_link(message, at=now)


@pytest.mark.parametrize("end", [withdrawn, answered, lapsed, blocked, renewed])
def test_a_link_that_ended_and_one_that_never_was_are_alike(guest, message, now, end):
    end(message, now)
    for name, args in PAGES:
        ended = guest.client.get(guest.path(name, *args))
        other = never_was(Client(), name, *args)
        assert (ended.status_code, ended.content) == (404, other.content)
        assert sorted(ended.headers.items()) == sorted(other.headers.items())
        assert "There is nothing that you have to do" in text_of(ended)


def test_a_closed_door_takes_no_answer(guest, message, now):
    withdrawn(message, now)
    before = all_rows()

    response = guest.say("no", reason="x")

    assert response.status_code == 404
    assert all_rows() == before


def test_a_request_lapses_on_its_twenty_first_day(message, token, now):
    sent = message.sent_at

    assert access.link_behind(token, at=sent + timedelta(days=20))[0].message == message
    with pytest.raises(access.LinkEnded):
        access.link_behind(token, at=sent + timedelta(days=22))


def test_the_token_is_kept_as_a_hash_alone(token):
    link = GuestLink.objects.get()
    assert link.token_hash == tokens.hash_of(token)
    assert not [row for rows in all_rows().values() for row in rows if token in row]


def test_a_token_is_long_and_never_the_same():
    made = {tokens.make_token() for _ in range(200)}
    assert len(made) == 200
    assert {len(token) for token in made} == {43}  # 256 bits in base64 for addresses
    assert all(re.fullmatch(r"[\w-]+", token) for token in made)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_characters="/", codec="utf-8"), min_size=1, max_size=300))
def test_no_other_text_opens_anything(token, db, text):
    if text == token:
        return
    assert len(tokens.hash_of(text)) == 64
    with pytest.raises(access.LinkEnded):
        access.link_behind(text, at=GuestLink.objects.get().created_at)


@pytest.mark.parametrize("token", ["a", "%00", "%ff%fe", "a" * 3000, "..", "%E2%80%AE", "שלום"])
def test_odd_tokens_find_the_closed_door(db, token):
    response = Client().get(f"/ask/{token}/")
    assert response.status_code in (404, 400)
    assert "Traceback" not in text_of(response)


@pytest.mark.parametrize("name", ["request", "link", "withdrawal"])
def test_the_students_pages_are_the_students(as_ana, as_dora, message, name):
    path = reverse(f"guests:{name}", args=[message.public_id])
    send = Client.get if name == "request" else Client.post

    assert send(as_dora, path).status_code == 404
    assert send(Client(), path).headers["Location"].startswith(reverse("accounts:door"))
    assert send(as_ana, path).status_code in (200, 302)


HOSTILE = [
    "\0",
    "x" * 100_000,
    "\u202eevil\u202c שלום",
    "<script>alert(1)</script>",
    "\ud7ff",
    "a\r\nBcc: b",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "place",
    [
        ("no", "reason"),
        ("somebody-else", "name"),
        ("somebody-else", "work"),
        ("another-time", "comment"),
        ("another-time", "zone"),
        ("time", "place"),
        ("time", "time"),
        ("writing", "answer-0"),
        ("never", "seal"),
    ],
)
def test_hostile_words_break_nothing(guest, offers, now, place, text):
    slug, field = place
    words = {"time": str(offers[0].public_id), "channel": "phone", "name": "Ines"}
    words |= {"when": f"{(now + timedelta(days=5)).date()}T10:00", "permission": "ask_first"}

    response = guest.say(slug, **(words | {field: text}))

    assert response.status_code in (200, 422)
    assert "<script>alert" not in response.content.decode()


def test_words_from_right_to_left_arrive_as_they_are(guest, message):
    guest.answer("no", reason="אין לי זמן")
    message.refresh_from_db()
    assert message.reply.note == "אין לי זמן"


def test_a_guest_reaches_nothing_else(guest):
    guest.open()
    for path in ("/", "/people/", "/settings/", "/interviews/"):
        assert guest.client.get(path).status_code == 302


def test_another_guest_cannot_answer_for_this_one(ana, guest, message, now):
    other = make_message(make_contact(ana, "Ben Ito"), sent_at=now)
    theirs = Guest(Client(), actions.make_link(other, at=now).rstrip("/").rsplit("/", 1)[1])

    theirs.answer("no")

    assert [m.is_answered for m in Message.objects.select_related("reply").order_by("pk")] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"HTTP_ORIGIN": "null"}, 200),  # what browsers send from a page without referrer
        ({"HTTP_ORIGIN": "null", "HTTP_SEC_FETCH_SITE": "same-origin"}, 200),
        ({"HTTP_ORIGIN": "null", "HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
        ({"HTTP_ORIGIN": "https://evil.example"}, 403),
    ],
)
def test_forms_of_the_page_come_from_nowhere_and_forms_of_others_are_refused(
    guest, headers, status
):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(guest.path("answer", "no"), {"reason": ""}, **headers)
    assert response.status_code == status
