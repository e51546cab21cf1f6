"""What may be typed in, by what it is about."""

from whoelse.web.scheduling.forms.appointment import AppointmentForm
from whoelse.web.scheduling.forms.calendars import AccountForm, FileForm, LinkForm
from whoelse.web.scheduling.forms.hours import HoursForm
from whoelse.web.scheduling.forms.offer import OfferForm

__all__ = ["AccountForm", "AppointmentForm", "FileForm", "HoursForm", "LinkForm", "OfferForm"]
