"""Every page of a path through the demonstration world, one after the other, each as it stands.

A stop has the name of its picture. Nothing that stands on a page is made up here but the file, the
typed message and the notes; all people are invented.
"""

import re

from tests.browser.visitor import expect

ALUMNI = """\
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ingrid,Solheim,,,Lumenfold Optics,Optical Engineer,04 Mar 2026
Mateus,Brandao,,m.brandao@harrowbay.example,Harrow Bay Hospital,Medical Physicist,11 Feb 2026
Yara,Okonjo,,,Tidewater Grid,Energy Analyst,11 Feb 2026
Clement,Duroy,,,Brightloom,Data Scientist,02 Feb 2026
Sunniva,Aas,,s.aas@orrin.example,Orrin Instruments,Photonics Technician,28 Jan 2026
Bertram,Quist,,,Quist and Daughters,Head Baker,20 Jan 2026
Leila,Haddad-Moreau,,,Meridian Mutual,Actuarial Analyst,12 Jan 2026
Rufus,Penhallow,,,Penhallow Press,Editor,09 Jan 2026
Noor,van der Velde,,,Calloway Water Laboratory,Laboratory Analyst,15 Dec 2025
Emeka,Adeyemi-Ross,,,Field Robots,Machine Learning Engineer,02 Dec 2025
Hollis,Tremaine,,,Eastbrook High School,Physics Teacher,30 Nov 2025
Greta,Lindholm,,,Harbor Science Museum,Exhibit Developer,18 Nov 2025
"""
WHY_YOU = "you went from a physics degree to forecasting demand for the grid"
TOPIC_FIELD, TOPIC = "What you would most like to hear", "how that step went"
VAGUE = "I would also love to pick your brain about the whole energy field."
JOB_ASK = "If your group takes on interns for the summer, I would love to be considered."
PUBLIC_ADDRESS = "https://whoelse.example"  # of the demonstration world, seen from outside
GONE = 4 * 60 * 1000  # milliseconds of the talk, for the clock in the pictures
NOTES = (
    "Coats lenses for telescopes. The chamber runs overnight, so mornings begin with what"
    " the night did.\nOne layer too thick and the whole run is scrap."
)


def tour(me):
    """Goes from page to page and yields the name of each."""
    yield from pages(me, "/", "today", "Ask next")
    yield from pages(me, "/welcome/", "welcome-about", "Who is asking?")
    yield from pages(me, "/welcome/people/", "welcome-people", "Who would take your call?")
    yield from pages(me, "/welcome/pace/", "welcome-pace", "How many this term?")
    yield from pages(me, "/people/", "people", "Castellane")
    me.follow("Prof. Ruth Castellane").heading("Prof. Ruth Castellane")
    yield "person"
    yield from imports(me)
    yield from writing(me)
    yield from pages(me, "/interviews/", "interviews", "Tomas Beck")
    yield from pages(me, "/discoveries/", "discoveries", "My answer")
    yield from pages(me, "/network/", "network", "The same as a table")
    yield from looking_up(me)
    yield from roadmap(me)
    yield from pages(me, "/settings/", "settings", "Days off")
    yield from talking(me)
    me.go("/interviews/").follow("Write up").heading("What you learned from Dr. Okafor")
    yield "write-up"
    yield from private_page(me)


def pages(me, path, name, words):
    me.go(path).sees(words)
    yield name


def roadmap(me):
    yield from pages(me, "/roadmap/", "roadmap", "Eight worksheets")
    yield from pages(me, "/roadmap/titles/", "roadmap-titles", "Titles of interest")
    yield from pages(me, "/roadmap/networking/", "roadmap-networking", "My pitch")
    yield from pages(me, "/roadmap/skills/", "roadmap-skills", "What it taught me")


def imports(me):
    yield from pages(me, "/people/import/", "import", "Where to get a list")
    table = {"name": "Connections.csv", "mimeType": "text/csv", "buffer": ALUMNI.encode()}
    me.page.get_by_label("File").set_input_files(table)
    me.press("Read the file").heading("Choose whom to keep")
    for name in ("Ingrid Solheim", "Mateus Brandao"):
        me.page.get_by_role("checkbox", name=name).check()
    yield "import-staged"


def writing(me):
    """A draft that names the referrer, with a sentence that may not leave; it is not saved."""
    me.go("/people/").follow("Dana Whitlock").heading("Dana Whitlock")
    person = me.path()
    me.follow("Draft a request").heading("Write to Dana Whitlock")
    me.fill("Why this person: “because you ...”", WHY_YOU).fill(TOPIC_FIELD, TOPIC)
    me.press("Put into the draft")
    message = me.page.get_by_role("textbox", name="Message")
    expect(message).to_have_value(re.compile(TOPIC))
    me.page.evaluate("addEventListener('beforeunload', (e) => e.stopImmediatePropagation(), true)")
    before, ending = message.input_value().split("\n\nCould we talk")
    message.fill(f"{before} {VAGUE} {JOB_ASK}\n\nCould we talk{ending}")
    message.blur()
    me.sees("Held back: this asks for a job.")
    yield "write"
    me.go(person).follow("Agree a time").heading("When do you talk with Dana Whitlock")
    yield "agree"


def private_page(me):
    """The student makes the page of a request; then somebody else opens it, with nothing else."""
    me.go("/people/").follow("Nora Sandoval").follow("You asked Nora Sandoval")
    me.follow("Private page").press("Show me the link").sees("It is shown this once")
    yield "private-page"
    address = me.page.get_by_label("Address of the page").input_value()
    me.page.context.clear_cookies()
    me.go(address.removeprefix(PUBLIC_ADDRESS)).heading("asks you for 20 minutes")
    yield "guest"
    me.page.locator("input[name=time]").first.check()
    me.press("Agree to this time").heading("is this right?")
    yield "guest-sure"
    me.press("Yes, agree").heading("You talk with")
    yield "guest-agreed"


def looking_up(me):
    yield from pages(me, "/careers/", "careers", "Where physics bachelors work")
    me.follow("Medical physics").heading("Medical physics")
    yield "careers-area"
    me.go("/careers/search/").fill("A job title", "Sr. optical eng. @ Lumenfold").press(
        "Look it up"
    )
    me.sees("Very likely")
    yield "careers-search"


def talking(me):
    """From the plan to the last question with Tomas Beck, with whom a talk is agreed."""
    me.go("/interviews/").follow("Prepare").sees("Tomas Beck")
    yield "prepare"
    me.follow("Print one page")
    yield "sheet"
    me.page.go_back()
    me.follow("Open the room")
    me.press(re.compile("^Begin, ")).sees("Question 1 of")
    me.page.clock.install()
    me.press("Next question").sees("Question 2 of").page.clock.fast_forward(GONE)
    me.fill("Notes", NOTES)
    me.page.locator("#mark-surprise").click()
    expect(me.page.locator("#mark-surprise")).to_have_attribute("data-pressed", "")
    expect(me.page.get_by_text("Saved", exact=True)).to_be_visible()
    yield "room"
    me.page.locator(".upcoming__go").last.click()
    me.heading("Closing the interview").fill("Name", "Ines Marchetti")
    me.fill("What they do, as you heard it", "Coating engineer at a telescope")
    me.page.locator("input[name=permission][value=may_use_name]").check(force=True)
    me.press("Add and ask for one more").sees("Ines Marchetti")
    yield "closing"
