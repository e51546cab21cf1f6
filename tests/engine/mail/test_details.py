"""Headers, charsets, parts and dates as mail programs write them, right or wrong."""

import base64
from datetime import UTC, datetime, timedelta, timezone

import pytest

from whoelse.engine.mail import Limits, sort_mail


def mail(*lines, body="x"):
    return ("\n".join(["Message-ID: <m@a.example>", *lines]) + "\n\n" + body).encode()


@pytest.mark.parametrize(
    ("field", "address", "name"),
    [
        ("Karen Liu <karen@orbital.example>", "karen@orbital.example", "Karen Liu"),
        ('"Liu, Karen" <karen@orbital.example>', "karen@orbital.example", "Liu, Karen"),
        ('"Karen \\"K\\" Liu" <k@orbital.example>', "k@orbital.example", "Karen 'K' Liu"),
        ("karen@orbital.example (Karen Liu)", "karen@orbital.example", "Karen Liu"),
        ("<karen@orbital.example>", "karen@orbital.example", ""),
        ("karen@orbital.example", "karen@orbital.example", ""),
        ("=?utf-8?b?Wm/DqyBMaXU=?= <z@a.example>", "z@a.example", "Zoë Liu"),
        ("=?iso-8859-1?q?Zo=EB?= =?iso-8859-1?q?_Liu?= <z@a.example>", "z@a.example", "Zoë Liu"),
        ("=?utf-8?b?A?= <z@a.example>", "z@a.example", "=?utf-8?b?A?="),
        ("Jürg <jürg@bücher.example>", "jürg@bücher.example", "Jürg"),
        ("o'brien@a.example", "o'brien@a.example", ""),
        ("Undisclosed", "", "Undisclosed"),
        ("Nobody <nobody>", "", "Nobody"),
    ],
)
def test_who_wrote(field, address, name):
    found = sort_mail(mail(f"From: {field}"))
    assert (found.from_address, found.from_name) == (address, name)


