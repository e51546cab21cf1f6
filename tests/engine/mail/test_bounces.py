"""Bounces: hard or soft, whom they are about, and who may send one."""

import pytest

from whoelse.engine.mail import sort_mail

TO = "karen@orbital.example"


def report(*fields, words="", sender="MAILER-DAEMON@isp.example"):
    return (
        f"From: {sender}\nTo: maya@a.example\nSubject: Undelivered Mail\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=q\n\n"
        f"--q\nContent-Type: text/plain; charset=utf-8\n\n{words}\n"
        "--q\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; isp.example\n\n"
        + "\n".join(fields)
        + "\n--q--\n"
    ).encode()


def notice(words, *fields, sender="MAILER-DAEMON@isp.example", subject="Undelivered Mail"):
    head = [f"From: {sender}", "To: maya@a.example", f"Subject: {subject}", *fields]
    head.append("Content-Type: text/plain; charset=utf-8")
    return ("\n".join(head) + f"\n\n{words}\n").encode()


@pytest.mark.parametrize(
    ("action", "status", "diagnostic", "permanent"),
    [
        ("failed", "5.1.1", "smtp; 550 5.1.1 user unknown", True),
        ("failed", "5.1.2", "", True),
        ("failed", "5.2.1", "smtp; 550 5.2.1 mailbox disabled", True),
        ("failed", "5.2.2", "", False),
        ("failed", "5.0.0", "smtp; 552 5.2.2 Over quota", False),
        ("failed", "5.0.0", "smtp; 552 mailbox is full", False),
        ("failed", "5.1.1", "smtp; 550 5.1.1 mailbox full of nothing: no such user", True),
        ("failed", "5.1.1", "smtp; 550 5.1.1 greylisted", False),
        ("failed", "5.3.1", "", False),
        ("failed", "5.3.4", "smtp; 552 5.3.4 message too big", True),
        ("failed", "5.4.1", "smtp; 550 5.4.1 Recipient address rejected: Access denied", True),
        ("failed", "5.4.1", "smtp; no answer from host", False),
        ("failed", "5.4.7", "", False),
        ("failed", "4.4.7", "", False),
        ("failed", "5.7.1", "smtp; 550 5.7.1 blocked", True),
        ("failed", "5.7.1", "smtp; 550 5.7.1 greylisted, come back later", False),
        ("failed", "5.0.0", "smtp; 550 no", True),
        ("failed", "5.0.0", "smtp; 451 no", False),
        ("failed", "5.0.0", "smtp; connection timed out", False),
        ("failed", "5.0.0", "", True),
        ("failed", "", "smtp; 554 no", True),
        ("failed", "", "smtp; 450 greylist", False),
        ("failed", "", "smtp; try again later", False),
        ("failed", "", "", True),
        ("error", "", "", True),
        ("delayed", "5.1.1", "", False),
        ("", "5.1.1", "", True),
    ],
)
def test_codes_decide_and_words_where_there_are_none(action, status, diagnostic, permanent):
    fields = [f"Final-Recipient: rfc822; {TO}"]
    fields += [f"Action: {action}"] if action else []
    fields += [f"Status: {status}"] if status else []
    fields += [f"Diagnostic-Code: {diagnostic}"] if diagnostic else []
    found = sort_mail(report(*fields))
    assert (found.kind, found.permanent, found.recipients) == ("bounce", permanent, (TO,))


@pytest.mark.parametrize(
    ("fields", "recipients"),
    [
        (("Final-Recipient: rfc822;<a@b.example>",), ("a@b.example",)),
        (("Final-Recipient: <a@b.example>",), ("a@b.example",)),
        (("Final-Recipient: RFC822; =?utf-8?q?a=40b=2Eexample?=",), ("a@b.example",)),
        (("Final-Recipient: rfc822; a@internal", "Original-Recipient: rfc822;a+2Bx@b.example"),
         ("a+x@b.example",)),
        (("Final-Recipient: rfc822; a@b.example", "Final-Recipient: rfc822; c@d.example"),
         ("c@d.example",)),
        (("Final-Recipient: rfc822; a@b.example", "Status: 5.1.1",
          "Final-Recipient: rfc822; c@d.example"), ("a@b.example", "c@d.example")),
        (("Final-Recipient: LOCAL; karen",), ()),
        (("Final-Recipient: rfc822; karen",), ("karen",)),
        (("Final-Recipient: rfc822; a@b.example", "Action: failed"), ("a@b.example",)),
    ],
)  # fmt: skip
def test_recipients_of_a_delivery_status(fields, recipients):
    assert sort_mail(report(*fields, "Action: failed")).recipients == recipients


def test_a_report_is_hard_only_if_nobody_may_still_be_reached():
    mixed = ("Final-Recipient: rfc822; a@b.example", "Action: failed", "Status: 5.1.1", "",
             "Final-Recipient: rfc822; c@d.example", "Action: delayed")  # fmt: skip
    found = sort_mail(report(*mixed))
    assert (found.permanent, found.recipients) == (False, ("a@b.example", "c@d.example"))
    assert found.status == "5.1.1"


