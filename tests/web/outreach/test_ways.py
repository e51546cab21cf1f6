"""The mailto link and the file, read back; names and subjects come from anywhere."""

import email
from email import policy
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.outreach.models import Message
from whoelse.web.outreach.ways import eml_file, mailto, one_line

HOSTILE = [
    "Hello\r\nBcc: everyone@bad.example",
    "Hello\nX-Evil: 1\n\n<script>",
    "Hello\x0bBcc: x@bad.example\x85\u2028To: y@bad.example",
    "Hello\x00there",
    '"quoted" <bad@bad.example>, second@bad.example',
]
SCRIPTS = [
    "Vraag: één vraag 🔭",
    "שאלה על העבודה שלך",
    "سؤال عن عملك",
    "お仕事についての質問",
    "Ω" * 190,
]


def message(*, subject="Your work", body="Dear Imre,\n\nCould we talk?", **fields):
    student = Student(
        full_name=fields.get("sender", "Ana Brandt"),
        email=fields.get("sender_email", "ana@norhaven.example"),
    )
    contact = Contact(
        student=student,
        full_name=fields.get("name", "Imre Sandoval"),
        email=fields.get("address", "imre@home.example"),
    )
    return Message(student=student, contact=contact, subject=subject, body=body)


def read(file):
    return email.message_from_bytes(file, policy=policy.default)


def test_eml_opens_as_a_message_to_send():
    mail = read(eml_file(message()))

    assert dict(mail.items()) == {
        "X-Unsent": "1",
        "From": "Ana Brandt <ana@norhaven.example>",
        "To": "Imre Sandoval <imre@home.example>",
        "Subject": "Your work",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "7bit",
        "MIME-Version": "1.0",
    }
    assert mail.get_content().splitlines() == ["Dear Imre,", "", "Could we talk?"]


def test_eml_has_crlf_and_short_lines():
    file = eml_file(message(body="Ж" * 5_000 + "\n" + "a" * 5_000, subject="é" * 200))

    assert b"\n" not in file.replace(b"\r\n", b"")
    assert max(map(len, file.split(b"\r\n"))) <= 998


def test_eml_leaves_out_addresses_that_are_not_known():
    mail = read(eml_file(message(sender_email="", address="")))

    assert (mail["From"], mail["To"]) == (None, None)


@pytest.mark.parametrize("text", SCRIPTS)
def test_eml_and_link_are_right_in_any_script(text):
    row = message(subject=text, body=f"{text}\n\n{text}", name=text[:20], sender=text[:20])

    mail = read(eml_file(row))
    query = parse_qs(urlsplit(mailto(row)).query)

    assert mail["Subject"] == text
    assert mail.get_content().splitlines() == [text, "", text]
    assert mail["To"].addresses[0].display_name == text[:20].rstrip()
    assert query == {"subject": [text], "body": [f"{text}\r\n\r\n{text}"]}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_begins_a_header(text):
    row = message(subject=text, name=text, sender=text, body=text)

    mail = read(eml_file(row))

    assert sorted(mail.keys()) == [
        "Content-Transfer-Encoding",
        "Content-Type",
        "From",
        "MIME-Version",
        "Subject",
        "To",
        "X-Unsent",
    ]
    assert mail["Subject"] == one_line(text)
    assert [a.addr_spec for a in mail["To"].addresses] == ["imre@home.example"]
    assert [a.addr_spec for a in mail["From"].addresses] == ["ana@norhaven.example"]


@pytest.mark.parametrize("text", [*HOSTILE, "a&bcc=evil@bad.example", "?to=x%0ABcc:y", "#&=+%"])
def test_no_text_begins_a_part_of_the_link(text):
    link = urlsplit(mailto(message(subject=text, body=text)))

    assert (link.scheme, link.path) == ("mailto", "imre@home.example")
    assert [part.partition("=")[0] for part in link.query.split("&")] == ["subject", "body"]
    assert unquote(link.query.partition("&")[0].partition("=")[2]) == one_line(text)


def test_half_characters_do_not_break_the_file():
    row = message(subject="a\ud800b", body="c\udfffd")

    assert read(eml_file(row))["Subject"] == "a?b"
    assert "body=c%3Fd" in mailto(row)


def test_host_in_another_script_is_written_as_mail_does():
    row = message(address="imre@bücher.example")

    assert mailto(row).startswith("mailto:imre@xn--bcher-kva.example?")
    assert read(eml_file(row))["To"].addresses[0].addr_spec == "imre@xn--bcher-kva.example"


def test_strange_address_stays_in_its_place():
    link = mailto(message(address="a+b?c=d&e@home.example"))

    assert urlsplit(link).path == "a%2Bb%3Fc%3Dd%26e@home.example"
