"""The page of the write-up: what it offers, that it saves whole, and where it leads."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_contact, make_interview
from whoelse.web.contacts.models import Referral
from whoelse.web.interviews import actions
from whoelse.web.interviews.models import ClarityRating
from whoelse.web.interviews.queries import questions_of


@pytest.fixture
def talk(interview):
    interview = actions.begin_interview(interview, at=timezone.now())
    core = questions_of(interview).filter(phase="core")
    for n, row in enumerate(core):
        actions.save_note(
            interview, row, text=f"line one {n}\nline two {n}", base=0, tab="a", at=timezone.now()
        )
    actions.add_mark(interview, core[0], kind="draws", at=timezone.now())
    actions.add_mark(interview, core[0], kind="title", text="Coater", at=timezone.now())
    actions.name_person(
        interview, full_name="Gil Moreau", work="metrology", permission="ask_first",
        at=timezone.now(),
    )  # fmt: skip
    return actions.end_interview(interview, at=timezone.now())


def path(talk, query=""):
    return reverse("interviews:write-up", args=[talk.public_id]) + query


def fields_of(client, talk, query=""):
    """What a browser would send back, read from the forms of the page."""
    forms = client.get(path(talk, query)).context["forms"]
    data = {"seen": forms.main["seen"].value()}
    for name in ("occupation", "surprise", "said", "clarity"):
        data[name] = forms.main[name].value()
    for formset in forms.lists:
        for field in formset.management_form:
            data[field.html_name] = field.value()
        for form in formset:
            for field in form:
                value = field.value()
                if value is not False:
                    data[field.html_name] = "" if value is None else value
    return data


def set_first(data, name, value, nth=0):
    keys = sorted(
        (key for key in data if re.fullmatch(rf"findings-\d+-{name}", key)),
        key=lambda key: int(key.split("-")[1]),
    )
    data[keys[nth]] = value
    return keys[nth]


def test_notes_stand_beside_what_they_are_about(as_ana, talk):
    context = as_ana.get(path(talk)).context

    beside = {
        line["facet"].value(): [r.sentence for r in ready] for line, ready in context["lines"]
    }
    offered = [sentence for ready in beside.values() for sentence in ready]
    assert len(offered) == len(set(offered))
    assert "line one 0" in offered
    assert "Coater" in beside["titles"]


def test_using_a_note_saves_the_page_and_puts_it_into_a_line(as_ana, talk):
    lines = as_ana.get(path(talk)).context["lines"]
    ready = next(each for _, found in lines for each in found if each.sentence == "line one 0")
    data = fields_of(as_ana, talk)
    data["surprise"] = "Dust"

    response = as_ana.post(path(talk, f"?then=stay&use={ready.id}"), data)
    page = as_ana.get(response.url)

    talk.refresh_from_db()
    assert talk.surprise == "Dust"
    assert talk.findings.count() == 0
    used = [form for form in page.context["forms"].findings if form["sentence"].value()]
    assert [(f["sentence"].value(), f["side"].value()) for f in used] == [("line one 0", "for")]


def test_all_notes_become_findings_with_one_touch(as_ana, talk):
    surprise = questions_of(talk).filter(phase="core")[1]
    actions.add_mark(talk, surprise, kind="surprise", at=timezone.now())
    first = as_ana.get(path(talk))
    count = first.context["unused"]
    assert f"Use all {count} notes" in first.text

    response = as_ana.post(path(talk, "?then=stay&use=all"), fields_of(as_ana, talk))
    page = as_ana.get(response.url)
    query = "?" + response.url.partition("?")[2]

    said = [form["sentence"].value() for form in page.context["forms"].findings]
    assert len([sentence for sentence in said if sentence]) == len(set(said) - {"", None}) == count
    assert page.context["unused"] == 0
    assert "Use all" not in page.text
    assert "autofocus" not in page.text
    assert page.context["forms"].main["surprise"].value() == "line one 1\nline two 1"
    assert talk.findings.count() == 0

    as_ana.post(path(talk), fields_of(as_ana, talk, query))

    talk.refresh_from_db()
    assert talk.surprise == "line one 1\nline two 1"
    assert talk.findings.count() == count
    assert talk.findings.filter(note=None).get().sentence == "Coater"  # a title that was heard


def test_own_words_about_the_surprise_stay(as_ana, talk):
    surprise = questions_of(talk).filter(phase="core")[1]
    actions.add_mark(talk, surprise, kind="surprise", at=timezone.now())
    data = fields_of(as_ana, talk) | {"surprise": "Dust"}

    page = as_ana.get(as_ana.post(path(talk, "?then=stay&use=all"), data).url)

    assert page.context["forms"].main["surprise"].value() == "Dust"


def test_a_line_is_struck_with_one_touch_whether_it_is_stored_or_not(as_ana, talk):
    response = as_ana.post(path(talk, "?then=stay&use=all"), fields_of(as_ana, talk))
    data = fields_of(as_ana, talk, "?" + response.url.partition("?")[2])
    unsaved = next(k for k, v in data.items() if v == "line one 0").replace("sentence", "id")
    before = len([key for key in data if key.endswith("-sentence") and data[key]])

    as_ana.post(path(talk, f"?then=stay&strike={data[unsaved]}"), data)
    assert talk.findings.count() == before - 1
    assert not talk.findings.filter(sentence="line one 0").exists()

    stored = talk.findings.get(sentence="line two 0")
    data = fields_of(as_ana, talk)
    assert f"strike={stored.public_id}" in as_ana.get(path(talk)).text
    as_ana.post(path(talk, f"?then=stay&strike={stored.public_id}"), data)
    assert talk.findings.count() == before - 2

    as_ana.post(path(talk, "?then=stay&strike=nothing"), fields_of(as_ana, talk))
    assert talk.findings.count() == before - 2


def test_a_finding_remembers_the_note_it_was_taken_from(as_ana, talk):
    lines = as_ana.get(path(talk)).context["lines"]
    ready = next(each for _, found in lines for each in found if each.sentence == "line one 0")
    response = as_ana.post(path(talk, f"?then=stay&use={ready.id}"), fields_of(as_ana, talk))
    query = "?" + response.url.partition("?")[2]

    as_ana.post(path(talk), fields_of(as_ana, talk, query))

    finding = talk.findings.get()
    assert finding.note.text.splitlines()[0] == "line one 0"
    room = reverse("interviews:room", args=[talk.public_id])
    assert finding.origin == f"{room}?q={finding.note.question.public_id}"
    assert as_ana.get(finding.origin).context["page"].text == finding.note.text


def test_a_note_of_another_talk_is_not_taken(as_ana, talk, ana):
    other = make_interview(make_contact(ana, "Somebody Else"))
    note = other.notes.create(text="Theirs", saved_at=timezone.now())
    data = fields_of(as_ana, talk)
    set_first(data, "sentence", "Half the yield is dust.")
    set_first(data, "note", str(note.public_id))

    as_ana.post(path(talk), data)

    finding = talk.findings.get()
    assert finding.note is None
    assert finding.origin == path(talk, f"#finding-{finding.public_id}")
    assert f'id="finding-{finding.public_id}"' in as_ana.get(path(talk)).text


def test_saving_leads_to_the_thank_you(as_ana, talk):
    data = fields_of(as_ana, talk)
    set_first(data, "sentence", "Half the yield is dust.")
    data["said"] = "half the yield is dust"

    response = as_ana.post(path(talk), data)

    talk.refresh_from_db()
    assert response.url == reverse("outreach:write", args=[talk.contact.public_id, "thanks"])
    assert talk.written_up_at is not None
    assert [f.sentence for f in talk.findings.all()] == ["Half the yield is dust."]
    assert Referral.objects.get().permission == "ask_first"
    assert talk.contact.messages.get().kind == "thanks"


def test_the_same_form_sent_twice_doubles_nothing(as_ana, talk):
    data = fields_of(as_ana, talk)
    set_first(data, "sentence", "Half the yield is dust.")

    as_ana.post(path(talk), data)
    as_ana.post(path(talk), data)

    assert talk.findings.count() == 1
    assert Referral.objects.count() == 1


def test_an_old_window_does_not_undo_a_newer_one(as_ana, talk):
    first = fields_of(as_ana, talk)
    key = set_first(first, "sentence", "First words.")
    as_ana.post(path(talk, "?then=stay"), first)
    old = fields_of(as_ana, talk)
    new = dict(old)
    changed = next(k for k, v in new.items() if v == "First words.")
    new[changed] = "Better words."
    new["surprise"] = "Dust"
    as_ana.post(path(talk, "?then=stay"), new)

    old["said"] = "half"
    as_ana.post(path(talk, "?then=stay"), old)

    talk.refresh_from_db()
    assert key.startswith("findings-")
    assert [f.sentence for f in talk.findings.all()] == ["Better words."]
    assert (talk.surprise, talk.said) == ("Dust", "half")


def test_wrong_input_is_shown_at_the_field_and_everything_typed_stays(as_ana, talk):
    data = fields_of(as_ana, talk)
    set_first(data, "sentence", "x" * 601)
    data["surprise"] = "Dust <script>"

    plain = as_ana.post(path(talk), data)
    partial = as_ana.post(path(talk), data, headers={"HX-Request": "true"})

    talk.refresh_from_db()
    assert (plain.status_code, partial.status_code) == (422, 422)
    assert "600 characters at most" in plain.text
    assert "x" * 601 in plain.text
    assert "Dust &lt;script&gt;" in plain.text
    assert "<html" not in partial.text
    assert (talk.findings.count(), talk.surprise, talk.written_up_at) == (0, "", None)


@pytest.mark.parametrize(
    "changes",
    [
        {"findings-TOTAL_FORMS": "1000000"},
        {"findings-TOTAL_FORMS": "x"},
        {"findings-INITIAL_FORMS": "0"},
        {"findings-0-id": "not-an-id"},
        {"findings-0-facet": "wealth"},
        {"seen": "[1, 2"},
        {"seen": "[]"},
        {"clarity": "99"},
        {"occupation": "astronaut-king"},
        {"surprise": "a\x00b"},
        {"named-0-full_name": ""},
    ],
)
def test_odd_forms_are_answered_not_broken(as_ana, talk, changes):
    response = as_ana.post(path(talk), fields_of(as_ana, talk) | changes)

    assert response.status_code in (302, 422)


def test_more_lines_come_on_demand(as_ana, talk):
    before = len(as_ana.get(path(talk)).context["forms"].findings)

    response = as_ana.post(path(talk, "?then=stay&more=finding"), fields_of(as_ana, talk))

    after = as_ana.get(response.url).context["forms"].findings
    assert len(after) == before + 1
    assert "autofocus" in after[-1].as_p()


def test_the_slider_shows_the_rating_before_and_moves_only_when_moved(as_ana, ana, talk):
    ClarityRating.objects.create(student=ana, rating=4, rated_at=talk.created_at)

    shown = as_ana.get(path(talk))
    data = fields_of(as_ana, talk)
    as_ana.post(path(talk, "?then=stay"), data)
    untouched = ClarityRating.objects.filter(interview=talk).count()
    as_ana.post(path(talk), data | {"clarity": "7"})

    assert "Before the talk it was 4." in shown.text
    assert ClarityRating.objects.get(interview=talk).rating == 7
    assert untouched in (0, 1)


def test_write_up_of_an_interview_ahead_changes_nothing_by_looking(as_ana, interview):
    response = as_ana.get(path(interview))

    interview.refresh_from_db()
    assert "Saving says that the talk took place" in response.text
    assert interview.held_at is None


def test_thanks_and_promises_have_their_own_doors(as_ana, talk):
    thanks = as_ana.post(reverse("interviews:thanks", args=[talk.public_id]))
    promise = talk.promises.create(text="Send it")
    as_ana.post(reverse("interviews:promise-kept", args=[promise.public_id]))

    promise.refresh_from_db()
    assert thanks.url == reverse("outreach:write", args=[talk.contact.public_id, "thanks"])
    assert promise.kept_at is not None


def test_write_up_asks_as_often_for_many_findings_as_for_one(
    as_ana, talk, django_assert_num_queries, django_assert_max_num_queries
):
    def add(n):
        talk.findings.create(
            student=talk.student, facet="path", sentence=f"Thing {n}.", found_at=timezone.now()
        )
        talk.promises.create(text=f"Thing {n}")

    add(1)
    with django_assert_max_num_queries(20) as first:
        as_ana.get(path(talk))
    add(2)
    add(3)

    with django_assert_num_queries(len(first)):
        as_ana.get(path(talk))
