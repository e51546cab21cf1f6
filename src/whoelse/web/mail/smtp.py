"""Handing one letter over by SMTP (RFC 5321), so that it is known at every step what is known.

Up to the last line of DATA nothing can have left; once it is written, only the server's answer
tells. In between stands `before_data`, which the caller uses to write that down.
"""

import re
import smtplib
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from socket import socket

from whoelse.web.mail.dialing import (
    CONNECT_SECONDS,
    READ_SECONDS,
    context_of,
    dial,
    ensure_protected,
    told,
    wrap,
)
from whoelse.web.mail.failures import MailFailure, one_line
from whoelse.web.mail.models import Security, SignIn
from whoelse.web.mail.presets import Place

DATA_SECONDS = 300  # RFC 5321 4.5.3.2.6 gives the server ten minutes; own setting, half of it
OUR_NAME = "[127.0.0.1]"  # an address literal (RFC 5321 4.1.3): the machine's name is nobody's


@dataclass(frozen=True, slots=True)
class Login:
    """Who signs in; `secret` is a password or an access token and stays out of `repr`."""

    user: str
    secret: str
    sign_in: str = SignIn.PASSWORD

    def __repr__(self) -> str:
        return f"Login({self.user!r})"


class Refused(Exception):
    """The server refuses this letter for good, in these words."""


class NotNow(Exception):
    """The server does not take this letter now; another try makes sense."""


class Unsure(Exception):
    """The letter was handed over, and the answer never came."""


class Stopped(Exception):
    """`before_data` said that the letter must not leave."""


class Session(smtplib.SMTP):
    """smtplib's session over our own connections."""

    def __init__(self, place: Place, *, timeout: float = CONNECT_SECONDS) -> None:
        self.place = place
        super().__init__(local_hostname=OUR_NAME, timeout=timeout)
        # `starttls` checks the certificate against this name.
        self._host = place.host

    def _get_socket(self, host: str, port: int, timeout: float) -> socket:  # noqa: ARG002
        connection = dial(self.place, timeout=timeout)
        ensure_protected(connection, self.place)
        connection.settimeout(READ_SECONDS if timeout == CONNECT_SECONDS else timeout)
        return wrap(connection, self.place) if self.place.security == Security.TLS else connection


@contextmanager
def signed_in(place: Place, login: Login, *, timeout: float = CONNECT_SECONDS) -> Iterator[Session]:
    """A session that may send. Raises `MailFailure`."""
    session = Session(place, timeout=timeout)
    try:
        try:
            _open(session, login)
        except smtplib.SMTPServerDisconnected as error:
            raise MailFailure("closed", host=place.host, port=place.port) from error
        except smtplib.SMTPException as error:
            raise MailFailure("answered", host=place.host, port=place.port, said=str(error)) from (
                error
            )
        except OSError as error:
            raise told(error, place) from error
        yield session
    finally:
        session.close()


def hand_over(
    session: Session,
    *,
    sender: str,
    recipient: str,
    content: bytes,
    before_data: Callable[[], bool],
) -> str:
    """Send one letter and return what the server answered. Raises the exceptions above."""
    try:
        needs_utf8 = not (sender + recipient).isascii()
        if needs_utf8 and not session.has_extn("smtputf8"):
            raise Refused("The mail service cannot write to addresses with such letters.")
        options = " SMTPUTF8 BODY=8BITMIME" if needs_utf8 else ""
        size = f" SIZE={len(content)}" if session.has_extn("size") else ""
        session.command_encoding = "utf-8" if needs_utf8 else "ascii"
        _expect(session.docmd(f"MAIL FROM:<{sender}>{size}{options}"), 250)
        _expect(session.docmd(f"RCPT TO:<{recipient}>"), 250, 251, 252)
        _expect(session.docmd("DATA"), 354)
    except (smtplib.SMTPException, OSError) as error:
        raise NotNow(f"The connection broke off: {one_line(str(error))}") from error
    if not before_data():
        raise Stopped
    return _write(session, content)


