"""A letter leaves once: refusals, retries, lost answers, two workers, clocks that jump."""

import email
from datetime import timedelta
from email import policy

import pytest

from tests.factories import NOW
from tests.web.mail.makers import make_account, make_letter, send_round, state_of
from tests.web.outreach.makers import GOOD, SUBJECT, make_okafor
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.mail import actions
from whoelse.web.mail.access import NoAccount, NoAddress
from whoelse.web.mail.actions.sending import DELAYS, begin_handing_over
from whoelse.web.mail.models import MailAccount, Outgoing
from whoelse.web.mail.queries import LEASE

MINUTE = timedelta(minutes=1)


def test_a_letter_is_written_down_whole_before_anything_leaves(ana):
    account = make_account(ana)

    letter = make_letter(ana)

    mail = email.message_from_bytes(bytes(letter.content), policy=policy.default)
    assert (letter.state, letter.attempts, letter.account) == ("waiting", 0, account)
    assert letter.message_id.endswith("@norhaven.example")
    assert mail["Message-ID"] == f"<{letter.message_id}>"
    assert (mail["From"], mail["To"]) == (
        "Ana Brandt <ana@norhaven.example>",
        "Samuel Okafor <s.okafor@harrowbay.example>",
    )
    assert mail["Subject"] == SUBJECT


