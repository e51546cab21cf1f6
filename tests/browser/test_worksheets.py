"""A worksheet that saves itself: typing, two windows, a server that is gone, a clock."""

import re

import pytest

from tests.browser.visitor import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def first_title(me):
    return me.page.get_by_label("Title", exact=True).first


def saved(me):
    expect(me.page.get_by_text("Saved", exact=True).first).to_be_visible()


def test_typing_is_enough_and_two_windows_lose_nothing(demo, visit):
    me = visit(demo)
    me.go("/roadmap/titles/")
    other = me.page.context.new_page()
    other.goto(f"{me.at}/roadmap/titles/")

    first_title(me).fill("Clinical physicist")
    saved(me)
    first_title(me).fill("Clinical medical physicist")
    expect(me.page.locator("[name=base]").first).to_have_value("3")
    other.get_by_label("Title", exact=True).first.fill("Therapy physicist")
    expect(other.get_by_text("Kept as a second version").first).to_be_visible()

    me.go("/roadmap/titles/").sees("Another window wrote this instead", "Therapy physicist")
    expect(first_title(me)).to_have_value("Clinical medical physicist")
    me.look().press("Both, as two rows").sees("Therapy physicist")
    assert me.page.get_by_text("Another window wrote this").count() == 0


def test_what_was_not_saved_is_said_and_saved_later(demo, visit):
    me = visit(demo)
    me.may_lose_the_server = True
    me.go("/roadmap/titles/")

    me.page.context.set_offline(True)
    first_title(me).fill("Typed without network")
    me.sees("Not saved yet")
    me.page.context.set_offline(False)
    me.page.get_by_role("button", name=re.compile("^Save")).first.click()

    expect(first_title(me)).to_have_value("Typed without network")


def test_leaving_at_once_takes_the_words_along(demo, visit):
    me = visit(demo)
    me.go("/roadmap/titles/")

    first_title(me).press_sequentially(" typed last", delay=5)
    me.go("/roadmap/")

    for _ in range(30):  # a busy server may answer the next page before it has the words
        me.go("/roadmap/titles/")
        if "typed last" in first_title(me).input_value():
            break
    expect(first_title(me)).to_have_value(re.compile("typed last"))


def test_what_is_saved_by_itself_never_presses_the_button_in_focus(demo, visit):
    me = visit(demo)
    me.go("/roadmap/titles/")
    rows = me.page.locator("form[data-row]").count()

    first_title(me).fill("Accelerator physicist")
    me.page.get_by_role("button", name=re.compile("^Take off")).first.focus()
    saved(me)

    me.go("/roadmap/titles/")
    expect(first_title(me)).to_have_value("Accelerator physicist")
    assert me.page.locator("form[data-row]").count() == rows


def test_words_typed_just_before_their_button_go_into_the_draft_once(demo, visit):
    me = visit(demo)
    me.go("/people/").follow("Dana Whitlock").heading("Dana Whitlock")
    me.follow("Draft a request").heading("Write to Dana Whitlock")
    posts = []
    me.page.on("request", lambda request: posts.append(request.url.split("/")[-2:]))

    me.fill("What you would most like to hear", "how that step went")
    me.press("Put into the draft")
    body = me.page.get_by_role("textbox", name="Message")
    expect(body).to_have_value(re.compile("how that step went"))
    me.page.wait_for_load_state("networkidle")

    assert sum(post == ["words", ""] for post in posts) == 1


def test_a_pitch_is_said_against_a_clock(demo, visit):
    me = visit(demo)
    me.go("/roadmap/networking/")
    me.page.clock.install()

    me.press("Start the clock")
    me.page.clock.run_for(31_000)
    me.sees("Half a minute")
    me.press("Stop").sees("It took 0:31").look()
