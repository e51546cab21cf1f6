"""The app's name."""

from django.apps import AppConfig


class CareersConfig(AppConfig):
    name = "whoelse.web.careers"
    label = "careers"
