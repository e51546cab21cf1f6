"""What every page inherits: refusals that tell, lost sessions, foreign origins, the policy."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import NOW, make_contact
from whoelse.web.contacts.models import DoNotContact

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def blocked(ana):
    """Somebody to whom nothing may be written: every way to write raises a UserError."""
    contact = make_contact(ana, "Owen Pryce", email="o@pryce.example")
    DoNotContact.objects.create(student=ana, contact=contact, recorded_at=NOW)
    return reverse("outreach:write", args=[contact.public_id, "request"])


def test_what_may_not_be_done_is_told_on_a_page_with_a_way_on(as_ana, blocked):
    response = as_ana.get(blocked)

    assert response.status_code == 422
    assert "errors/user_error.html" in [t.name for t in response.templates]


def test_the_same_under_htmx_is_a_notice(as_ana, blocked):
    response = as_ana.get(blocked, **HTMX)

    assert response.status_code == 422
    assert response.headers["HX-Retarget"] == "#notices"
    assert "<html" not in response.content.decode()


def test_a_lost_session_sends_htmx_to_the_door_as_a_whole_page(db):
    response = Client().get("/people/", **HTMX)

    assert response.headers["HX-Redirect"] == reverse("accounts:door")
    assert response.content == b""


def test_a_stranger_is_sent_to_the_door_and_told_how_to_get_in(db):
    response = Client().get("/people/", follow=True)

    assert response.redirect_chain[0][1] == 302
    assert response.status_code == 401
    assert "opens by a link that works once" in response.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_ORIGIN": "https://evil.example"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_ORIGIN": "http://testserver:9999"},
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
    ],
)
def test_a_change_from_elsewhere_is_refused(as_ana, ana, headers):
    path = reverse("desk:settings")

    assert as_ana.post(path, {"days": "2026-11-26"}, **headers).status_code == 403
    assert ana.holidays.count() == 0


def test_a_form_without_its_token_is_refused_with_what_to_do(ana):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ana.user)

    response = strict.post(reverse("desk:settings"), {"days": "2026-11-26"})

    assert response.status_code == 403
    assert "load the page again" in response.content.decode()
    assert ana.holidays.count() == 0


def test_a_foreign_host_is_answered_without_a_page(db):
    response = Client().get("/", HTTP_HOST="evil.example")

    assert response.status_code == 400


def test_a_page_that_is_not_there_says_so(as_ana):
    response = as_ana.get("/nowhere/")

    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_every_page_carries_the_strict_policy(as_ana):
    response = as_ana.get("/settings/")

    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"
