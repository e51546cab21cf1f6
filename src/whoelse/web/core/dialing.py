"""The way to a server that a student named: looked up in bounded time, judged, then connected to.

A name is looked up once, and the address that was judged is the one that is connected to, so that
a name cannot change its mind in between. What is spoken then is the caller's.
"""

import ipaddress
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator

from django.conf import settings

# Own settings. A resolver answers in milliseconds; one that hangs holds one thread, and threads
# that hang are counted, so that a broken network costs neither pages nor memory.
LOOK_UP_SECONDS = 5.0
MOST_LOOK_UPS = 32
MOST_ADDRESSES = 4  # of one name; more of them would only make a dead server slower to tell
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: IPv4 inside IPv6
_turns = threading.BoundedSemaphore(MOST_LOOK_UPS)

LookUp = Callable[..., list[tuple]]


class NoSuchName(OSError):
    """The name has no address."""


class SlowName(OSError):
    """Nobody said in time which address the name has."""


class PrivateAddress(OSError):
    """On a shared host a student's settings must not open the doors of its own network."""


class Deadline:
    """How much is left of a span that several steps share."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds; a hair's breadth when none are left, so that the next step is late at once."""
        return max(self._ends - time.monotonic(), 0.001)


def connect(host: str, port: int, *, seconds: float) -> socket.socket:
    """A connection to one of the addresses of a name, all within `seconds`.

    Raises `NoSuchName`, `SlowName`, `PrivateAddress`, or the `OSError` of the last try.
    """
    deadline = Deadline(seconds)
    failure: OSError = NoSuchName(host)
    for address in addresses_of(host, port, seconds=min(LOOK_UP_SECONDS, seconds)):
        ensure_public(address)
        try:
            return socket.create_connection((address, port), timeout=deadline.left())
        except OSError as error:
            failure = error
    raise failure


def addresses_of(
    host: str, port: int, *, seconds: float = LOOK_UP_SECONDS, look_up: LookUp | None = None
) -> list[str]:
    """The first addresses of a name, each once. Raises `NoSuchName` and `SlowName`.

    The system's own look-up knows no time limit, so it gets a thread that nobody waits for.
    """
    if not _turns.acquire(blocking=False):
        raise SlowName(host)
    answers: queue.SimpleQueue[list[tuple] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put((look_up or socket.getaddrinfo)(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answers.put(error)
        finally:
            _turns.release()

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    try:
        found = answers.get(timeout=seconds)
    except queue.Empty:
        raise SlowName(host) from None
    if isinstance(found, Exception):
        raise NoSuchName(host) from found
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))[:MOST_ADDRESSES]


def ensure_public(address: str) -> None:
    """Refuse whatever leads into a private network, also IPv4 wrapped in IPv6."""
    if settings.MAY_REACH_PRIVATE:
        return
    ip = ipaddress.ip_address(address.partition("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or ip
    if any(not each.is_global or each.is_multicast for each in (ip, *_inside(ip))):
        raise PrivateAddress(address)


def _inside(
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> Iterator[ipaddress.IPv4Address]:
    """IPv4 to which a gateway would pass it on."""
    if isinstance(ip, ipaddress.IPv6Address) and ip in _NAT64:
        yield ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
    if isinstance(ip, ipaddress.IPv6Address) and ip.sixtofour:
        yield ip.sixtofour
