"""A guest without a browser: opens the page, fills in a form, presses the two buttons."""

import re
from html import unescape
from html.parser import HTMLParser

from django.urls import reverse


class Guest:
    def __init__(self, client, token):
        self.client, self.token = client, token

    def path(self, name="page", *args):
        return reverse(f"guests:{name}", args=[self.token, *args])

    def open(self, name="page", **query):
        return self.client.get(self.path(name), query)

    def say(self, slug, **words):
        """The first step: a form of the page."""
        return self.client.post(self.path("answer", slug), words)

    def answer(self, slug, **words):
        """Both steps, as a person takes them."""
        return self.press(self.say(slug, **words))

    def press(self, response):
        """The second button of a confirmation page."""
        form = forms_of(response)[0]
        return self.client.post(form["action"], form["fields"] | {"sure": "yes"})


class Forms(HTMLParser):
    """The forms of a page with what a program would send that fills nothing in."""

    def __init__(self, text):
        super().__init__()
        self.forms, self.links, self.select = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        if tag == "form":
            self.forms.append(
                {"action": at.get("action"), "method": at.get("method", "get"), "fields": {}}
            )
        elif tag == "a":
            self.links.append(at.get("href", ""))
        elif tag == "input" and self.forms:
            if at.get("type") not in ("radio", "checkbox") or "checked" in at:
                self.forms[-1]["fields"][at["name"]] = at.get("value", "")
        elif tag == "textarea" and self.forms:
            self.forms[-1]["fields"][at["name"]] = ""
        elif tag == "select":
            self.select = at["name"]
        elif tag == "option" and ("selected" in at or self.select not in self.forms[-1]["fields"]):
            self.forms[-1]["fields"][self.select] = at["value"]


def forms_of(response):
    return Forms(response.content.decode()).forms


def links_of(response):
    return Forms(response.content.decode()).links


def text_of(response):
    """The words of a page, in one line."""
    body = re.sub(r"(?s)<(script|svg|style|head)\b.*?</\1>", " ", response.content.decode())
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())
