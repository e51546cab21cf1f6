"""The app's name."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "whoelse.web.reports"
    label = "reports"
