"""The app's name."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "whoelse.web.outreach"
    label = "outreach"