def test_who_was_reached_is_left_out():
    both = ("Final-Recipient: rfc822; a@b.example", "Action: relayed", "Status: 2.0.0", "",
            "Final-Recipient: rfc822; c@d.example", "Action: failed", "Status: 5.1.1")  # fmt: skip
    assert sort_mail(report(*both)).recipients == ("c@d.example",)


def test_good_news_is_no_bounce():
    good = (f"Final-Recipient: rfc822; {TO}", "Action: delivered", "Status: 2.0.0")
    assert sort_mail(report(*good, words="It failed at first.")).kind == "other"


def test_fields_of_a_status_may_stand_in_the_text():
    found = sort_mail(notice(f"Final-Recipient: rfc822; {TO}\nAction: failed\nStatus: 5.1.1"))
    assert (found.kind, found.permanent, found.recipients) == ("bounce", True, (TO,))


@pytest.mark.parametrize(
    ("words", "permanent", "recipients"),
    [
        (f"<{TO}>: no such user", True, (TO,)),
        (f"Could not be delivered to {TO}, try {TO} again.", True, (TO,)),
        (f"a@b.example and {TO} could not be reached: failed", True, ("a@b.example",)),
        ("It failed. Ask postmaster@isp.example.", True, ()),
        (f"Returned: we know neither {TO} nor c@d.example.", True, (TO, "c@d.example")),
        (f"{TO}\nNicht zustellbar: Postfach voll", False, (TO,)),
        (f"{TO}\nis being retried", False, (TO,)),
        ("nothing to say", True, ()),
    ],
)
def test_words_of_a_server(words, permanent, recipients):
    found = sort_mail(notice(words))
    assert (found.kind, found.permanent, found.recipients) == ("bounce", permanent, recipients)


def test_the_message_given_back_names_its_recipient_and_identifier():
    words = "It could not be delivered.\n\n--- Original message ---\nTo: Karen <k@o.example>\n"
    found = sort_mail(notice(words + "Message-ID: <q@a.example>"))
    assert (found.recipients, found.original_ids) == (("k@o.example",), ("q@a.example",))


def test_without_it_the_bounce_may_say_what_it_answers():
    assert sort_mail(notice("failed", "References: <a@b> <q@c>")).original_ids == ("q@c",)


@pytest.mark.parametrize(
    ("sender", "subject", "field", "words", "kind"),
    [
        ("MAILER-DAEMON@isp.example", "Hello", "X-A: b", f"<{TO}> failed", "bounce"),
        ("MAILER-DAEMON@isp.example", "Hello", "X-A: b", "Nice weather.", "other"),
        ("MAILER-DAEMON@isp.example", "Hello", "X-A: b", "There is no such user.", "other"),
        ("alerts@isp.example", "Hello", "Return-Path: <>", f"<{TO}>: 550 5.1.1 no", "bounce"),
        ("alerts@isp.example", "Hello", "Return-Path: <>", "Nice weather.", "other"),
        ("gateway@isp.example", "Hello", "X-A: b", f"<{TO}>: failed, 5.1.1", "bounce"),
        ("gateway@isp.example", "Hello", "X-A: b", f"<{TO}>: failed", "other"),
        ("notify@isp.example", "Hello", "X-A: b", "An error? Dial, d@isp.example, us.", "other"),
        ("karen@isp.example", "Re: x", "Return-Path: <>", "I returned. Ask, a@b.example, now.",
         "other"),
        ("parcels@a.example", "Delivery failed", "X-A: b", "No delivery:\nx@b.example", "other"),
        ("rosa@a.example", "Hello", "X-A: b", f"<{TO}>: failed, 550 5.1.1 no", "other"),
        ("rosa@a.example", "Delivery failed", "X-A: b", "It failed: 550 5.1.1", "other"),
        ("rosa@a.example", "Delivery failed", "X-A: b", f"<{TO}> user unknown", "bounce"),
        ("rosa@a.example", "Re: Delivery failed", "X-A: b", f"<{TO}> user unknown", "reply"),
        ("rosa@a.example", "Out of office", "Return-Path: <>", f"<{TO}> failed 550", "auto_reply"),
        ("rosa@a.example", "x", f"X-Failed-Recipients: {TO}", "It was returned.", "bounce"),
    ],
)  # fmt: skip
def test_who_may_send_a_bounce(sender, subject, field, words, kind):
    assert sort_mail(notice(words, field, sender=sender, subject=subject)).kind == kind


def test_a_bounce_without_sender_is_one():
    raw = f"Subject: Returned mail\nReturn-Path: <>\n\n<{TO}>: no such user".encode()
    assert sort_mail(raw).recipients == (TO,)


def test_recipients_are_bounded():
    words = "".join(f"<k{number}@o.example>: user unknown\n" for number in range(300))
    assert len(sort_mail(notice(words)).recipients) == 100
