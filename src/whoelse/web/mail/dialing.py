"""Connections to mail servers: TLS, how long anything may take, and what went wrong in words."""

import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from whoelse.web.core import dialing as core
from whoelse.web.mail.failures import MailFailure
from whoelse.web.mail.models import Security
from whoelse.web.mail.presets import Place

CONNECT_SECONDS = 15  # own setting: a mail server answers within one or two
LOOPBACK = ("127.0.0.1", "::1")
READ_SECONDS = 60  # RFC 5321 4.5.3.2 allows minutes; a page or a worker does not wait that long
_KINDS: dict[type[Exception], str] = {
    core.NoSuchName: "name",
    core.SlowName: "slow_name",
    core.PrivateAddress: "private",
    ssl.SSLError: "tls",
    TimeoutError: "timeout",
    ConnectionRefusedError: "refused",
    ConnectionError: "closed",
}  # the nearest kind first


def dial(place: Place, *, timeout: float = CONNECT_SECONDS) -> socket.socket:
    """A connection to one of the addresses of a server. Raises `MailFailure`."""
    try:
        return core.connect(place.host, place.port, seconds=timeout)
    except OSError as error:
        raise told(error, place) from error


def wrap(connection: socket.socket, place: Place) -> ssl.SSLSocket:
    """TLS over a connection, with the server's name checked."""
    try:
        return context_of(place).wrap_socket(connection, server_hostname=place.host)
    except (OSError, ValueError) as error:
        raise told(error, place) from error


def context_of(place: Place) -> ssl.SSLContext:
    """Certificates count everywhere but at this machine's own number: Proton's bridge signs its
    own, and what is sent there leaves no wire."""
    context = ssl.create_default_context(cafile=settings.MAIL_CA_FILE or None)
    if place.host in LOOPBACK:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def is_loopback(connection: socket.socket) -> bool:
    return ipaddress.ip_address(connection.getpeername()[0]).is_loopback


def ensure_protected(connection: socket.socket, place: Place) -> None:
    """Refuse an open connection to any other machine, before a password is given away."""
    if place.security == Security.NONE and not is_loopback(connection):
        connection.close()
        raise MailFailure("plain", host=place.host, port=place.port)


@contextmanager
def telling(place: Place) -> Iterator[None]:
    """Turn what the socket says inside into a `MailFailure`."""
    try:
        yield
    except OSError as error:
        raise told(error, place) from error


def told(error: Exception, place: Place) -> MailFailure:
    """The failure behind an error of a socket."""
    where = {"host": place.host, "port": place.port}
    if isinstance(error, ssl.SSLCertVerificationError):
        return MailFailure("certificate", **where, said=f"{error.verify_message}.")
    for kind, words in _KINDS.items():
        if isinstance(error, kind):
            return MailFailure(words, **where)
    return MailFailure("unreachable", **where)