def test_a_letter_leaves_once(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    letter = make_letter(ana)

    rounds = [send_round(), send_round()]

    letter.refresh_from_db()
    ((recipient, content),) = smtp.accepted
    assert rounds == [1, 0]
    assert (letter.state, letter.sent_at, letter.claim) == ("sent", NOW, None)
    assert recipient == "s.okafor@harrowbay.example"
    assert content == bytes(letter.content)
    assert smtp.logins == ["ana@norhaven.example"]


def test_without_account_or_address_nothing_is_queued(ana):
    with pytest.raises(NoAccount):
        make_letter(ana)
    make_account(ana)
    with pytest.raises(NoAddress):
        make_letter(ana, make_okafor(ana, email=""))
    assert not Outgoing.objects.exists()


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
def test_a_refusal_ends_it_in_the_words_of_the_server(ana, smtp, command):
    make_account(ana, smtp_port=smtp.port)
    smtp.answers[command] = "550 5.1.1 No such person here"
    letter = make_letter(ana)

    send_round()

    assert state_of(letter) == (
        "refused",
        "The mail server refused it: 550 5.1.1 No such person here",
    )
    assert smtp.accepted == []


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
def test_not_now_means_later_and_ever_later(ana, smtp, command):
    make_account(ana, smtp_port=smtp.port)
    smtp.answers[command] = "451 4.7.1 Greylisted"
    letter, at, waits = make_letter(ana), NOW, []
    while state_of(letter)[0] == "waiting":
        send_round(at)
        letter.refresh_from_db()
        waits.append(letter.send_after - at)
        at = letter.send_after

    assert waits[: len(DELAYS)] == list(DELAYS)
    assert letter.attempts == len(DELAYS) + 1
    assert letter.why.startswith("Tried for a day, without success. The mail server did not take")


def test_a_hiccup_costs_a_minute(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    smtp.answers["RCPT"] = "451 4.7.1 Greylisted"
    letter = make_letter(ana)
    send_round()
    del smtp.answers["RCPT"]

    tried = [send_round(NOW + timedelta(seconds=59)), send_round(NOW + MINUTE)]

    assert tried == [0, 1]
    assert state_of(letter) == ("sent", "")
    assert len(smtp.accepted) == 1


def test_a_lost_answer_is_unsure_and_stays_so(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    smtp.answers["DATA"] = "hang up"
    letter = make_letter(ana)

    for day in range(3):
        send_round(NOW + timedelta(days=day))
        actions.recover(at=NOW + timedelta(days=day))

    assert state_of(letter)[0] == "unsure"
    assert len(smtp.accepted) == 1


def test_a_wrong_password_is_said_and_waits(ana, smtp):
    account = make_account(ana, smtp_port=smtp.port, secret="wrong")
    letter = make_letter(ana)

    send_round()

    account.refresh_from_db()
    state, why = state_of(letter)
    assert state == "waiting"
    assert why == account.trouble
    assert why.startswith("127.0.0.1 refuses the user name or the password.")
    account.secret = "pässword with spaces"
    account.save()
    send_round(NOW + MINUTE)
    account.refresh_from_db()
    assert (state_of(letter), account.trouble) == (("sent", ""), "")


def test_nobody_there_means_later(ana):
    make_account(ana, smtp_port=1)
    letter = make_letter(ana)

    send_round()

    assert state_of(letter) == ("waiting", "127.0.0.1 is there, but nothing answers on port 1.")


def test_never_again_holds_at_the_moment_of_sending(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    letter = make_letter(ana)
    record_do_not_contact(letter.contact, reason="", asked_by_them=True, at=NOW)

    send_round()

    assert state_of(letter) == ("refused", "Dr. Samuel Okafor asked not to be contacted.")
    assert smtp.accepted == []


def test_never_again_holds_even_after_the_claim(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    make_letter(ana)
    claimed = actions.claim_next(at=NOW)
    smtp.answers["RCPT"] = "250 OK"
    record_do_not_contact(claimed.contact, reason="", asked_by_them=True, at=NOW)

    actions.send_claimed(claimed, at=NOW)

    assert state_of(claimed)[0] == "refused"
    assert smtp.accepted == []


def test_two_workers_do_not_take_the_same_letter(ana):
    make_account(ana)
    letter = make_letter(ana)

    taken = [actions.claim_next(at=NOW), actions.claim_next(at=NOW)]

    assert [each and each.pk for each in taken] == [letter.pk, None]


def test_a_dead_worker_before_the_handover_means_again(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    letter = make_letter(ana)
    dead = actions.claim_next(at=NOW)

    early = actions.recover(at=NOW + LEASE - MINUTE)
    late = actions.recover(at=NOW + LEASE)
    send_round(NOW + LEASE)

    assert (early, late) == ((0, 0), (1, 0))
    assert state_of(letter) == ("sent", "")
    actions.send_claimed(dead, at=NOW + LEASE)  # it was only asleep
    assert len(smtp.accepted) == 1


def test_a_dead_worker_after_the_handover_means_unsure(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    letter = make_letter(ana)
    dead = actions.claim_next(at=NOW)
    assert begin_handing_over(dead, at=NOW)

    assert actions.recover(at=NOW + LEASE) == (0, 1)

    send_round(NOW + LEASE)
    assert state_of(letter)[0] == "unsure"
    assert smtp.accepted == []


def test_at_the_start_of_the_only_process_nothing_is_leaving(ana):
    make_account(ana)
    first = make_letter(ana)
    make_letter(ana, first.contact)
    actions.claim_next(at=NOW)
    begin_handing_over(actions.claim_next(at=NOW), at=NOW)

    assert actions.recover(at=NOW, everything=True) == (1, 1)


def test_who_handed_it_over_knows_better_than_the_sweep(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    letter = make_letter(ana)
    slow = actions.claim_next(at=NOW)
    smtp.answers["RCPT"] = "250 OK"
    begin_handing_over(slow, at=NOW)
    actions.recover(at=NOW + LEASE)

    from whoelse.web.mail.actions.sending import _end_sent

    _end_sent(slow, at=NOW)

    assert state_of(letter) == ("sent", "")


@pytest.mark.parametrize("jump", [timedelta(days=400), timedelta(days=-400)])
def test_a_clock_that_jumps_neither_doubles_nor_holds(ana, smtp, jump):
    make_account(ana, smtp_port=smtp.port)
    letter = make_letter(ana)
    asleep = actions.claim_next(at=NOW)
    actions.recover(at=NOW + jump)  # another worker believes another clock

    send_round(NOW + jump)
    actions.send_claimed(asleep, at=NOW)

    assert state_of(letter) == ("sent", "")
    assert len(smtp.accepted) == 1


def test_a_clock_that_went_back_holds_no_letter(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    make_letter(ana, at=NOW + timedelta(days=400))

    assert send_round(NOW) == 1
    assert len(smtp.accepted) == 1


def test_a_later_moment_is_kept(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    letter = make_letter(ana, send_after=NOW + timedelta(hours=8))

    assert (send_round(), send_round(NOW + timedelta(hours=8))) == (0, 1)
    assert state_of(letter) == ("sent", "")


def test_disconnecting_keeps_what_waits_from_leaving(ana, smtp):
    account = make_account(ana, smtp_port=smtp.port)
    letter = make_letter(ana)

    actions.disconnect_account(account, at=NOW)
    send_round()

    assert state_of(letter) == ("refused", "The mail account was disconnected before it left.")
    assert not MailAccount.objects.exists()
    assert smtp.accepted == []


def test_addresses_beyond_ascii_leave_only_where_the_server_can(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    umlaut_host = make_letter(ana, make_okafor(ana, email="imre@bücher.example"))
    umlaut_name = make_letter(ana, make_okafor(ana, email="imré@books.example"))

    send_round()

    assert [state_of(umlaut_host)[0], state_of(umlaut_name)[0]] == ["sent", "refused"]
    assert smtp.accepted[0][0] == "imre@xn--bcher-kva.example"


def test_the_text_arrives_to_the_letter(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    body = f".begins with a dot\n..two\n{GOOD}\nFrom here on\n> quoted\n"
    make_letter(ana, body=body)

    send_round()

    mail = email.message_from_bytes(smtp.accepted[0][1], policy=policy.default)
    text = mail.get_content().replace("\r\n", "\n")
    joined = "\n".join(
        line.removeprefix(" ") for line in text.replace(" \n", " ").rstrip("\n").split("\n")
    )
    assert joined == body.rstrip("\n")