@pytest.mark.parametrize(
    ("field", "at"),
    [
        ("Mon, 2 Nov 2026 10:00:00 -0500", datetime(2026, 11, 2, 15, tzinfo=UTC)),
        ("2 Nov 2026 10:00 +0000", datetime(2026, 11, 2, 10, tzinfo=UTC)),
        ("Mon, 2 Nov 2026 10:00:00 -0000", datetime(2026, 11, 2, 10, tzinfo=UTC)),
        (
            "Mon, 2 Nov 2026 10:00:00 +0530 (IST)",
            datetime(2026, 11, 2, 10, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        ),
        ("next week", None),
        ("Mon, 99 Nov 99999 99:99:99 +9999", None),
        ("", None),
    ],
)
def test_when_it_was_sent(field, at):
    assert sort_mail(mail("From: a@b.example", f"Date: {field}")).sent_at == at


def test_identifiers_are_read_with_and_without_brackets():
    found = sort_mail(
        mail(
            "From: a@b.example",
            "In-Reply-To: Message from a of Monday <q1@a.example>",
            "References: r1@a.example, r2@a.example",
        )
    )
    assert found.in_reply_to == ("q1@a.example",)
    assert found.references == ("r1@a.example", "r2@a.example")


def test_the_newest_of_many_references_are_kept():
    many = " ".join(f"<r{number}@a.example>" for number in range(150))
    found = sort_mail(mail("From: a@b.example", f"References: {many}"))
    assert found.references == tuple(f"r{number}@a.example" for number in range(50, 150))
    assert found.truncated


@pytest.mark.parametrize(
    ("declared", "data", "text"),
    [
        ("utf-8", "Zoë".encode(), "Zoë"),
        ("us-ascii", "Zoë".encode(), "Zoë"),
        ("utf-8", "Zoë".encode("latin-1"), "Zoë"),
        ("iso-8859-1", "Zoë".encode(), "Zoë"),
        ("iso-8859-1", "“Zoë”".encode("cp1252"), "“Zoë”"),
        ("iso-8859-2", "Łódź".encode("iso-8859-2"), "Łódź"),
        ("utf-16", "Zoë".encode("utf-16"), "Zoë"),
        ("utf-16", b"Zoe", "Zoe"),
        ("iso-2022-jp", "佐藤".encode("iso-2022-jp"), "佐藤"),
        ("x-unheard-of", "Zoë".encode(), "Zoë"),
        ("utf-99", "Zoë".encode(), "Zoë"),
        ("cp037x", b"Zoe", "Zoe"),
        ("hex", b"5a", "5a"),
        ("gb2312", "您好".encode("gbk"), "您好"),
        ("utf-8", b"a\xff\x00b\xe2\x80\xaec", "aÿbâ€®c"),
        ("koi8-r", "Да".encode("koi8-r"), "Да"),
    ],
)
def test_a_text_is_read_whatever_charset_is_said(declared, data, text):
    head = mail("From: a@b.example", f"Content-Type: text/plain; charset={declared}", body="")
    assert sort_mail(head + data).reply_text == text


def test_the_charset_of_a_parameter_may_be_written_in_pieces():
    head = mail("From: a@b.example", "Content-Type: text/plain; charset*0=koi8; charset*1=-r;",
                "  name*=utf-8''x%20y", body="")  # fmt: skip
    assert sort_mail(head + "Да".encode("koi8-r")).reply_text == "Да"


@pytest.mark.parametrize(
    ("encoded", "text"),
    [
        (base64.b64encode(b"Yes, gladly."), "Yes, gladly."),
        (b"WWVz\r\nLCBnbGFkbHku!!!", "Yes, gladly."),
        (b"WWVzLCBnbGFkbHk", "Yes, gladly"),
        (b"WWVzL", "Yes"),
        (b"????", ""),
    ],
)
def test_base64_is_read_as_far_as_it_goes(encoded, text):
    head = mail("From: a@b.example", "Content-Transfer-Encoding: base64", body="")
    assert sort_mail(head + encoded).reply_text == text


def test_flowed_text_is_joined_and_spaces_go_where_asked():
    head = mail("From: a@b.example", "Content-Type: text/plain; format=flowed; delsp=yes", body="")
    body = b"Vor \n mit\n> quo \n> ted\n>> deeper \n> less\nAfter \n-- \nsig "
    assert sort_mail(head + body).reply_text == "Vormit\n\nAfter"


def test_a_message_without_header_is_all_text():
    assert sort_mail(b"\n\nOne: two\nthree").reply_text == "One: two\nthree"
    assert sort_mail(b"From nobody Mon\nSubject: Hi\n\nText").subject == "Hi"


def test_attachments_are_no_text():
    body = (
        "--q\nContent-Type: text/plain\n\nMine.\n--q\nContent-Type: text/plain\n"
        "Content-Disposition: attachment; filename=a.txt\n\nNot mine.\n--q--\nafter"
    )
    raw = mail("From: a@b.example", 'Content-Type: multipart/mixed; boundary="q"', body=body)
    assert sort_mail(raw).reply_text == "Mine."


def test_a_multipart_whose_boundary_never_comes_is_empty():
    raw = mail("From: a@b.example", "Content-Type: multipart/mixed; boundary=q", body="Text")
    assert sort_mail(raw).reply_text == ""


def test_parts_of_a_digest_are_messages():
    body = "--q\n\nSubject: one\n\ntext\n--q--"
    raw = mail("From: a@b.example", "Content-Type: multipart/digest; boundary=q", body=body)
    assert sort_mail(raw).reply_text == ""


def test_calendars_are_handed_on_up_to_a_limit():
    part = "--q\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n"
    raw = mail("From: a@b.example", "Content-Type: multipart/mixed; boundary=q", body=part * 3)
    found = sort_mail(raw, limits=Limits(max_calendars=2))
    assert found.calendars == (b"BEGIN:VCALENDAR", b"BEGIN:VCALENDAR")
    assert found.truncated
    assert sort_mail(raw, limits=Limits(max_calendar=3)).calendars == ()


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One</p><p>Two &amp; <b>three</b></p>", "One\n\nTwo & three"),
        ("One<br>Two<br><br>Three", "One\nTwo\n\nThree"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("<head><title>no</title><body>yes</body>", "yes"),
        ("<style>p { }</style>yes<script>no</script>", "yes"),
        ("<div style='display:none'>no<div>no</div></div>yes", "yes"),
        ("a <!-- no --> b<!-- open", "a b"),
        ("1 < 2 &#8364; &#x20ac; &#99999999999; &#xd800;&#x202e;", "1 < 2 € € \ufffd \ufffd"),
        ("yes<blockquote>no<blockquote>no</blockquote>no</blockquote>yes", "yes\n\nyes"),
        ('<blockquote style="border: none">mine</blockquote>', "mine"),
        ("a<div class=yahoo_quoted><div>no</div></div>b", "a\n\nb"),
        ('<a title="x > y">link</a>', "link"),
        ("<![if x]>yes</x y>", "yes"),
        ("</p>yes", "yes"),
    ],
)
def test_pages_become_text(page, text):
    raw = mail("From: a@b.example", "Content-Type: text/html; charset=utf-8", body=page)
    assert sort_mail(raw).reply_text == text
