"""The app's name."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "whoelse.web.accounts"
    label = "accounts"
