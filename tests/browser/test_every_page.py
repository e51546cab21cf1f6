"""Every page, in the demonstration world: axe, light and dark, at a desk and on a phone; no page
wider than its window; nothing on the console. Pages are found by following links.
"""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.browser.chromium import DESK, PHONE
from tests.browser.tour import tour
from tests.browser.visitor import overflow, violations

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1500)]

NARROW = {"width": 320, "height": 640}
# One page each is enough, of messages one of every kind, of Welcome every step, of the
# roadmap every sheet.
APART = ("kind", "slug", "step")
SEARCHED = 8
FOUND = {
    "careers:figures",
    "careers:onet",
    "careers:search",
    "contacts:contact-edit",
    "contacts:contact-erase",
    "contacts:contact-new",
    "contacts:do-not-contact",
    "contacts:import",
    "contacts:people",
    "desk:careers",
    "desk:careers-area",
    "desk:careers-occupation",
    "desk:network",
    "desk:person",
    "desk:settings",
    "desk:today",
    "desk:touching",
    "desk:welcome",
    "desk:welcome-step",
    "discoveries:action",
    "discoveries:discoveries",
    "discoveries:occupation",
    "guests:request",
    "interviews:agree",
    "interviews:cancel",
    "interviews:interviews",
    "interviews:missed",
    "interviews:move",
    "interviews:plan-priorities",
    "interviews:prepare",
    "interviews:priorities",
    "interviews:question-swap",
    "interviews:room",
    "interviews:sheet",
    "interviews:write-up",
    "mail:account",
    "outreach:message",
    "outreach:write",
    "roadmap:all",
    "roadmap:roadmap",
    "roadmap:tool",
    "scheduling:hours",
    "scheduling:offer",
}


def test_every_page_that_links_lead_to(demo, visit):
    me = visit(demo)
    pages = pages_from(me, "/")
    wrong = []
    for path in pages.values():
        me.go(path)
        wrong += wrong_here(me, path)
    assert wrong == []
    assert {name for name, _ in pages} >= FOUND


def test_every_stop_of_the_tour(demo, visit):
    me = visit(demo)
    wrong = [line for name in tour(me) for line in wrong_here(me, name)]
    assert wrong == []


def test_pages_for_what_goes_wrong(demo, visit):
    me = visit(demo)
    stranger = visit(demo)  # the link worked once
    stranger.heading("own WhoElse")
    me.go("/not/there/")
    shown = [("door", stranger.page), ("missing", me.page)]
    wrong = [(name, violations(page), overflow(page)) for name, page in shown]
    assert wrong == [("door", [], []), ("missing", [], [])]


def wrong_here(me, name):
    """What is wrong with the page that is open, at every size and in both schemes."""
    wrong = []
    for size in (DESK, PHONE, NARROW):
        me.page.set_viewport_size(size)
        sticks_out = overflow(me.page)
        found = me.wrong() if size is not NARROW else []
        wrong += [f"{name} at {size['width']}: {line}" for line in [*sticks_out, *found]]
    me.page.set_viewport_size(DESK)
    return wrong


def pages_from(me, start):
    """One address of every page that links lead to, by the name of the page.

    Of each, some are searched for links: the first person may lead to no message.
    """
    pages, seen, waiting = {}, set(), [start]
    while waiting:
        path = waiting.pop(0)
        key = key_of(path)
        if key is None or path in seen or sum(key_of(other) == key for other in seen) >= SEARCHED:
            continue
        seen.add(path)
        answer = me.page.context.request.get(me.at + path)
        if "text/html" not in answer.headers["content-type"]:
            continue
        assert answer.status == 200, f"{path}: {answer.status}"
        pages.setdefault(key, urlsplit(answer.url).path)
        waiting += links_of(answer.text())
    return pages


def key_of(path):
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return None
    return match.view_name, tuple(match.kwargs.get(name) for name in APART)


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.paths = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        href = dict(attrs).get("href") or ""
        if tag == "a" and re.match(r"/\w*", href) and not href.startswith("/static/"):
            self.paths.append(href.split("#")[0])


def links_of(text):
    return Links(text).paths
