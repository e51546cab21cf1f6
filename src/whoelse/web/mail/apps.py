"""The app's name."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "whoelse.web.mail"
    label = "mail"
