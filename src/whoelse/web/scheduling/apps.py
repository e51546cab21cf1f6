"""The app's name."""

from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "whoelse.web.scheduling"
    label = "scheduling"
