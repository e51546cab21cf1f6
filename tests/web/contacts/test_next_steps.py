"""What a person's page offers next, by stage, permission and history."""

import pytest

from tests.factories import NOW, make_contact, make_interview, make_message, make_referral
from whoelse.web.activity.models import Entry
from whoelse.web.contacts import actions, queries
from whoelse.web.contacts.introductions import chain_to
from whoelse.web.contacts.next_steps import next_with


def offered(contact, *paths):
    entries = [Entry(path=path) for path in paths]
    following = next_with(contact, entries, list(queries.referrals_to(contact)))
    words = [(step.words, step.path, step.is_first) for step in following.steps]
    return words, following.note


def test_somebody_new_gets_a_request(ana):
    contact = make_contact(ana)
    key = contact.public_id

    assert offered(contact) == (
        [
            ("Agree a time", f"/interviews/with/{key}/agree/", False),
            ("Draft a request", f"/messages/to/{key}/request/", True),
        ],
        "",
    )


@pytest.mark.parametrize(
    ("permission", "is_first", "note"),
    [
        ("may_use_name", True, "You may use the name of Dr. Okafor."),
        (
            "will_introduce",
            False,
            "Dr. Okafor will introduce you, so wait for that mail, then write.",
        ),
        (
            "ask_first",
            False,
            "Dr. Okafor wants to ask first. Write when you hear that it is all right.",
        ),
    ],
)
def test_somebody_named_gets_an_introduction_as_permitted(ana, permission, is_first, note):
    contact = make_contact(ana)
    referrer = make_contact(ana, "Samuel Okafor", honorific="Dr.")
    make_referral(referrer, contact, permission=permission)

    words, told = offered(contact)

    path = f"/messages/to/{contact.public_id}/referral_intro/"
    assert words[1] == ("Draft a request", path, is_first)
    assert told == note


def test_after_asking_the_newest_message_takes_the_answer(ana):
    contact = make_contact(ana, stage="asked")
    message = make_message(contact, sent_at=NOW)

    words, _ = offered(contact, "/people/", f"/messages/{message.public_id}/", "/not/there/")

    assert words[1] == ("Record what came back", f"/messages/{message.public_id}/", True)
    assert [word for word, _, _ in offered(contact)[0]] == ["Agree a time"]


def test_before_and_after_talking_the_interview_is_one_click_away(ana):
    contact = make_contact(ana, stage="scheduled")
    interview = make_interview(contact).public_id
    path = f"/interviews/{interview}/prepare/"

    assert [step[:2] for step in offered(contact, path)[0]] == [
        ("Open the room", f"/interviews/room/{interview}/"),
        ("Prepare", path),
    ]
    contact.stage = "held"
    assert offered(contact, path)[0][-1] == (
        "Write up the interview",
        f"/interviews/{interview}/write-up/",
        True,
    )


def test_after_talking_what_was_done_is_not_asked_for_again(ana):
    contact = make_contact(ana, stage="held")
    path = f"/interviews/{make_interview(contact).public_id}/write-up/"

    def buttons(*verbs):
        entries = [Entry(verb=verb, path=path) for verb in verbs]
        return [(step.words, step.is_first) for step in next_with(contact, entries, []).steps]

    told = ("Tell what came of it", False)
    assert buttons("wrote_up", "held_interview") == [
        ("Say thank you", True),
        told,
        ("What you learned", False),
    ]
    assert buttons("sent_thanks", "wrote_up", "held_interview") == [
        told,
        ("What you learned", False),
    ]
    assert buttons("held_interview", "sent_thanks", "wrote_up", "held_interview") == [
        ("Say thank you", False),
        told,
        ("Write up the interview", True),
    ]


def test_a_no_is_final_and_a_block_is_silent(ana):
    contact = make_contact(ana, stage="no")
    assert offered(contact)[0] == []

    actions.record_do_not_contact(contact, reason="", asked_by_them=True, at=NOW)
    assert offered(contact) == ([], "")


def test_the_chain_goes_back_to_the_student(ana):
    first, second, third = (make_contact(ana, name) for name in ("First", "Second", "Third"))
    one, two = make_referral(first, second), make_referral(second, third)

    assert [(link.contact, link.named, link.named_by) for link in chain_to(third)] == [
        (first, one, None),
        (second, two, one),
        (third, None, two),
    ]


def test_a_circle_of_introductions_ends(ana):
    first, second = make_contact(ana, "First"), make_contact(ana, "Second")
    make_referral(first, second)
    make_referral(second, first)

    assert [link.contact for link in chain_to(second)] == [first, second]


def test_who_named_somebody_first_stands_in_the_chain(ana):
    early, late, named = (make_contact(ana, name) for name in ("Early", "Late", "Named"))
    make_referral(late, named, named_at=NOW)
    make_referral(early, named, named_at=NOW.replace(year=2025))

    assert [link.contact for link in chain_to(named)] == [early, named]


def test_only_family_friends_and_people_met_need_no_introduction(ana):
    near = {
        circle: chain_to(make_contact(ana, circle, circle=circle))[0].is_near
        for circle in ("known", "met", "alumni", "cold", "referred")
    }

    assert near == {
        "known": True,
        "met": True,
        "alumni": False,
        "cold": False,
        "referred": False,
    }