def ask_whether_it_takes(session: Session, *, sender: str) -> None:
    """Begin a letter from this address and drop it: nothing is sent. Raises `MailFailure`."""
    try:
        session.command_encoding = "ascii" if sender.isascii() else "utf-8"
        code, said = session.docmd(f"MAIL FROM:<{sender}>")
        session.docmd("RSET")
    except (smtplib.SMTPException, OSError) as error:
        raise MailFailure("closed", host=session.place.host) from error
    if code != 250:
        place, words = session.place, f"{code} {one_line(said)}"
        raise MailFailure("answered", host=place.host, port=place.port, said=words)


def say_goodbye(session: Session) -> None:
    """End politely. What happens here changes nothing: the answer to DATA was the last word."""
    try:
        session.sock.settimeout(5)
        session.docmd("QUIT")
    except (smtplib.SMTPException, OSError, AttributeError):
        return


def _open(session: Session, login: Login) -> None:
    place = session.place
    code, said = session.connect(place.host, place.port)
    if code == -1:
        raise MailFailure("stranger", host=place.host, port=place.port)
    if code != 220:
        raise MailFailure("answered", host=place.host, port=place.port, said=one_line(said))
    session.ehlo_or_helo_if_needed()
    if place.security == Security.STARTTLS:
        if not session.has_extn("starttls"):
            raise MailFailure("starttls", host=place.host, port=place.port)
        session.starttls(context=context_of(place))
        session.ehlo_or_helo_if_needed()
    if login.secret:
        _sign_in(session, login)


def _sign_in(session: Session, login: Login) -> None:
    """By hand, because smtplib knows neither XOAUTH2 nor passwords beyond ASCII.

    A relay that offers no way to sign in gets no password; if it wants one it says so later.
    """
    if not session.has_extn("auth"):
        return
    offered = session.esmtp_features.get("auth", "").upper().replace("=", " ").split()
    where = {"host": session.place.host, "port": session.place.port}
    if login.sign_in == SignIn.XOAUTH2:
        answer = session.docmd("AUTH", f"XOAUTH2 {xoauth2(login)}")
        if answer[0] == 334:  # the error comes as a challenge that is to be answered with nothing
            answer = session.docmd("")
    elif "PLAIN" in offered:
        answer = session.docmd("AUTH", "PLAIN " + _b64(f"\0{login.user}\0{login.secret}"))
    elif "LOGIN" in offered:
        session.docmd("AUTH", f"LOGIN {_b64(login.user)}")
        answer = session.docmd(_b64(login.secret))
    else:
        raise MailFailure("no_login", **where)
    if answer[0] not in (235, 503):
        # 454 and other 4xx: the server itself cannot check now
        kind = "login" if answer[0] >= 500 or answer[0] == 334 else "answered"
        raise MailFailure(kind, **where, said=one_line(answer[1]))


def xoauth2(login: Login) -> str:
    """The first answer of XOAUTH2: user and access token."""
    return _b64(f"user={login.user}\x01auth=Bearer {login.secret}\x01\x01")


def _expect(answer: tuple[int, bytes], *codes: int) -> None:
    code, said = answer
    if code in codes:
        return
    words = f"{code} {one_line(said)}"
    raise (Refused if 500 <= code < 600 else NotNow)(words)


def _write(session: Session, content: bytes) -> str:
    """Everything after 354. From the first byte on, silence means that nobody knows."""
    body = re.sub(rb"(?m)^\.", b"..", content)  # RFC 5321 4.5.2
    try:
        session.sock.settimeout(DATA_SECONDS)
        session.send(body + b".\r\n")
        answer = session.getreply()
    except (smtplib.SMTPException, OSError) as error:
        raise Unsure(one_line(str(error))) from error
    if answer[0] == -1:
        raise Unsure("The answer could not be read.")
    _expect(answer, 250)
    return one_line(answer[1])


def _b64(text: str) -> str:
    return b64encode(text.encode()).decode("ascii")
