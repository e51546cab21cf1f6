"""A mistake of our own while a letter leaves: it waits ever longer, and ends where it is seen."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.factories import NOW
from tests.web.mail.makers import make_account, make_letter, send_round, state_of
from tests.web.outreach.makers import make_okafor
from whoelse.web.mail import actions, owners
from whoelse.web.mail.actions.sending import DELAYS
from whoelse.web.mail.models import Outgoing
from whoelse.web.mail.owners import Owner
from whoelse.web.mail.queries import LEASE

ENDS = (
    "Tried for a day, without success."
    " WhoElse itself stumbled over this message (ZeroDivisionError)."
    " Send it by your mail program instead, and tell whoever runs this WhoElse."
)


class Stumbling(Owner):
    """An app with a mistake in the places that are named."""

    def __init__(self, *places):
        self.places = places

    def ensure_may_leave(self, letter, *, at):
        self._stumble("before", letter, at)

    def note_sent(self, letter, *, at):
        self._stumble("sent", letter, at)

    def note_stopped(self, letter, *, at):
        self._stumble("stopped", letter, at)

    def _stumble(self, place, *_):
        if place in self.places:
            raise ZeroDivisionError


@pytest.fixture
def stumble():
    def begin(*places):
        owners.register("stumbling", Stumbling(*places))

    yield begin
    owners._OWNERS.pop("stumbling", None)


def waits_of(letter):
    """Each pause between two tries, until it waits no longer."""
    at, waits = NOW, []
    while state_of(letter)[0] == "waiting":
        assert send_round(at) == 1
        letter.refresh_from_db()
        waits.append(letter.send_after - at)
        at = letter.send_after
    return waits


@pytest.mark.parametrize("places", [("before",), ("before", "stopped")])
def test_a_mistake_before_it_leaves_is_tried_like_a_busy_server(ana, smtp, stumble, places):
    make_account(ana, smtp_port=smtp.port)
    stumble(*places)
    letter = make_letter(ana, purpose="stumbling")

    waits = waits_of(letter)

    assert waits[: len(DELAYS)] == list(DELAYS)
    assert len(waits) == len(DELAYS) + 1
    assert state_of(letter) == ("refused", ENDS)
    assert smtp.accepted == []


def test_the_student_reads_what_to_do(as_ana, ana, smtp, stumble):
    make_account(ana, smtp_port=smtp.port)
    stumble("before")
    letter = make_letter(ana, purpose="stumbling")
    send_round()
    page = reverse("mail:letter", args=[letter.public_id])
    assert "WhoElse itself stumbled over this message" in as_ana.get(page).content.decode()

    Outgoing.objects.update(attempts=len(DELAYS))
    send_round(NOW + timedelta(days=2))

    assert ENDS.rsplit(". ", maxsplit=1)[-1] in as_ana.get(page).content.decode()
    assert "did not leave" in as_ana.get("/").content.decode()


def test_other_letters_leave_in_the_same_round(ana, smtp, stumble):
    make_account(ana, smtp_port=smtp.port)
    stumble("before")
    make_letter(ana, purpose="stumbling")
    good = make_letter(ana, make_okafor(ana, email="kit@harrowbay.example"))

    assert send_round() == 2
    assert state_of(good) == ("sent", "")


def test_a_mistake_after_it_was_handed_over_never_sends_it_twice(ana, smtp, stumble):
    make_account(ana, smtp_port=smtp.port)
    stumble("sent")
    letter = make_letter(ana, purpose="stumbling")

    for day in range(3):
        send_round(NOW + timedelta(days=day))
        actions.recover(at=NOW + timedelta(days=day))

    assert state_of(letter) == ("unsure", "WhoElse itself stumbled while it was handed over.")
    assert len(smtp.accepted) == 1


@pytest.mark.parametrize(("attempts", "state"), [(1, "waiting"), (len(DELAYS) + 1, "refused")])
def test_a_letter_that_cuts_every_worker_off_ends_too(ana, stumble, attempts, state):
    make_account(ana)
    stumble("stopped")
    letter = make_letter(ana, purpose="stumbling")
    actions.claim_next(at=NOW)
    Outgoing.objects.update(attempts=attempts)

    actions.recover(at=NOW + LEASE)

    assert state_of(letter)[0] == state
