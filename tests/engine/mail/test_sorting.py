"""What a message is, one short message for each kind."""

from datetime import UTC, datetime

from whoelse.engine.mail import SortedMail, sort_mail


def test_a_reply_tells_who_wrote_what_and_which_message_it_answers():
    raw = (
        b"From: =?utf-8?q?Zo=C3=AB_Liu?= <zoe@firm.example>\r\n"
        b"To: maya@campus.example\r\n"
        b"Subject: Re: A question\r\n"
        b"Date: Mon, 2 Nov 2026 10:00:00 -0500\r\n"
        b"Message-ID: <r1@firm.example>\r\n"
        b"In-Reply-To: <q1@whoelse.example>\r\n"
        b"References: <q0@whoelse.example>\r\n <q1@whoelse.example>\r\n"
        b"\r\n"
        b"Happy to talk. Tuesday at 10?\r\n\r\nOn Sun, Nov 1, 2026 at 9:00 AM Maya\r\n"
        b"<maya@campus.example> wrote:\r\n> May I ask you something?\r\n"
    )
    assert sort_mail(raw) == SortedMail(
        kind="reply",
        message_id="r1@firm.example",
        in_reply_to=("q1@whoelse.example",),
        references=("q0@whoelse.example", "q1@whoelse.example"),
        from_address="zoe@firm.example",
        from_name="Zoë Liu",
        subject="Re: A question",
        sent_at=datetime(2026, 11, 2, 15, tzinfo=UTC),
        reply_text="Happy to talk. Tuesday at 10?",
    )


def test_nothing_is_other():
    assert sort_mail(b"") == SortedMail("other")
