"""The app's name."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "whoelse.web.core"
    label = "core"
