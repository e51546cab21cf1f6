"""A web address written by a student, read with limits: size, time, redirects, private networks.

Each step is looked up and judged anew (`core.dialing`). Nothing is written here.
"""

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings

from whoelse.web.core.dialing import Deadline, NoSuchName, PrivateAddress, SlowName, connect
from whoelse.web.core.errors import UserError

# Own settings: a calendar that is larger or slower is no calendar of one person.
MOST_BYTES = 10_000_000
SECONDS = 15.0
MOST_REDIRECTS = 3
AGENT = "WhoElse (busy times of a calendar)"
_REDIRECTS = (301, 302, 303, 307, 308)
_SCHEMES = {"https": "https", "http": "http", "webcal": "https", "webcals": "https"}
_TELLING = {
    401: ("It asks for a name and a password.", "Look whether the link is the private one."),
    403: ("It may not be read with this link.", "Ask the calendar for a new private link."),
    404: ("There is no calendar at this address.", "Copy the link once more."),
    410: ("The calendar at this address is gone.", "Copy its new link."),
}


class CannotBeFetched(UserError):
    """Why an address gave nothing, for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered in the end, and at which address."""

    status: int
    body: bytes
    address: str
    headers: Mapping[str, str] = field(default_factory=dict)


def fetch(
    address: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
    seconds: float = SECONDS,
) -> Answer:
    """The answer of a server within `seconds`, after up to three redirects.

    Raises `CannotBeFetched`. Whoever is sent on to another host gets no `Authorization`, and
    nobody is sent from https to http.
    """
    given, deadline = dict(headers or {}), Deadline(seconds)
    for _ in range(MOST_REDIRECTS + 1):
        parts = place_of(address)
        answer = _ask(parts, method, given, body, deadline)
        if answer.status not in _REDIRECTS or not answer.headers.get("location"):
            return _judged(answer)
        there = place_of(urljoin(parts.geturl(), answer.headers["location"]))
        if (parts.scheme, there.scheme) == ("https", "http"):
            raise CannotBeFetched("It sends on to an address without encryption.", "Use https.")
        if there.netloc != parts.netloc:
            given.pop("Authorization", None)
        address = there.geturl()
    raise CannotBeFetched("It sends on from address to address.", "Copy the final link.")


def place_of(address: str) -> SplitResult:
    """The parts of a web address; webcal is https. Refuses every other scheme, and passwords."""
    try:
        parts = urlsplit(address.strip())
        port_is_sane = parts.port is None or parts.port > 0
    except ValueError:
        parts, port_is_sane = SplitResult("", "", "", "", ""), False
    scheme = _SCHEMES.get(parts.scheme.lower())
    odd = any(ord(letter) <= 32 or ord(letter) == 127 for letter in address.strip())
    if scheme is None or not parts.hostname or not port_is_sane or odd:
        raise CannotBeFetched("This is no web address.", "It begins with https:// or webcal://.")
    if parts.username is not None or parts.password is not None:
        raise CannotBeFetched(
            "There is a name or a password in this address.", "Use the fields of CalDAV for them."
        )
    path = parts.path or "/"
    return SplitResult(scheme, parts.netloc.lower(), path, parts.query, "")


def _ask(
    parts: SplitResult, method: str, headers: Mapping[str, str], body: bytes, deadline: Deadline
) -> Answer:
    with _connection(parts, deadline) as connection:
        sent = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        try:
            connection.request(method, path, body=body or None, headers={**sent, **headers})
        except UnicodeError:
            raise CannotBeFetched(
                "There are letters in this address that an address cannot have.", "Copy it anew."
            ) from None
        with closing(connection.getresponse()) as response:
            found = {name.lower(): value for name, value in response.getheaders()}
            content = b"" if response.status in _REDIRECTS else _body(response)
            return Answer(response.status, content, parts.geturl(), found)


@contextmanager
def _connection(parts: SplitResult, deadline: Deadline) -> Iterator[http.client.HTTPConnection]:
    """A connection that is cut when the time is up, whatever the server is busy with."""
    raw = _socket(parts, deadline.left())
    seconds = deadline.left()
    # A second handle of the same connection: TLS takes the first one over.
    guard, is_late = raw.dup(), threading.Event()

    def cut() -> None:
        is_late.set()
        with suppress(OSError):
            guard.shutdown(socket.SHUT_RDWR)

    clock = threading.Timer(seconds, cut)
    clock.daemon = True
    clock.start()
    connection = http.client.HTTPConnection(parts.netloc, timeout=seconds)
    connection.sock = raw
    try:
        if parts.scheme == "https":
            connection.sock = _wrapped(raw, parts)
        yield connection
        if is_late.is_set():
            raise TimeoutError  # what came before the cut may look whole, and is not
    except (OSError, http.client.HTTPException, zlib.error) as error:
        raise _told(error, parts, is_late=is_late.is_set()) from error
    finally:
        clock.cancel()
        connection.close()
        raw.close()
        guard.close()


def _socket(parts: SplitResult, seconds: float) -> socket.socket:
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        return connect(host, port, seconds=seconds)
    except NoSuchName as error:
        raise CannotBeFetched(f"There is no server {host}.", "Look at the address.") from error
    except PrivateAddress as error:
        raise CannotBeFetched(
            f"{host} is inside a private network, and WhoElse does not go there.",
            "Upload the calendar as a file instead.",
        ) from error
    except OSError as error:
        raise _told(error, parts, is_late=isinstance(error, SlowName)) from error


def _wrapped(raw: socket.socket, parts: SplitResult) -> ssl.SSLSocket:
    context = ssl.create_default_context(cafile=settings.MAIL_CA_FILE or None)
    return context.wrap_socket(raw, server_hostname=parts.hostname)


def _body(response: http.client.HTTPResponse) -> bytes:
    """The body, unpacked where it was packed although nobody asked for that; never too much."""
    packed = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if packed not in ("identity", "gzip", "deflate"):
        raise CannotBeFetched("It answers in a way that is not known.", "Upload it as a file.")
    unpack = None if packed == "identity" else zlib.decompressobj(32 + zlib.MAX_WBITS)
    content = bytearray()
    while chunk := response.read1(65_536):
        room = MOST_BYTES + 1 - len(content)
        content += unpack.decompress(chunk, room) if unpack else chunk[:room]
        if len(content) > MOST_BYTES:
            raise CannotBeFetched("The calendar is larger than 10 MB.", "Share a smaller one.")
    if response.length or (unpack and not unpack.eof):
        raise http.client.IncompleteRead(b"")
    return bytes(content)


def _judged(answer: Answer) -> Answer:
    if answer.status in (200, 207, 304):
        return answer
    default = (f"The server answers with an error ({answer.status}).", "Try again later.")
    raise CannotBeFetched(*_TELLING.get(answer.status, default))


def _told(error: Exception, parts: SplitResult, *, is_late: bool) -> CannotBeFetched:
    host = parts.hostname
    if is_late or isinstance(error, TimeoutError):
        return CannotBeFetched(f"{host} takes too long.", "Try again later.")
    if isinstance(error, ssl.SSLCertVerificationError):
        return CannotBeFetched(f"The certificate of {host} does not hold.", "Look at the address.")
    if isinstance(error, ssl.SSLError):
        return CannotBeFetched(f"{host} speaks no TLS there.", "Look at the address.")
    return CannotBeFetched(f"{host} does not answer as it should.", "Try again later.")
