"""The app's name."""

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "whoelse.web.contacts"
    label = "contacts"
