"""The main job in steps that any test can take: what Ana does, and what she must see.

All people are invented. The same steps are taken with and without scripts.
"""

import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.browser.visitor import expect

CONNECTIONS = Path(__file__).with_name("Connections.csv")
HERE = ZoneInfo("America/New_York")
JOB_ASK = "Is there an internship in your group that I could apply for?"
SPOKEN = "Alignment takes the whole morning. Nobody tells you how much of optics is patience."


def welcome(me):
    me.heading("Who is asking?").look()
    me.fill("Your name", "Ana Brandt").fill("You are ...", "a third-year physics major")
    me.fill("At", "Norhaven College").fill("Your e-mail", "ana@norhaven.example")
    me.page.get_by_label("Your time zone").select_option("America/New_York")
    me.tick("Optics and photonics")
    me.fill("So, what are your plans for after graduation?", "No idea yet.")
    me.fill("How well could you answer that question today?", "2")
    me.press("Continue to people you know")

    me.heading("Who would take your call?").look()
    me.fill("Name, teachers and professors", "Prof. Ruth Castellane")
    me.press("Add to teachers and professors").sees("1 person so far").look()
    me.press("Continue to your pace")

    me.heading("How many this term?").look()
    today = datetime.now(HERE).date()
    me.fill("First day", f"{today - timedelta(days=30)}")
    me.fill("Last day", f"{today + timedelta(days=60)}")
    me.fill("Interviews that you plan", "2").press("Go to Today")
    me.sees("Ask next", "Ruth Castellane").look()


def choose_two_from_a_file(me):
    me.go("/people/import/").heading("Import").look()
    me.page.get_by_label("File").set_input_files(CONNECTIONS)
    me.press("Read the file").heading("Choose whom to keep").sees("3 people").look()
    first = me.page.get_by_role("row").nth(1)
    expect(first).to_contain_text("Imre Sandoval")  # curious about optics, so optics come first
    for name in ("Imre Sandoval", "Wanda Achterberg"):
        me.page.get_by_role("checkbox", name=name).check()
    me.press("Keep 2 people" if me.has_scripts else "Keep the ticked people").look()
    me.go("/people/").sees("Imre Sandoval", "Wanda Achterberg").look()
    expect(me.page.locator("body")).not_to_contain_text("Fennimore")


def message(me):
    return me.page.get_by_role("textbox", name="Message")


def say_it_in_own_words(me):
    me.fill("Why this person: “because you ...”", "you design the coatings that we only read about")
    me.fill("What you would most like to hear", "what an ordinary week at the bench holds")
    me.press("Put into the draft")
    expect(message(me)).to_have_value(re.compile("coatings that we only read about"))


def write_without_asking_for_a_job(me):
    me.follow("Imre Sandoval").heading("Imre Sandoval").look()
    me.follow("Draft a request").heading("Write to Imre Sandoval").look()
    say_it_in_own_words(me)
    me.press("Choose how it leaves").heading("Send it to Imre Sandoval").look()
    leaving = me.path()
    me.follow("Back to the text")
    body = message(me)
    body.press("Control+End")
    body.press_sequentially(f"\n{JOB_ASK}")
    if not me.has_scripts:
        me.press("Save and check")
    me.sees("Held back: this asks for a job.").look()
    underlined = me.page.locator(f".draft__mark{'s' if me.has_scripts else 'ed'} .flaw--error")
    expect(underlined).to_contain_text("internship")
    me.press_held("Choose how it leaves").heading("Write to Imre Sandoval")
    me.sees("Held back: this asks for a job.").look()
    every_way_out_is_shut(me, leaving)
    me.page.get_by_role("button", name="Take mine out").first.click()
    expect(message(me)).not_to_have_value(re.compile("internship"))
    me.press("Choose how it leaves").heading("Send it to Imre Sandoval")
    mailto = me.page.get_by_role("link", name="Open in my mail program").get_attribute("href")
    assert mailto.startswith("mailto:imre@orrery.example?")
    assert "internship" not in mailto
    me.press("I sent it").heading("Request to Imre Sandoval").look()


