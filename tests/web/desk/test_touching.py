"""Who was talked with hears what became of the advice, and news every four months at most."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.factories import NOW, make_contact, make_interview, make_message
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.desk import bridge
from whoelse.web.discoveries import actions
from whoelse.web.outreach.models import Reply

PATH = reverse("desk:touching")
LONG_AGO = NOW - timedelta(days=200)


def due(student):
    """What Today has to say to people, with the reason."""
    day = bridge.day_of(student, now=NOW)
    kinds = ("keep_in_touch", "report_advice")
    return [(d.kind.value, d.why) for d in day.duties if d.kind.value in kinds]


@pytest.fixture
def held(ana):
    contact = make_contact(ana, "Lucia Ferrante", stage="held")
    return make_interview(contact, held_at=LONG_AGO, written_up_at=LONG_AGO, thanked_at=LONG_AGO)


def test_without_news_nobody_is_written_to(ana, held):
    assert due(ana) == []


def test_a_new_answer_is_news_after_four_months(ana, held):
    ana.answers.create(text="Physics with people.", written_at=NOW - timedelta(days=1))

    ((kind, why),) = due(ana)

    assert kind == "keep_in_touch"
    assert "News since then: a new answer to what you want to do." in why


def test_a_stand_is_news_and_a_word_since_then_is_the_last_one(ana, held):
    actions.take_stand(
        ana,
        occupation="actuary",
        name="Actuary",
        standing="ruled_out",
        because="the exams",
        at=NOW - timedelta(days=150),
    )
    assert "News since then: Actuary: ruled out, because the exams." in due(ana)[0][1]

    make_message(held.contact, kind="keep_in_touch", sent_at=NOW - timedelta(days=140))
    assert due(ana) == []  # it was told


def test_after_two_silences_no_more(ana, held):
    for days in (190, 150):
        make_message(held.contact, kind="keep_in_touch", sent_at=NOW - timedelta(days=days))
    ana.answers.create(text="Physics with people.", written_at=NOW)
    assert due(ana) == []

    message = make_message(held.contact, kind="report_back", sent_at=NOW - timedelta(days=149))
    Reply.objects.create(message=message, came="yes", came_at=NOW - timedelta(days=148))
    assert len(due(ana)) == 1  # an answer begins anew


def test_used_advice_is_reported_once(ana, held):
    action = actions.plan_action(ana, text="Take Stat 340", interview=held, at=LONG_AGO)
    actions.finish_action(action, is_done=True, at=NOW - timedelta(days=1))

    ((kind, why),) = due(ana)
    assert (kind, why) == ("report_advice", "You did it yesterday: Take Stat 340")

    make_message(held.contact, kind="report_back", sent_at=NOW)
    assert due(ana) == []


def test_whoever_must_not_be_contacted_is_left_alone(ana, held):
    action = actions.plan_action(ana, text="Take Stat 340", interview=held, at=LONG_AGO)
    actions.finish_action(action, is_done=True, at=NOW)
    record_do_not_contact(held.contact, reason="", asked_by_them=True, at=NOW)

    assert due(ana) == []


def silent(student, count):
    """So many people who last heard from the student long ago, the first one before the others."""
    for number in range(count):
        then = LONG_AGO - timedelta(days=count - number)
        contact = make_contact(student, f"Person {number:02}", stage="held")
        make_interview(
            contact, held_at=then, written_up_at=then, thanked_at=then, said=f"Said {number}"
        )
    student.answers.create(text="Physics with people.", written_at=NOW)


def test_today_names_two_and_leads_to_all(as_ana, ana):
    silent(ana, 5)

    day = bridge.day_of(ana, now=NOW)
    names = [d.what for d in day.duties if d.kind == "keep_in_touch"]
    assert (names, day.news_for_more) == (
        ["Tell Person 00 your news", "Tell Person 01 your news"],
        3,
    )
    assert f'href="{PATH}">3 more could hear your news' in as_ana.get("/").text
    page = as_ana.get(PATH)
    told = [waiting.talk.contact.full_name for waiting in page.context["page"]]
    assert told == [f"Person {number:02}" for number in range(5)]
    assert "“Said 4”" in page.text
    assert f"/messages/to/{ana.contacts.first().public_id}/keep_in_touch/" in page.text


def test_whoever_hears_of_the_advice_is_no_one_to_tell_news(as_ana, ana, held):
    ana.answers.create(text="Physics with people.", written_at=NOW)
    assert len(as_ana.get(PATH).context["page"]) == 1
    assert "more could hear" not in as_ana.get("/").text

    action = actions.plan_action(ana, text="Take Stat 340", interview=held, at=LONG_AGO)
    actions.finish_action(action, is_done=True, at=NOW)
    assert "Nobody waits for news." in as_ana.get(PATH).text


def test_nobody_blocked_and_nobody_of_another_student_is_listed(as_ana, as_dora, ana, held):
    ana.answers.create(text="Physics with people.", written_at=NOW)
    assert "Lucia Ferrante" not in as_dora.get(PATH).text

    record_do_not_contact(held.contact, reason="", asked_by_them=True, at=NOW)
    assert "Lucia Ferrante" not in as_ana.get(PATH).text


def test_the_list_has_pages_and_asks_the_database_the_same_for_one_and_for_many(
    as_ana, ana, django_assert_num_queries, django_assert_max_num_queries
):
    silent(ana, 1)
    with django_assert_max_num_queries(20) as first:
        as_ana.get(PATH)
    silent(ana, 27)
    with django_assert_num_queries(len(first)):
        page = as_ana.get(PATH)
    assert (len(page.context["page"]), page.context["page"].paginator.count) == (25, 28)
    assert len(as_ana.get(PATH, {"page": "2"}).context["page"]) == 3


def test_today_leads_to_the_letter(as_ana, ana, held):
    action = actions.plan_action(ana, text="Take Stat 340", interview=held, at=LONG_AGO)
    actions.finish_action(action, is_done=True, at=NOW)

    page = as_ana.get("/").content.decode()

    assert f"/messages/to/{held.contact.public_id}/report_back/" in page
