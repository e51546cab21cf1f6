"""The page for writing, whole and in part, with and without scripts."""

from html.parser import HTMLParser

import pytest

from tests.factories import NOW, make_contact, make_referral
from tests.web.outreach.makers import (
    ASKING,
    GOOD,
    JOB_ASK,
    SUBJECT,
    WRONG_NAME,
    make_draft,
    make_okafor,
    message_path,
    write_path,
)
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.outreach.models import Message


class Page(HTMLParser):
    """Values of fields, buttons by their words, findings by their heading."""

    def __init__(self, response):
        super().__init__()
        self.fields, self.buttons, self.headings = {}, {}, []
        self.button = self.area = self.heading = None
        self.feed(response.content.decode().replace("\r\n", "\n"))  # as browsers do

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "input" and attrs.get("type", "text") in ("text", "checkbox"):
            self.fields[attrs.get("name")] = attrs.get("value", "")
        if tag == "textarea":
            self.area = attrs["name"]
            self.fields[self.area] = ""
        if tag == "button":
            self.button = attrs
        self.heading = "" if tag == "h3" else self.heading

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data
        if self.button is not None and data.strip():
            self.buttons.setdefault(data.strip(), self.button)
        if self.heading is not None:
            self.heading += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.fields[self.area] = self.fields[self.area].removeprefix("\n")
            self.area = None
        if tag == "button":
            self.button = None
        if tag == "h3":
            self.headings.append(" ".join(self.heading.split()))
            self.heading = None


def typed(body=GOOD, **more):
    return {"subject": SUBJECT, "body": body.replace("\n", "\r\n")} | more


def press(client, page, words, **more):
    button = page.buttons[words]
    return client.post(
        button["formaction"], typed(page.fields["body"], finding=button.get("value", ""), **more)
    )


def test_write_shows_a_first_draft_and_saves_nothing(as_ana, ana):
    contact = make_okafor(ana)

    response = as_ana.get(write_path(contact))

    page = Page(response)
    assert response.status_code == 200
    assert page.fields["body"].startswith("Dear Dr. Okafor,\n\nI am a third-year physics major")
    assert not Message.objects.exists()


def test_write_asks_beside_the_text_for_what_is_missing(as_ana, ana):
    contact = make_okafor(ana)

    page = Page(as_ana.get(write_path(contact)))

    assert {"why_you", "topic"} <= set(page.fields)
    assert "[" not in page.fields["body"]


def test_write_says_who_named_them(as_ana, ana):
    contact = make_okafor(ana)
    make_referral(make_contact(ana, "Karin Lindqvist"), contact)

    words = as_ana.get(write_path(contact, kind="referral_intro")).content.decode()

    assert "Named by Karin Lindqvist" in words


def test_save_and_check_keeps_the_draft(as_ana, ana):
    contact = make_okafor(ana)

    response = as_ana.post(write_path(contact), typed())

    draft = Message.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"{write_path(contact)}#draft")
    assert (draft.subject, draft.body) == (SUBJECT, GOOD)
    assert Page(as_ana.get(write_path(contact))).fields["body"] == GOOD


def test_too_long_a_text_is_told_and_not_kept(as_ana, ana):
    response = as_ana.post(write_path(make_okafor(ana)), typed("word " * 4_001))

    assert response.status_code == 422
    assert "This is longer than 20000 characters." in response.content.decode()
    assert not Message.objects.exists()


def test_nul_is_refused(as_ana, ana):
    assert as_ana.post(write_path(make_okafor(ana)), typed("a\x00b")).status_code == 422


def test_findings_under_htmx_are_a_part_of_the_page_and_save_nothing(as_ana, ana):
    contact = make_okafor(ana)

    response = as_ana.post(
        write_path(contact, "findings"), typed(ASKING), headers={"HX-Request": "true"}
    )

    words = response.content.decode()
    assert response.status_code == 200
    assert "HX-Request" in response["Vary"]
    assert "<html" not in words
    assert Page(response).headings == ["Error: asks for a job 1"]
    assert words.count('hx-swap-oob="true"') == 2
    assert not Message.objects.exists()


def test_findings_without_htmx_are_the_whole_page_with_a_marked_copy(as_ana, ana):
    response = as_ana.post(write_path(make_okafor(ana), "findings"), typed(ASKING))

    words = response.content.decode()
    assert "<noscript>" in words
    assert '<mark class="flaw flaw--error">' in words
    assert Page(response).fields["body"] == ASKING


def test_place_of_a_finding_is_counted_as_scripts_count(as_ana, ana):
    body = "🔭🔭🔭 " + ASKING
    response = as_ana.post(write_path(make_okafor(ana), "findings"), typed(body))

    place = response.context["shown"][0]
    text = body.encode("utf-16-le")
    assert place.starts == place.remark.start + 3
    assert text[2 * place.starts : 2 * place.ends].decode("utf-16-le") in JOB_ASK


