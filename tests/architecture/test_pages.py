"""What holds for every page: login by default, no inline script or style, strangers see nothing."""

import re

from django.urls import URLPattern, URLResolver, get_resolver

from tests.conftest import ROOT

WEB = ROOT / "src" / "whoelse" / "web"
# Interviewees have no account: the token in the address is what opens these, and a change needs
# the seal of the page on which it was confirmed.
GUESTS = {"guests:page", "guests:answer", "guests:calendar", "guests:stored", "guests:zone"}
# Calendar programs have no login: the token in the address, hashed at rest and revocable, is it.
FEEDS = {":scheduling-feed"}
# The link in the daily mail that ends it: signed, and only its button changes anything.
STOPS = {"mail:digest-stop"}
OPEN_VIEWS = {"accounts:door", "accounts:door-with-key"} | GUESTS | FEEDS | STOPS
# Forms of pages that set no cookie; the first step changes nothing, the second carries the seal.
SEALED = {"_fields.html", "_times.html", "confirm.html"}
ALLOWED_HTMX = {"get", "post", "target", "swap", "trigger", "select", "push-url", "indicator",
                "disabled-elt", "swap-oob", "confirm", "headers"}  # fmt: skip


def named_views(resolver=None, namespace=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from named_views(pattern, pattern.namespace or namespace)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}:{pattern.name}", pattern.callback


def templates():
    return sorted([*WEB.rglob("*.html")])


def test_everything_needs_a_login_but_the_door():
    open_views = {name for name, view in named_views() if not getattr(view, "login_required", True)}
    assert open_views == OPEN_VIEWS


def test_no_inline_script_or_style():
    offending = []
    for path in templates():
        text = path.read_text("utf-8")
        inline = re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
        script = re.search(r"<script(?![^>]*\ssrc=)", text)
        if inline or script:
            offending.append(path.relative_to(WEB).as_posix())
    assert offending == []


def test_only_known_htmx_attributes():
    used = set()
    for path in templates():
        used |= set(re.findall(r"\shx-([a-z-]+)=", path.read_text("utf-8")))
    assert used <= ALLOWED_HTMX


def test_every_form_that_changes_something_carries_the_token():
    offending = []
    for path in templates():
        text = path.read_text("utf-8")
        forms = re.findall(r"<form[^>]*method=\"post\".*?</form>", text, re.DOTALL)
        if path.parent.name == "guests" and path.name in SEALED:
            continue
        if any("csrf_token" not in form for form in forms):
            offending.append(path.relative_to(WEB).as_posix())
    assert offending == []


def test_colours_stand_in_the_tokens_alone():
    colour = re.compile(r"#[0-9a-fA-F]{3,8}\b(?!\w)")
    sheets = [p for p in (WEB / "static" / "css").rglob("*.css") if p.name != "tokens.css"]
    assert [sheet.name for sheet in sheets if colour.search(sheet.read_text("utf-8"))] == []


def test_no_form_asks_while_somebody_types():
    """htmx sends what a form asks to the button in it that has the focus by then."""
    forms = [
        (path.name, form)
        for path in templates()
        for form in re.findall(r"<form[^>]*>", path.read_text("utf-8"))
        if re.search(r"hx-post=[^>]*hx-trigger=", form)
    ]

    assert forms == []
