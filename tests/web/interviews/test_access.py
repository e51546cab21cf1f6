"""Dora, the outsider, finds nothing of Ana's: not by looking and not by sending."""

import pytest
from django.urls import reverse

from tests.factories import NOW
from whoelse.web.interviews import actions, urls
from whoelse.web.interviews.queries import questions_of

LOOK = {
    "agree",
    "cancel",
    "missed",
    "move",
    "plan-priorities",
    "prepare",
    "question-swap",
    "rehearse-talk",
    "room",
    "room-state",
    "sheet",
    "write-up",
}

# Everybody has these pages of their own.
OF_NOBODY = {
    "confirmations",
    "confirmations-remove",
    "interviews",
    "ladder-step",
    "ladder-step-remove",
    "priorities",
    "rehearse",
    "rehearse-plan",
    "room-worker",
    "rooms",
}


@pytest.fixture
def objects(interview):
    """A public id of Ana's for every kind of path."""
    row = questions_of(interview)[1]
    actions.save_note(interview, row, text="one", base=0, tab="a", at=NOW)
    actions.save_note(interview, row, text="two", base=0, tab="b", at=NOW)
    person = actions.name_person(
        interview, full_name="Gil", work="", permission="ask_first", at=NOW
    )
    return {
        "questions": row.public_id,
        "names": person.public_id,
        "notes": row.notes.get(copy="b").public_id,
        "promises": interview.promises.create(text="Send it").public_id,
        "with": interview.contact.public_id,
    }


def paths(interview, objects):
    for pattern in urls.urlpatterns:
        if pattern.name in OF_NOBODY:
            continue
        kind = str(pattern.pattern).split("/")[0]
        yield (
            pattern.name,
            reverse(f"interviews:{pattern.name}", args=[objects.get(kind, interview.public_id)]),
        )


def test_a_stranger_finds_no_page_and_no_button(as_dora, dora, interview, objects):
    before = (interview.notes.count(), interview.named.count(), questions_of(interview).count())

    answers = {
        (name, method): getattr(as_dora, method)(path).status_code
        for name, path in paths(interview, objects)
        for method in ("get", "post")
    }

    assert {key: status for key, status in answers.items() if status not in (404, 405)} == {}
    assert {
        name for (name, how), status in answers.items() if (how, status) == ("get", 404)
    } == LOOK
    assert {name for (name, how), status in answers.items() if (how, status) == ("post", 405)} == {
        "prepare",
        "rehearse-talk",
        "room",
        "room-state",
        "sheet",
    }
    interview.refresh_from_db()
    after = (interview.notes.count(), interview.named.count(), questions_of(interview).count())
    assert (after, interview.began_at, interview.held_at, interview.missed_at) == (
        before,
        None,
        None,
        None,
    )


def test_a_stranger_sees_an_empty_list(as_dora, interview):
    assert "Tomas Beck" not in as_dora.get(reverse("interviews:interviews")).text


def test_nobody_without_a_session_gets_in(client, interview, objects):
    leads = {client.post(path)["Location"].split("?")[0] for _, path in paths(interview, objects)}

    assert leads == {reverse("accounts:door")}


def test_looking_changes_nothing(as_ana, interview, objects):
    before = interview.updated_at

    for _, path in paths(interview, objects):
        as_ana.get(path)

    interview.refresh_from_db()
    assert interview.updated_at == before
    assert interview.contact.messages.count() == 0
