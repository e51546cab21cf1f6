"""Pages for guests, and the student's page about the private page of a request."""

from whoelse.web.guests.views.answering import answer
from whoelse.web.guests.views.guest import calendar, page, stored, zone
from whoelse.web.guests.views.student import link, request_page, withdrawal

__all__ = ["answer", "calendar", "link", "page", "request_page", "stored", "withdrawal", "zone"]
