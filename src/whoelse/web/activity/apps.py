"""The app's name."""

from django.apps import AppConfig


class ActivityConfig(AppConfig):
    name = "whoelse.web.activity"
    label = "activity"
