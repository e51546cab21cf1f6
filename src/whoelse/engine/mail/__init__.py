"""Incoming mail: what a message is, whom it answers, and what is new in it.

`sort_mail` takes the bytes of any RFC 5322 message and gives a `SortedMail`. Fetching and
storing are left to others.
"""

from whoelse.engine.mail.limits import Limits
from whoelse.engine.mail.sorted import Kind, SortedMail
from whoelse.engine.mail.sorting import sort_mail

__all__ = ["Kind", "Limits", "SortedMail", "sort_mail"]
