"""Who gets a message, and which ways are open to a stranger: none."""

from uuid import uuid4

import pytest
from django.http import Http404
from django.urls import reverse

from tests.factories import NOW
from tests.web.outreach.makers import (
    GOOD,
    SUBJECT,
    make_draft,
    make_okafor,
    message_path,
    write_path,
)
from whoelse.web.outreach.access import kind_named, message_for
from whoelse.web.outreach.models import Message, Reply

TEXT = {"subject": SUBJECT, "body": GOOD}
WRITING = ("write", "findings", "words", "instead", "without", "release")
POSTS = {
    "sent": {"way": "copy", "sent_at": "2026-11-05T10:00"},
    "address": {"email": "x@home.example"},
    "discard": {},
    "reply": {"came": "no"},
    "reply-remove": {},
}


def test_message_is_its_students_alone(ana, dora):
    draft = make_draft(make_okafor(ana))

    assert message_for(ana.user, draft.public_id) == draft
    with pytest.raises(Http404):
        message_for(dora.user, draft.public_id)
    with pytest.raises(Http404):
        message_for(ana.user, uuid4())


def test_there_are_seven_kinds():
    assert kind_named("thanks") == "thanks"
    with pytest.raises(Http404):
        kind_named("question")


@pytest.mark.parametrize("part", WRITING)
def test_stranger_cannot_write_to_my_contact(as_dora, ana, part):
    contact = make_okafor(ana)

    answer = as_dora.post(write_path(contact, part), TEXT)
    nobody = as_dora.post(reverse(f"outreach:{part}", args=[uuid4(), "request"]), TEXT)

    assert (answer.status_code, nobody.status_code) == (404, 404)
    assert not Message.objects.exists()


@pytest.mark.parametrize("part", ["message", "eml"])
def test_stranger_reads_no_message(as_dora, ana, part):
    draft = make_draft(make_okafor(ana))

    answer = as_dora.get(message_path(draft, part))
    nobody = as_dora.get(reverse(f"outreach:{part}", args=[uuid4()]))

    assert (answer.status_code, nobody.status_code) == (404, 404)
    assert answer.content == nobody.content


@pytest.mark.parametrize("part", POSTS)
def test_stranger_changes_no_message(as_dora, as_ana, ana, part):
    contact = make_okafor(ana)
    draft, sent = make_draft(contact), make_draft(contact, sent_at=NOW)
    Reply.objects.create(message=sent, came="yes", came_at=NOW)
    before = list(Message.objects.values())

    answers = [as_dora.post(message_path(row, part), POSTS[part]) for row in (draft, sent)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert list(Message.objects.values()) == before
    assert Reply.objects.get().came == "yes"


@pytest.mark.parametrize("part", [*POSTS, "findings", "words", "instead", "without", "release"])
def test_changes_are_posts(as_ana, ana, part):
    contact = make_okafor(ana)
    path = message_path(make_draft(contact), part) if part in POSTS else write_path(contact, part)

    assert as_ana.get(path).status_code == 405
