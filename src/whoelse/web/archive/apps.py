"""The app's name."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "whoelse.web.archive"
    label = "archive"
