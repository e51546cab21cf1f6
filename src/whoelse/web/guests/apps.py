"""The app's name."""

from django.apps import AppConfig


class GuestsConfig(AppConfig):
    name = "whoelse.web.guests"
    label = "guests"
