"""The quoted replies that others collected: what of each is new.

The folder has no table of answers; what is new was read out of the messages by hand. They are
texts without a header and are given one.
"""

import pytest

from tests.conftest import SHARED_DATA
from whoelse.engine.mail import sort_mail

DATA = SHARED_DATA / "mail" / "email_reply_parser" / "emails"
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the folder ../shared/data with others' replies is missing"
)
HEADER = b"From: ann@example.com\nSubject: Re: it\nContent-Type: text/plain; charset=utf-8\n\n"
SAME = "Here is another email"
# The first and last words of what is new, and the number of its words.
EXPECTED = {
    "correct_sig": ("this is an email with a correct", "-- signature.", 9),
    "email_1_1": ("Hi folks", "using the Java HTTP API.", 28),
    "email_1_2": (
        "Hi,",
        'delete all\nthe keys in a bucket, you’ll need to delete them all individually."',
        111,
    ),
    "email_1_3": ("Oh thanks.", "the function would be great.", 8),
    "email_1_5": ("One: Here's what I've got.", "on and on\nfor a while.", 87),
    "email_1_8": ("I will reply under this one", "and under this.", 9),
    "email_2_1": ("Outlook with a reply", "Outlook with a reply", 4),
    "email_2_2": ("Outlook with a reply", "directly above line", 7),
    "email_2_3": ("Outlook with a reply", "directly above line", 7),
    "email_BlackBerry": (SAME, SAME, 4),
    "email_bullets": ("test 2 this should", "- how about bullets\n   - and another", 20),
    "email_iPhone": (SAME, SAME, 4),
    "email_multi_word_sent_from_my_mobile_device": (SAME, SAME, 4),
    "email_one_is_not_on": ("Thank, this is", "(on development), when I run...", 16),
    "email_sent_from_my_not_signature": (SAME, "much easier then my mobile phone.", 15),
    "email_sig_delimiter_in_middle_of_line": ("Hi there!", "kthxbai", 16),
    "greedy_on": ("On your remote host", "the tunnel is not working.", 29),
}


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("header", [HEADER, b""], ids=["with header", "as it is"])
def test_what_is_new_in_a_reply(name, header):
    text = sort_mail(header + (DATA / f"{name}.txt").read_bytes()).reply_text
    first, last, words = EXPECTED[name]
    assert (text[: len(first)], text[-len(last) :], len(text.split())) == (first, last, words)


def test_no_message_was_forgotten():
    assert {path.stem for path in DATA.glob("*.txt")} == EXPECTED.keys()
