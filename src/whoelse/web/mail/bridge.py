"""Asks the engine what an incoming message is."""

from whoelse.engine.mail import SortedMail, sort_mail

__all__ = ["SortedMail", "sorted_mail"]


def sorted_mail(raw: bytes) -> SortedMail:
    """What the bytes of a message are; never raises."""
    return sort_mail(raw)
