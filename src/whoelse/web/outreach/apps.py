"""The app's name, and what it has to say about its letters."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "whoelse.web.outreach"
    label = "outreach"

    def ready(self) -> None:
        from whoelse.web.mail.owners import register  # noqa: PLC0415 - app ready
        from whoelse.web.outreach.actions.sending import PURPOSE  # noqa: PLC0415 - app ready
        from whoelse.web.outreach.owner import MessageOwner  # noqa: PLC0415 - app ready

        register(PURPOSE, MessageOwner())
