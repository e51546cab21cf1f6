"""The app's name."""

from django.apps import AppConfig


class DiscoveriesConfig(AppConfig):
    name = "whoelse.web.discoveries"
    label = "discoveries"
