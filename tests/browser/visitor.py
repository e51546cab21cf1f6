"""Somebody in front of the browser: goes, clicks and types, and minds what each page must hold.

On every page that is looked at: axe finds nothing, light and dark, and the console stays empty
(a breach of the content security policy would stand there).
"""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

__all__ = ["Visitor", "expect"]


# What the browser itself says of a server that it cannot reach.
LOST = ("net::ERR_", "error occurred when fetching the script")


class Visitor:
    """A page in a browser with what a test asks of all pages."""

    def __init__(self, page, *, at="", has_scripts=True):
        self.page, self.at, self.has_scripts = page, at, has_scripts
        self.complaints = []
        self.is_probing = False  # axe tries things that the policy refuses
        self.may_lose_the_server = False
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))

    def _hear(self, message):
        if self.is_probing or message.type not in ("error", "warning"):
            return
        if self.may_lose_the_server and any(words in message.text for words in LOST):
            return
        if "422 (Unprocessable" in message.text:  # the browser's own line about a refused form
            return
        self.complaints.append(f"{self.page.url}: {message.text}")

    def go(self, path):
        self.page.goto(self.at + path)
        return self

    def look(self):
        """What every page must hold, in both colour schemes."""
        wrong = self.wrong()
        assert not wrong, "\n".join([self.page.url, *wrong])
        return self

    def wrong(self):
        """What axe and the console say about the page that is open."""
        self.page.wait_for_load_state()
        found = []
        self.is_probing = True
        for scheme in ("light", "dark") if self.has_scripts else ():  # axe is a script
            self.page.emulate_media(color_scheme=scheme)
            found += [f"{scheme}: {line}" for line in violations(self.page)]
        self.page.emulate_media(color_scheme="light")
        self.is_probing = False
        found, self.complaints = found + self.complaints, []
        return found

    def heading(self, words):
        """The page that is open has this heading."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(words)
        return self

    def fill(self, label, text):
        self.page.get_by_label(label, exact=True).fill(text)
        return self

    def tick(self, label):
        """Tick a box or a choice whose face covers it."""
        self.page.get_by_label(label, exact=True).check(force=True)
        return self

    def press(self, words, *, exact=False):
        self.page.get_by_role("button", name=words, exact=exact).click()
        return self

    def press_held(self, words):
        """Press a button that says of itself that it is held back."""
        self.page.get_by_role("button", name=words).click(force=True)
        return self

    def follow(self, words, *, exact=False):
        self.page.get_by_role("link", name=words, exact=exact).first.click()
        return self

    def sees(self, *texts):
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text)
        return self

    def path(self):
        return re.sub(r"^https?://[^/]+", "", self.page.url)


def violations(page):
    """What axe finds, as short lines."""
    options = {"resultTypes": ["violations"], "preload": False}
    answer = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']}: {' '.join(node['target'])} {node['failureSummary'].split(chr(10))[-1]}"
        for rule in answer
        for node in rule["nodes"]
    ]


def overflow(page):
    """By how many pixels the page is wider than the window, and what sticks out."""
    return page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          const wide = document.documentElement.scrollWidth - width;
          if (wide <= 0) return [];
          const inside = (node) => {
            for (let up = node.parentElement; up; up = up.parentElement) {
              if (getComputedStyle(up).overflowX !== "visible") return true;
            }
            return false;
          };
          return [...document.querySelectorAll("body *")]
            .filter((node) => node.getBoundingClientRect().right > width + 0.5 && !inside(node))
            .slice(0, 8)
            .map((node) => `${node.tagName.toLowerCase()}.${node.className} +${wide}`);
        }"""
    )


expect.set_options(timeout=90_000)  # a loaded machine is slow, not wrong
