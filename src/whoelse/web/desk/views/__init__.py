"""The student's composite pages, one module a page."""

from whoelse.web.desk.views.careers import careers, careers_area, careers_occupation
from whoelse.web.desk.views.network import network, network_table
from whoelse.web.desk.views.person import person, person_export
from whoelse.web.desk.views.settings import settings
from whoelse.web.desk.views.today import (
    action_done,
    promise_kept,
    referral_reported,
    today,
)
from whoelse.web.desk.views.touching import touching
from whoelse.web.desk.views.welcome import welcome, welcome_remove

__all__ = [
    "action_done",
    "careers",
    "careers_area",
    "careers_occupation",
    "network",
    "network_table",
    "person",
    "person_export",
    "promise_kept",
    "referral_reported",
    "settings",
    "today",
    "touching",
    "welcome",
    "welcome_remove",
]
