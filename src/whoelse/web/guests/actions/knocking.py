"""How often somebody may knock: a bounded count for each hour, kept without saying whose it is."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from whoelse.web.core.errors import UserError
from whoelse.web.guests import queries
from whoelse.web.guests.models import Knock

# own settings: a person answers in a few steps; a department behind one address needs more
MOST_A_LINK = 60
MOST_AN_ADDRESS = 120
_SALT = "whoelse.guests.knock"


class TooManyTries(UserError):
    """So many tries in one hour are not those of a person."""

    def __init__(self) -> None:
        super().__init__(
            "That were very many tries within one hour.",
            "Nothing was changed. Come back in an hour; the page waits for you.",
        )


@transaction.atomic
def knock(whose: str, *, most: int, at: datetime) -> None:
    """Count one try of an hour; raise `TooManyTries` beyond the most, and then count no more.

    Counts of earlier hours are thrown away, so that the table never holds more than an hour.
    """
    hour = at.replace(minute=0, second=0, microsecond=0)
    digest = salted_hmac(_SALT, f"{hour.isoformat()} {whose}", algorithm="sha256").hexdigest()
    if queries.knocks_since(digest, hour) >= most:
        raise TooManyTries
    Knock.objects.filter(hour__lt=hour - timedelta(hours=1)).delete()
    Knock.objects.bulk_create([Knock(digest=digest, hour=hour)], ignore_conflicts=True)
    Knock.objects.filter(digest=digest, hour=hour).update(count=F("count") + 1)
