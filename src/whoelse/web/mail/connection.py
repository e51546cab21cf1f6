"""An account as places and a login: the one spot where its secret is opened."""

from whoelse.web.mail.models import MailAccount
from whoelse.web.mail.presets import Place
from whoelse.web.mail.smtp import Login


def smtp_place(account: MailAccount) -> Place:
    return Place(account.smtp_host, account.smtp_port, account.smtp_security)


def imap_place(account: MailAccount) -> Place:
    return Place(account.imap_host, account.imap_port, account.imap_security)


def login_of(account: MailAccount) -> Login:
    """User and password. Raises `CannotBeOpened` where the installation has another key."""
    return Login(account.user_name or account.address, account.secret.open(), account.sign_in)
