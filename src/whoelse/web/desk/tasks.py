"""What the doorbell calls: the digest of those who chose one."""

from django.utils import timezone

from whoelse.web.core import doorbell
from whoelse.web.desk import actions


@doorbell.job("digests")
def digests() -> None:
    actions.send_digests(at=timezone.now())
