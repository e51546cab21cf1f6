"""The one mail a day to the student themselves: when it may come, and the way to stop it."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core import signing
from django.urls import reverse

from whoelse.web.mail.models import MailAccount

# Own setting: nobody is written to in the evening or at night, whatever was late.
EARLIEST, LATEST = 6, 20
SALT = "whoelse.mail.digest"


def local_time(account: MailAccount, at: datetime) -> datetime:
    """The moment on the student's own clock."""
    try:
        return at.astimezone(ZoneInfo(account.student.time_zone))
    except (ZoneInfoNotFoundError, ValueError):
        return at


def is_time(account: MailAccount, at: datetime) -> bool:
    """Whether today's may go now: not before the chosen hour, not in the quiet hours, not twice."""
    if account.digest_hour is None:
        return False
    now = local_time(account, at)
    return account.digest_hour <= now.hour <= LATEST and account.digest_on != now.date()


def stop_address(account: MailAccount) -> str:
    """The link that stops it without signing in; "" where this installation has no address."""
    if not settings.PUBLIC_ADDRESS:
        return ""
    token = signing.dumps(str(account.public_id), salt=SALT)
    return settings.PUBLIC_ADDRESS + reverse("mail:digest-stop", args=[token])


def account_behind(token: str) -> UUID | None:
    """The public id of the account that a link stops; None for anything else."""
    try:
        return UUID(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
