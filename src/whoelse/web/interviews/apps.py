"""The app's name."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    name = "whoelse.web.interviews"
    label = "interviews"
