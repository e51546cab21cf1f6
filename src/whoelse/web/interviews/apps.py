"""The app's name, and what it has to say about confirmations."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    name = "whoelse.web.interviews"
    label = "interviews"

    def ready(self) -> None:
        from whoelse.web.interviews.actions import BY_ITSELF  # noqa: PLC0415 - app ready
        from whoelse.web.interviews.owner import (  # noqa: PLC0415 - app ready
            ByItselfOwner,
            ConfirmationOwner,
        )
        from whoelse.web.mail.owners import register  # noqa: PLC0415 - app ready
        from whoelse.web.outreach.actions.sending import PURPOSES  # noqa: PLC0415 - app ready
        from whoelse.web.outreach.models import Kind  # noqa: PLC0415 - app ready

        register(PURPOSES[Kind.CONFIRMATION], ConfirmationOwner())
        register(BY_ITSELF, ByItselfOwner())