def test_words_go_into_an_untouched_draft(as_ana, ana):
    contact = make_okafor(ana)
    body = Page(as_ana.get(write_path(contact))).fields["body"]

    as_ana.post(write_path(contact, "words"), typed(body, topic="how that step went", minutes="15"))

    draft = Message.objects.get()
    assert "how that step went" in draft.body
    assert "15 minutes" in draft.body


def test_words_leave_a_changed_draft_alone_unless_told(as_ana, ana):
    contact = make_okafor(ana)
    path = write_path(contact, "words")

    as_ana.post(path, typed(topic="how that step went"))
    kept = Message.objects.get().body
    page = Page(as_ana.get(write_path(contact)))
    as_ana.post(path, typed(topic="how that step went", replace="on"))

    assert kept == GOOD
    assert page.fields["topic"] == "how that step went"
    assert "replace" in page.fields
    assert "how that step went" in Message.objects.get().body


def test_take_mine_out_needs_no_script(as_ana, ana):
    contact = make_okafor(ana)
    page = Page(as_ana.post(write_path(contact, "findings"), typed(ASKING)))

    response = press(as_ana, page, "Take mine out")

    assert response.status_code == 302
    assert Message.objects.get().body == GOOD


def test_use_puts_the_advice_in_its_place(as_ana, ana):
    contact = make_okafor(ana)
    page = Page(as_ana.post(write_path(contact, "findings"), typed(WRONG_NAME)))

    press(as_ana, page, "Use this")

    assert Message.objects.get().body == WRONG_NAME.replace("Karen", "Dr. Samuel Okafor", 1)


@pytest.mark.parametrize("part", ["instead", "without"])
def test_finding_of_an_older_text_changes_nothing(as_ana, ana, part):
    contact = make_okafor(ana)
    page = Page(as_ana.post(write_path(contact, "findings"), typed(ASKING)))
    key = page.buttons["Take mine out"]["value"]
    newer = ASKING.replace("internship", "traineeship")

    response = as_ana.post(write_path(contact, part), typed(newer, finding=key), follow=True)

    assert Message.objects.get().body == newer
    assert "The text changed meanwhile." in response.content.decode()


def test_release_leads_to_the_ways_out(as_ana, ana):
    contact = make_okafor(ana)

    response = as_ana.post(write_path(contact, "release"), typed())

    assert response["Location"] == message_path(Message.objects.get())


def test_release_asks_for_each_error_by_itself(as_ana, ana):
    contact = make_okafor(ana)
    body = WRONG_NAME.replace("Your talk", "[Name]. Your talk")
    path = write_path(contact, "release")

    page = as_ana.post(path, typed(body))
    keys = [remark.key for remark in page.context["unsettled"]]
    one = as_ana.post(path, typed(body, confirmed=keys[:1]))
    both = as_ana.post(path, typed(body, confirmed=keys))

    assert len(keys) == 2
    assert [page.status_code, one.status_code, both.status_code] == [422, 422, 302]
    assert "Held back by 1 error." in one.content.decode()
    assert Message.objects.get().confirmed == keys


def test_release_of_a_job_ask_is_refused_whatever_is_confirmed(as_ana, ana):
    contact = make_okafor(ana)
    page = as_ana.post(write_path(contact, "findings"), typed(ASKING))
    keys = [shown.remark.key for shown in page.context["shown"]]

    response = as_ana.post(write_path(contact, "release"), typed(ASKING, confirmed=keys))

    assert response.status_code == 422
    assert "Held back: this asks for a job." in response.content.decode()


def test_empty_message_does_not_leave(as_ana, ana):
    assert as_ana.post(write_path(make_okafor(ana), "release"), typed("")).status_code == 422


@pytest.mark.parametrize("kind", ["question", "love-letter"])
def test_other_kinds_are_not_there(as_ana, ana, kind):
    assert as_ana.get(write_path(make_okafor(ana), kind=kind)).status_code == 404


@pytest.mark.parametrize(
    "kind", ["request", "referral_intro", "confirmation", "thanks", "report_back", "keep_in_touch"]
)
def test_every_kind_has_a_first_draft(as_ana, ana, kind):
    page = Page(as_ana.get(write_path(make_okafor(ana), kind=kind)))

    assert page.fields["body"].startswith("Dear Dr. Okafor,")


def test_nobody_is_written_to_who_asked_for_that(as_ana, ana):
    contact = make_okafor(ana)
    record_do_not_contact(contact, reason="", asked_by_them=True, at=NOW)

    answers = [
        as_ana.get(write_path(contact)),
        *(
            as_ana.post(write_path(contact, part), typed())
            for part in ("write", "findings", "release")
        ),
    ]

    assert [answer.status_code for answer in answers] == [422] * 4
    assert not Message.objects.exists()


def test_hostile_names_stay_words(as_ana, ana):
    contact = make_contact(ana, "<script>alert(1)</script>", email="x@home.example")
    make_draft(contact, "</textarea><script>alert(2)</script>", subject='"><script>')

    words = as_ana.get(write_path(contact)).content.decode()

    assert "<script>alert" not in words
    assert Page(as_ana.get(write_path(contact))).fields["subject"] == '"><script>'