def every_way_out_is_shut(me, leaving):
    """Neither the page of ways, nor the file, nor the word that it was sent."""
    ask = me.page.context.request
    token = me.page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    now = datetime.now(HERE).strftime("%Y-%m-%dT%H:%M")
    said = {"csrfmiddlewaretoken": token, "way": "copy", "sent_at": now}
    answers = [
        ask.get(f"{me.at}{leaving}"),
        ask.get(f"{me.at}{leaving}message.eml"),
        ask.post(f"{me.at}{leaving}sent/", form=said),
    ]
    assert [answer.status for answer in answers] == [422, 422, 422]
    assert all("job" in answer.text() for answer in answers)


def record_yes_and_agree(me):
    me.tick("Yes").press("Note it").heading("When do you talk with Imre").look()
    tomorrow = datetime.now(HERE).date() + timedelta(days=1)
    me.fill("Day", f"{tomorrow}").fill("Time", "14:00")
    me.page.get_by_label(re.compile("^Time zone of")).select_option("America/Los_Angeles")
    me.fill("Number, place or link", "+1 555 0100").press("Keep this time")
    me.sees("Imre Sandoval", "by phone").look()


def prepare(me):
    expect(me.page.locator(".plan__item").last).to_contain_text("Who else")
    me.page.get_by_role("link", name=re.compile("^Swap: ")).first.click()
    me.heading("What would you rather ask?").look()
    chosen = me.page.locator(".near__q").first.inner_text()
    me.page.get_by_role("button", name="Ask this").first.click()
    expect(me.page.locator(".plan__q", has_text=chosen)).to_have_count(1)
    me.follow("Print one page").sees(chosen).look()
    me.page.go_back()


def close_with_a_name(me):
    me.page.locator(".upcoming__go").last.click()
    me.heading("Closing the interview").look()
    me.fill("Name", "Nora Whitlock").fill("What they do, as you heard it", "Medical Physicist")
    me.page.locator("input[name=permission][value=may_use_name]").check(force=True)
    me.press("Add and ask for one more").sees("Nora Whitlock", "use my name").look()
    me.press("Say thank you and end").heading("What you learned from Imre").look()
    me.page.set_viewport_size({"width": 1280, "height": 900})
    me.look()


def write_up(me):
    """The words spoken become a finding, and what is remembered goes into the thank-you."""
    me.page.get_by_role("button", name=f"Use this note: {SPOKEN[:20]}").first.click()
    expect(me.page.locator(".facet__text", has_text=SPOKEN)).to_have_count(1)
    me.page.locator("select[name=occupation]").select_option("optical-engineer")
    me.fill("One thing they said that you will remember", "half of optics is patience")
    me.page.get_by_role("slider").fill("5")
    me.look().press("Save and read the thank-you")


def thank(me):
    me.heading("Thank Imre Sandoval").look()
    expect(message(me)).to_have_value(re.compile("half of optics is patience"))
    me.press("Choose how it leaves").press("I sent it").look()


def meet_the_next_person(me):
    me.go("/").look()
    expect(me.page.locator(".next__name").first).to_have_text("Nora Whitlock")
    me.follow("Draft a request to Nora Whitlock")
    me.heading("Write to Nora Whitlock").look()
    expect(message(me)).to_have_value(re.compile("Imre Sandoval"))


def see_it_in_network_and_discoveries(me):
    me.go("/network/").heading("Who led to whom").look()
    picture = me.page.locator("svg.net")
    expect(picture).to_contain_text("Imre Sandoval")
    expect(picture).to_contain_text("Nora Whitlock")
    row = me.page.get_by_role("row", name=re.compile("^Nora Whitlock"))
    expect(row).to_contain_text("Imre Sandoval")
    me.go("/discoveries/").sees("Optical and photonics engineer", "Imre Sandoval").look()
    expect(me.page.get_by_role("table").first).to_contain_text("how much of optics is patience")
