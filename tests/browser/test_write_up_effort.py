"""What a person must do to write up a talk of 20 minutes, counted.

The page docs/write-up.md says the same figures.
"""

import re

import pytest

from tests.browser.test_room import expect_saved, in_a_room, note
from tests.browser.visitor import expect
from tests.conftest import ROOT
from tests.local.process import started

pytestmark = [pytest.mark.browser, pytest.mark.timeout(420)]

LINES = (
    "Half the yield is lost to dust.\nThe chamber runs overnight, so mornings are for measuring.",
    "Came from a physics bachelor and a summer in a lens shop.\nNobody asked for a master's.",
    "Customers change the wavelength late.\nA run that fails costs a week.",
    "Seeing the mirror in a telescope later.\nThe people stay for decades.",
    "Loud pumps, no windows.\nFour days on site, one at home.",
    "Learn to solder and to write reports.\nAsk her about the shutter project next year.",
)
SAID = "Optics is patience first and mathematics second."
PROMISE = "Send the poster on thin films"


class Person:
    """Does what a person does with one thumb, and counts it."""

    def __init__(self, me):
        self.me, self.touches, self.keys, self.loads = me, 0, 0, 0
        me.page.on("response", self._hear)

    def _hear(self, response):
        is_page = response.headers.get("content-type", "").startswith("text/html")
        self.loads += is_page and response.ok

    def touch(self, place):
        place.click(force=True)
        self.touches += 1

    def write(self, label, words):
        self.touch(self.me.page.get_by_label(label, exact=True))
        self.me.page.keyboard.type(words)
        self.keys += len(words)

    def choose(self, place, value):
        place.select_option(value)
        self.touches += 2  # open it, choose


def test_a_talk_with_twelve_lines_is_written_up_with_few_touches(tmp_path, visit):
    with started(tmp_path / "data", "--port", "0") as (_, link):
        me = in_a_room(visit(link))
        for text in LINES:
            note(me).fill(text)
            expect_saved(me)
            me.press("Next question")
            expect(note(me)).to_have_value("")
        me.press(re.compile("^(End now|Say thank you and end)$")).heading(
            "What you learned from Tomas Beck"
        )
        person = Person(me)
        write_up(person)
        me.heading("Thank Tomas Beck")

    counts = f"{person.touches} touches, {person.keys} keystrokes, {person.loads} pages"
    assert f"**{counts}**" in (ROOT / "docs" / "write-up.md").read_text(encoding="utf-8")


def write_up(person):
    page = person.me.page
    lines = page.locator(".facet__text", has_text=".")
    person.touch(page.get_by_role("button", name="Use all 12 notes"))
    expect(lines).to_have_count(12)
    for left, words in enumerate(("Ask her about the shutter", "Nobody asked for a master"), 1):
        person.touch(page.get_by_role("button", name=f"Strike: {words}"))
        expect(lines).to_have_count(12 - left)
    for words, side in (("dust", "against"), ("telescope", "for"), ("Loud", "against")):
        line = page.locator(".facet", has=page.locator(".facet__text", has_text=words))
        person.touch(line.get_by_role("radio", name=side, exact=True))
    for words, facet in (("Four days", "balance"), ("solder", "skills")):
        line = page.locator(".facet", has=page.locator(".facet__text", has_text=words))
        person.choose(line.locator("select"), facet)
    person.choose(page.get_by_label("They are about"), "optical-engineer")
    person.touch(page.get_by_role("slider"))
    person.write("What", PROMISE)
    person.write("One thing they said that you will remember", SAID)
    person.touch(page.get_by_role("button", name="Save and read the thank-you"))
