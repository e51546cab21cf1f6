"""Plays a talk in the room with everything that can happen to it, in an order that a seed chooses.

Type, mark, name, go on, lose the network, lose the server, lose its answers, reload, crash, close,
come back, in two windows. A word counts as acknowledged when the page said that it is kept; in the
end every acknowledged word must be on the server, and every mark and name once.
"""

import random
import re
from collections import Counter
from contextlib import suppress

from playwright.sync_api import Error

from tests.browser import chromium
from tests.browser.relay import DEAD, DEAF, UP
from tests.browser.visitor import expect

KEPT = re.compile("^(device|server)$")
STEPS = 14
WEIGHTS = {
    "type": 9,
    "blurt": 3,
    "mark": 3,
    "name": 2,
    "next": 3,
    "reload": 2,
    "crash": 2,
    "close": 1,
    "second": 2,
    "offline": 2,
    "online": 2,
    "dead": 2,
    "deaf": 2,
    "up": 2,
}


def visitor_at(browser, relay, session):
    """A phone that is logged in; many rooms may be played on it, one after the other."""
    context = chromium.new_context(browser, viewport=chromium.PHONE)
    address = f"http://127.0.0.1:{relay.port}"
    context.add_cookies([{"name": "whoelse_session", "value": session, "url": address}])
    return context


class Sweep:
    """One interleaving. `story` is what happened, for whoever has to look into a failure."""

    def __init__(self, context, relay, room, seed):
        self.random, self.seed = random.Random(seed), seed  # noqa: S311
        self.relay, self.at = relay, f"http://127.0.0.1:{relay.port}"
        self.path = f"{self.at}/interviews/room/{room}/"
        self.context = context
        self.pages, self.story = [], []
        self.words, self.named = [], []  # acknowledged
        self.tried, self.marks = Counter(), Counter()
        self.count = 0

    def play(self):
        """Play to the end; the words, marks and names that are missing or doubled."""
        try:
            self.up()
            page = self.page()
            expect(page.locator("[data-ready]")).to_have_text(re.compile("Ready on this device"))
            page.get_by_role("button", name="Begin").click()
            self.acknowledged(page)
            names, weights = zip(*WEIGHTS.items(), strict=True)
            for step in self.random.choices(names, weights, k=STEPS):
                self.story.append(step)
                getattr(self, step)()
            return self.settle()
        finally:
            for page in self.pages:
                page.close()

    def open(self):
        page = self.context.new_page()
        page.goto(self.path)
        page.locator("[data-is-ready]").wait_for()
        self.pages.append(page)
        return page

    def page(self):
        """One of the windows, in front."""
        page = self.random.choice(self.pages) if self.pages else self.open()
        page.bring_to_front()
        return page

    def acknowledged(self, page):
        expect(page.locator("[data-room]")).to_have_attribute("data-kept", KEPT)

    def word(self):
        self.count += 1
        return f"w{self.count}."

    def write(self, page):
        word = self.word()
        field = page.locator("textarea[name=text]")
        field.press("Control+End")
        field.press_sequentially(word)
        return word

    def type(self):
        page = self.page()
        word = self.write(page)
        self.acknowledged(page)
        self.words.append(word)

    def blurt(self):
        """Type, and let happen what happens next before the page says anything."""
        self.write(self.page())
        getattr(self, self.random.choice(["reload", "crash", "close", "dead", "offline"]))()

    def mark(self):
        page, kind = self.page(), self.random.choice(["title", "surprise", "draws", "off"])
        self.tried[kind] += 1
        page.locator(f"#mark-{kind}").click()
        self.acknowledged(page)
        self.marks[kind] += 1

    def name(self):
        page = self.page()
        if not page.locator("[data-closing]").is_visible():
            page.locator(".upcoming__go").last.click()
        name = f"Gil {self.word()}"
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_role("button", name="Add and ask for one more").click()
        self.acknowledged(page)
        self.named.append(name)

    def next(self):
        page = self.page()
        forward = page.get_by_role("button", name="Next question")
        (forward if forward.is_visible() else page.get_by_role("button", name="Back")).click()

    def reload(self):
        page = self.page()
        page.reload()
        page.locator("[data-is-ready]").wait_for()

    def crash(self):
        page = self.page()
        fallen = [each for each in self.pages if each is not page]
        for each in fallen:  # windows of one site may share a process and fall together
            each.close()
        self.pages = []
        with suppress(Error):  # the process of the page falls, without a word to the page
            page.goto("chrome://crash", timeout=5_000)
        page.close()

    def close(self):
        page = self.page()
        self.pages.remove(page)
        page.close()

    def second(self):
        if len(self.pages) < 2:
            self.open()

    def offline(self):
        self.page()  # a worker that fell is started anew; the browser waits for a fallen one
        self.context.set_offline(True)

    def online(self):
        self.page()
        self.context.set_offline(False)

    def dead(self):
        self.relay.turn(DEAD)

    def deaf(self):
        self.relay.turn(DEAF)

    def up(self):
        self.relay.turn(UP)

    def settle(self):
        self.up()
        self.online()
        for page in self.pages:
            page.close()
        self.pages = []
        page = self.open()
        expect(page.locator("[data-room]")).to_have_attribute("data-kept", "server")
        state = self.context.request.get(f"{self.path}state/").json()["state"]
        text = " ".join(note["text"] for note in state["notes"])
        wrong = [f"lost {word}" for word in self.words if word not in text]
        found = Counter(mark["kind"] for mark in state["marks"])
        wrong += [
            f"{kind}: {found[kind]} of {self.marks[kind]} to {most}"
            for kind, most in self.tried.items()
            if not self.marks[kind] <= found[kind] <= most
        ]
        if not {"second", "blurt"} & set(self.story):  # one window never quarrels with itself
            wrong += [f"needless copy {note['copy']}" for note in state["notes"] if note["copy"]]
        names = Counter(person["name"] for person in state["named"])
        return wrong + [
            f"named {n} times: {name}" for name in self.named if (n := names[name]) != 1
        ]
