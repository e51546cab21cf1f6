"""Letters as bytes: what was written is what is read, and no text becomes a header."""

import email
import re
from email import policy

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import NOW
from whoelse.web.mail.letters import (
    LONGEST_THREAD,
    Letter,
    bytes_of,
    flowed,
    new_message_id,
    one_line,
    thread_of,
)

HEADERS = ["Date", "From", "To", "Message-ID", "Subject", "MIME-Version"]
ANY = st.text(max_size=300)


def letter(**fields):
    given_fields = {
        "message_id": "one@norhaven.example",
        "from_name": "Ana Brandt",
        "from_address": "ana@norhaven.example",
        "to_name": "Imre Sandoval",
        "to_address": "imre@orrin.example",
        "subject": "Your work",
        "body": "Dear Imre,\n\nCould we talk?",
        "written_at": NOW,
    }
    return Letter(**(given_fields | fields))


def read(content):
    return email.message_from_bytes(content, policy=policy.default)


def unflowed(text):
    """What a mail program makes of flowed lines (RFC 3676)."""
    lines, open_line = [], ""
    for line in text.replace("\r\n", "\n").removesuffix("\n").split("\n"):
        plain = line.removeprefix(" ")
        if plain.endswith(" ") and plain != "-- ":
            open_line += plain
        else:
            lines.append(open_line + plain)
            open_line = ""
    return "\n".join([*lines, *([open_line] if open_line else [])])


@settings(deadline=None, max_examples=300)
@given(name=ANY, other=ANY, subject=ANY, body=ANY)
def test_no_text_becomes_a_header_and_every_script_arrives(name, other, subject, body):
    content = bytes_of(letter(from_name=name, to_name=other, subject=subject, body=body))
    mail = read(content)

    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert [k for k in mail if k in HEADERS] == HEADERS
    assert set(mail.keys()) - set(HEADERS) <= {
        "Content-Type",
        "Content-Transfer-Encoding",
    }
    assert [a.addr_spec for a in mail["From"].addresses] == ["ana@norhaven.example"]
    assert [a.addr_spec for a in mail["To"].addresses] == ["imre@orrin.example"]
    assert str(mail["Subject"]).split() == one_line(subject).split()


@settings(deadline=None, max_examples=300)
@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.just("\n"), max_size=800))
def test_flowed_text_is_joined_to_what_was_written(text):
    written = "\n".join(line.rstrip(" ") for line in text.strip("\n").split("\n"))

    assert unflowed(flowed(text)) == written


@settings(deadline=None)
@given(st.text("ab >.\nF rom-", max_size=400))
def test_flowed_lines_are_short_and_stuffed(text):
    for line in flowed(text).split("\n"):
        assert len(line) <= 78 or " " not in line.strip()
        assert not line.startswith((">", "From "))


def test_names_in_other_scripts_are_read_as_they_are():
    names = ["Łukasz Żółty", "محمد علي", "山田 太郎", 'Jörg, der "Große" <x@y.example>']

    shown = [read(bytes_of(letter(to_name=name)))["To"].addresses[0] for name in names]

    assert [each.display_name for each in shown] == names
    assert {each.addr_spec for each in shown} == {"imre@orrin.example"}


def test_a_letter_is_plain_text_that_flows_and_tracks_nobody():
    content = bytes_of(letter(body="Guten Tag, wie geht’s? " * 20))
    mail = read(content)

    assert mail.get_content_type() == "text/plain"
    assert mail["Content-Type"].params["format"] == "flowed"
    assert mail["Content-Type"].params["charset"] == "utf-8"
    assert not re.search(rb"(?i)html|http|x-mailer|user-agent|disposition-notification", content)


def test_addresses_are_bare_whatever_they_hold():
    mail = read(bytes_of(letter(to_address="imre@orrin.example>\r\nBcc: <eve@evil.example")))

    assert "Bcc" not in mail
    assert len(mail["To"].addresses) == 1


def test_an_address_beyond_ascii_is_written_as_it_is():
    content = bytes_of(letter(to_address="imré@orrin.example", to_name="Imré"))

    assert "imré@orrin.example".encode() in content


def test_an_answer_names_its_thread():
    mail = read(bytes_of(letter(references=("first@x.example", "second@x.example"))))

    assert mail["In-Reply-To"] == "<second@x.example>"
    assert str(mail["References"]).split() == ["<first@x.example>", "<second@x.example>"]


def test_a_thread_is_not_endless():
    parents = tuple(f"{n}@x.example" for n in range(50))

    thread = thread_of(parents, "new@x.example")

    assert (len(thread), thread[0], thread[-1]) == (LONGEST_THREAD, "0@x.example", "new@x.example")


def test_an_invitation_is_a_part_and_a_file():
    calendar = b"BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nSUMMARY:Gespr\xc3\xa4ch\r\nEND:VCALENDAR\r\n"
    mail = read(bytes_of(letter(calendar=calendar)))

    parts = {part.get_content_type(): part for part in mail.walk() if not part.is_multipart()}
    assert list(parts) == ["text/plain", "text/calendar", "application/ics"]
    assert parts["text/calendar"]["Content-Type"].params["method"] == "CANCEL"
    shown = parts["text/calendar"].get_payload(decode=True).replace(b"\r\n", b"\n")
    assert shown == calendar.replace(b"\r\n", b"\n")
    assert parts["application/ics"].get_payload(decode=True) == calendar
    assert parts["application/ics"].get_filename() == "invitation.ics"


def test_message_ids_are_new_and_in_the_domain_of_the_sender():
    ids = {new_message_id("ana@bücher.example") for _ in range(100)}

    assert len(ids) == 100
    assert {each.partition("@")[2] for each in ids} == {"xn--bcher-kva.example"}
