"""From notes without network to a decision with its action, which then stands on Today."""

from datetime import datetime, timedelta

import pytest

from tests.browser.steps import HERE, message
from tests.browser.test_room import expect_on_device, in_a_room, note, ready, without_network
from tests.browser.visitor import expect
from tests.local.process import started

pytestmark = [pytest.mark.browser, pytest.mark.timeout(420)]

DUST, PUMPS = "Half the yield is dust.", "Pumps run overnight, so mornings begin with a surprise."
REASON, DEED = "patience is what I have", "Take the optics laboratory course"


def test_from_notes_without_network_to_a_decision_with_its_action(tmp_path, visit):
    with started(tmp_path / "data", "--port", "0") as (_, link):
        me = in_a_room(visit(link))
        ready(me)
        talk_in_a_basement(me)
        come_back_and_end(me)
        write_up(me)
        go_back_to_the_note(me)
        decide(me)
        plan_something(me)
        see_it_on_today(me)


def talk_in_a_basement(me):
    without_network(me)
    note(me).press_sequentially(f"{DUST}\n{PUMPS}")
    me.page.locator("#mark-draws").click()
    me.press("Next question").sees("Question 2 of")
    note(me).press_sequentially("An apprenticeship, then night school.")
    me.page.locator("#mark-surprise").click()
    expect_on_device(me)
    me.page.reload()  # the phone let go of the page in between
    me.sees("Question 2 of")


def come_back_and_end(me):
    me.page.context.set_offline(False)
    expect(me.page.locator("[data-room]")).to_have_attribute("data-kept", "server")
    me.may_lose_the_server = False
    me.press("End now").heading("What you learned from Tomas Beck")


def write_up(me):
    """One touch makes a finding of a sentence; what it is about and for or against are there."""
    me.page.get_by_role("button", name=f"Use this note: {DUST}").click()
    line = me.page.locator(".facet", has=me.page.locator(".facet__text", has_text=DUST))
    expect(line).to_have_count(1)
    expect(line.get_by_role("radio", name="for", exact=True)).to_be_checked()
    line.get_by_role("radio", name="against").check(force=True)
    me.page.get_by_label("They are about").select_option("optical-engineer")
    me.page.get_by_role("slider").fill("4")
    me.look().press("Save and read the thank-you").heading("Thank Tomas Beck")
    expect(message(me)).to_be_visible()


def go_back_to_the_note(me):
    me.follow("Discoveries", exact=True).heading("Discoveries").look()
    said = me.page.get_by_role("table").first
    expect(said).to_contain_text("dust")
    said.locator("summary", has_text="Tomas Beck").click()
    expect(said.locator(".compare__told")).to_contain_text("against it")
    said.get_by_role("link", name="your note of").click()
    me.sees("You talked", "Question 1 of")
    expect(note(me)).to_have_value(f"{DUST}\n{PUMPS}")
    me.page.go_back()


def decide(me):
    me.heading("Discoveries").follow("Where do you stand?").heading("Optical")
    me.page.get_by_label("what I lean towards").check(force=True)
    me.fill("Because", REASON).press("Write it down", exact=True)
    me.sees(f"Leaning, because {REASON}").look()


def plan_something(me):
    """Whoever is the only one to have spoken of this work is there as the one who suggested it."""
    due = datetime.now(HERE).date() + timedelta(days=9)
    me.fill("What to do", DEED).fill("Until", f"{due}")
    suggested = me.page.get_by_label("Who suggested it")
    expect(suggested.locator("option:checked")).to_have_text("Tomas Beck")
    me.press("Add it").sees(DEED, "from the talk with Tomas Beck").look()


def see_it_on_today(me):
    me.go("/").look()
    step = me.page.locator(".steps > li", has_text=DEED)
    expect(step).to_contain_text("Tomas Beck suggested it.")
    step.get_by_role("link", name="Another day").click()
    later = datetime.now(HERE).date() + timedelta(days=30)
    me.heading(DEED).look().fill("Until", f"{later}").press("Change it").heading("Optical")
    me.go("/").look()
    aside = me.page.get_by_role("region", name="What you decided to do")
    expect(aside).to_contain_text(DEED)
    expect(aside).to_contain_text("suggested by Tomas Beck")
    aside.get_by_role("link", name=DEED).click()
    me.heading(DEED).press("Done").sees("done today")
    me.go("/").sees("Tell Tomas Beck what became of the advice").look()
    expect(aside).to_have_count(0)
