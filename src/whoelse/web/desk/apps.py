"""The app's name."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "whoelse.web.desk"
    label = "desk"
