"""Connections to mail servers: which addresses may be reached, TLS, and how long anything may take.

The name is looked up once, and the address that was judged is the one that is connected to.
"""

import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from whoelse.web.mail.failures import MailFailure
from whoelse.web.mail.models import Security
from whoelse.web.mail.presets import Place

CONNECT_SECONDS = 15  # own setting: a mail server answers within one or two
LOOPBACK = ("127.0.0.1", "::1")
READ_SECONDS = 60  # RFC 5321 4.5.3.2 allows minutes; a page or a worker does not wait that long


def dial(place: Place, *, timeout: float = CONNECT_SECONDS) -> socket.socket:
    """A connection to one of the addresses of a server. Raises `MailFailure`."""
    failure = MailFailure("unreachable", host=place.host)
    for address in addresses_of(place):
        _refuse_private(place, address)
        try:
            return socket.create_connection((address, place.port), timeout=timeout)
        except OSError as error:
            failure = told(error, place)
    raise failure


def addresses_of(place: Place) -> list[str]:
    """The addresses of a name, each once."""
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise MailFailure("name", host=place.host) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


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
    if isinstance(error, ssl.SSLError):
        return MailFailure("tls", **where)
    if isinstance(error, TimeoutError):
        return MailFailure("timeout", **where)
    if isinstance(error, ConnectionRefusedError):
        return MailFailure("refused", **where)
    if isinstance(error, ConnectionError):
        return MailFailure("closed", **where)
    return MailFailure("unreachable", **where)


def _refuse_private(place: Place, address: str) -> None:
    """On a shared host a student's settings must not open the doors of its own network."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None) or ip
    if not settings.MAY_REACH_PRIVATE and not mapped.is_global:
        raise MailFailure("private", host=place.host, port=place.port)
