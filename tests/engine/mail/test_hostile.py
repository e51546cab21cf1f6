"""Whatever is sent, sorting ends with an answer that holds, and says what it did not look at."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.mail.mutations import SEEDS, SMALL, check, mutated

HEADER = b"From: MAILER-DAEMON@isp.example\nSubject: Undelivered Mail\nReturn-Path: <>\n"
REPORT = HEADER + b"Content-Type: multipart/report; report-type=delivery-status; boundary=q\n\n"
PAGE = b"From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n"


@settings(deadline=None)
@given(st.sampled_from((b"", HEADER, HEADER + b"\n", REPORT + b"--q\n", PAGE)), st.binary())
def test_any_bytes(start, rest):
    check(start + rest)


@settings(deadline=None)
@given(st.sampled_from((b"", HEADER + b"\n", PAGE)), st.text())
def test_any_text(start, rest):
    check(start + rest.encode("utf-8", "surrogatepass"))


@settings(deadline=None)
@given(st.text(), st.sampled_from(("utf-8", "utf-16", "utf-7", "gb18030", "koi8-r", "nonsense")))
def test_any_charset(text, charset):
    head = f"From: a@b.example\nContent-Type: text/plain; charset={charset}\n\n".encode()
    check(head + text.encode("utf-8", "surrogatepass"))


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=0), st.sampled_from((None, SMALL)))
def test_golden_mail_made_bad(number, limits):
    random = Random(number)  # noqa: S311 - for tests
    check(mutated(random.choice(SEEDS), random), limits)


@pytest.mark.parametrize("seed", SEEDS, ids=range(len(SEEDS)))
def test_golden_mail_cut_anywhere(seed):
    for at in range(0, len(seed), max(1, len(seed) // 40)):
        check(seed[:at])


def nested(depth):
    lines = [
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n".encode() for n in range(depth)
    ]
    return HEADER + b"".join(lines) + b"\nx"


TOO_MUCH = {
    "deep nesting": nested(3_000),
    "thousands of parts": REPORT + b"--q\n\nx\n" * 50_000,
    "thousands of fields": HEADER + b"X-A: b\n" * 60_000,
    "one endless field": HEADER + b"References: " + b"<a@b.example> " * 50_000 + b"\n\nx",
    "a folded bomb": HEADER + b"X-A: b\n" + b" c\n" * 100_000,
    "fifty megabytes of text": HEADER + b"\n" + b"x" * 50_000_000,
    "fifty megabytes of lines": b"From: a@b.example\n\n" + b"a\n" * 25_000_000,
    "a huge attachment": REPORT + b"--q\n\nx\n--q\nContent-Type: image/png\n\n" + b"x" * 31_000_000,
    "tags": PAGE + b"<br>" * 300_000,
    "less than": PAGE + b"<" * 900_000,
    "quotes": b"From: a@b.example\n\n" + b"> a\n" * 500_000,
    "introductions": b"From: a@b.example\n\n" + b"On 2026 at 10:10 x wrote\n" * 50_000,
    "status fields": REPORT
    + b"--q\nContent-Type: message/delivery-status\n\n"
    + b"Final-Recipient: rfc822;a@b.example\nAction: failed\n\n" * 50_000,
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_is_cut_and_said(name):
    assert check(TOO_MUCH[name]).truncated


ODD = {
    "quotation marks": PAGE + b"<a b=\"'" * 50_000,
    "comments": PAGE + b"<!--" * 50_000,
    "a number": PAGE + b"&#" + b"9" * 50_000 + b";",
    "open brackets": b"From: " + b"(" * 15_000 + b"\n\nx",
    "ats": b"From: " + b"a@" * 9_000 + b"\n\nx",
    "encoded words": b"Subject: " + b"=?utf-8?q?" * 1_900 + b"\n\nx",
    "parameters": b"Content-Type: text/plain" + b'; a="' * 3_000 + b"\n\nx",
    "near delimiters": REPORT + b"--qx\n" * 500_000,
    "a line for known formats": HEADER + b"\nThe following addresses had\n" + b"<a" * 40_000,
    "charset of programs": b"Content-Type: text/plain; charset=punycode\n\n" + b"a" * 200_000,
    "dots": HEADER + b"\n" + (b"a." * 200 + b"\n") * 500,
    "codes": HEADER + b"\n" + b"5.1.1.1." * 10_000,
}


@pytest.mark.parametrize("name", ODD)
def test_odd_things_do_not_hold_it_up(name):
    assert check(ODD[name]).kind in ("bounce", "other")
