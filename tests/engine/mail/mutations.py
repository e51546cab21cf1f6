"""Golden mail made bad at random, and what must hold of whatever is made of it."""

import json
from dataclasses import asdict, replace
from random import Random
from unicodedata import category

from tests.golden.mail import HALVES, load
from whoelse.engine.mail import Limits, SortedMail, sort_mail

SEEDS = [example.raw for half in HALVES for example in load(half)]
KINDS = {"reply", "bounce", "auto_reply", "feedback", "other"}
SMALL = Limits(
    max_bytes=3_000, max_parts=5, max_depth=2, max_header_bytes=900, max_fields=9, max_field=90,
    max_text=400, max_lines=12, max_html=500, max_ids=2, max_recipients=2, max_calendars=1,
    max_calendar=120, max_reply=80,
)  # fmt: skip
PIECES = [
    b"\n\n", b"\r\n", b"\r", b"\0", b"--", b"\n--b19\n", b"=?utf-8?b?", b"?=", b"=?x?q?=ff?=", b"=",
    b"Content-Type: multipart/mixed; boundary=b19\n", b"Content-Type: text/html\n\n", b"\xff\xfe",
    b"Content-Transfer-Encoding: base64\n", b"Content-Type: message/rfc822\n\n", b"charset=utf-7;",
    b"Content-Type: message/delivery-status\n\n", b"Final-Recipient: rfc822;", b"Action: failed\n",
    b"<blockquote>", b"</blockquote>", b"<!--", b"-->", b"<style>", b"&#99999999999;", b"&#xd800;",
    b"\xed\xa0\x80", "\u202e".encode(), b"> ", b">" * 300, b"On 1/1/2026 10:10 a@b.e wrote:\n",
    b"From: x\nSent: y\nTo: z\n", b"-- \n", b"Sent from my iPhone\n", b"(" * 200, b'"', b"<" * 200,
    b"Date: Mon, 99 Foo 99999 99:99:99 +9999\n", b"References: <a@b> <c@d>\n", b"@", b"a@b.c ",
    b"550 5.1.1 ", b"A message that you sent could not be delivered\n", b"charset=utf-16;", b" \n",
]  # fmt: skip


def mutated(data: bytes, random: Random) -> bytes:
    """Return `data` after one to eight random changes."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        start, end = sorted(random.randrange(len(changed) + 1) for _ in range(2))
        end = min(end, start + random.choice((1, 4, 40, 4000)))
        match random.randrange(8):
            case 0:
                del changed[start:end]
            case 1:
                changed[start:start] = changed[start:end]
            case 2:
                changed[start:start] = random.choice(PIECES)
            case 3:
                changed[start:end] = random.choice(PIECES)
            case 4:
                changed[start:end] = random.randbytes(end - start)
            case 5:
                changed[start:end] = random.choice(PIECES) * random.randrange(1, 60)
            case 6:
                other = random.choice(SEEDS)
                changed[start:end] = other[len(other) // 3 : len(other) // 3 + 400]
            case _:
                changed[start : start + 1] = bytes([random.randrange(256)])
    return bytes(changed)


def check(data: bytes, limits: Limits | None = None) -> SortedMail:
    """Sort `data` and raise AssertionError if the answer does not hold."""
    limits = limits or Limits()
    found = sort_mail(data, limits=limits)
    assert found.kind in KINDS
    assert found.permanent is None or found.kind == "bounce"
    assert not found.recipients or found.kind in ("bounce", "feedback")
    assert len(found.recipients) <= limits.max_recipients
    assert len(found.references) <= limits.max_ids
    assert len(found.calendars) <= limits.max_calendars
    assert len(found.reply_text) <= limits.max_reply
    assert found.sent_at is None or found.sent_at.tzinfo is not None
    # Fits into a database and a page: no NUL, no lone surrogate, no control character.
    plain = replace(found, calendars=(), sent_at=None)
    text = json.dumps(asdict(plain), ensure_ascii=False)
    text.encode("utf-8")
    assert not any(category(char) in ("Cc", "Cs") for char in text)
    assert "\\u00" not in text
    return found
