"""Just enough CalDAV (RFC 4791): which calendars an account has, and their events of some weeks.

XML is read without DTDs and entities, which is where XML bites.
"""

from base64 import b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit
from xml.parsers import expat

from django.conf import settings

from whoelse.web.core.dialing import Deadline
from whoelse.web.scheduling.fetching import (
    SECONDS,
    Answer,
    CannotBeFetched,
    fetch,
    place_of,
)

D, C = "DAV: ", "urn:ietf:params:xml:ns:caldav "
MOST_CALENDARS = 20
_MOST_DEPTH, _MOST_NODES = 30, 200_000
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
_FIND = (
    f"{_HEAD}<d:propfind {_NAMES}><d:prop><d:resourcetype/><d:current-user-principal/>"
    "<c:calendar-home-set/></d:prop></d:propfind>"
)
_QUERY = (
    f"{_HEAD}<c:calendar-query {_NAMES}><d:prop><c:calendar-data/></d:prop><c:filter>"
    '<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">'
    '<c:time-range start="{start}" end="{end}"/></c:comp-filter></c:comp-filter></c:filter>'
    "</c:calendar-query>"
)


@dataclass(slots=True)
class Node:
    """An element: its name with the namespace before a space, its text, what is in it."""

    name: str
    text: str = ""
    children: list["Node"] = field(default_factory=list)

    def all(self, name: str) -> list["Node"]:
        """Elements of this name at any depth."""
        found = []
        for child in self.children:
            found += [child] if child.name == name else []
            found += child.all(name)
        return found

    def first(self, name: str) -> "Node | None":
        return next(iter(self.all(name)), None)


class BadXml(ValueError):
    """XML that is broken, too large, or asks for more than itself."""


def read_xml(data: bytes) -> Node:
    """The document's root. Refuses a DTD, entities, and depth without end."""
    root = Node("")
    stack, seen = [root], 0
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, _: object) -> None:
        nonlocal seen
        seen += 1
        if len(stack) > _MOST_DEPTH or seen > _MOST_NODES:
            raise BadXml
        stack[-1].children.append(Node(name))
        stack.append(stack[-1].children[-1])

    def text(data: str) -> None:
        stack[-1].text += data

    def refuse(*_: object) -> None:
        raise BadXml

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: stack.pop()
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own way
    except expat.ExpatError as error:
        raise BadXml from error
    return root


@dataclass(frozen=True, slots=True)
class Account:
    """An address of a CalDAV server and who reads there."""

    address: str
    username: str
    password: str

    def events(self, *, start: datetime, end: datetime, seconds: float) -> bytes:
        """All events of these weeks, of all calendars of the account, one file after the other.

        All of it within `seconds`, however many calendars there are.
        """
        span = {"start": f"{start.astimezone(UTC):%Y%m%dT%H%M%SZ}"}
        query = _QUERY.format(**span, end=f"{end.astimezone(UTC):%Y%m%dT%H%M%SZ}")
        deadline, files = Deadline(seconds), list[str]()
        for calendar in self.calendars(deadline):
            found = self._ask(calendar, "REPORT", query, depth=1, deadline=deadline)
            files += [node.text for node in found.all(f"{C}calendar-data")]
        return "\n".join(files).encode()

    def calendars(self, deadline: Deadline) -> list[str]:
        """The address itself if it is a calendar, else those of the account behind it."""
        here = self._ask(self.address, "PROPFIND", _FIND, depth=0, deadline=deadline)
        if here.first(f"{C}calendar"):
            return [self.address]
        principal = _link(here, f"{D}current-user-principal")
        home = _link(here, f"{C}calendar-home-set")
        if home is None and principal is not None:
            address = self._inside(principal)
            there = self._ask(address, "PROPFIND", _FIND, depth=0, deadline=deadline)
            home = _link(there, f"{C}calendar-home-set")
        place = self._inside(home) if home else self.address
        listed = self._ask(place, "PROPFIND", _FIND, depth=1, deadline=deadline)
        found = [
            self._inside(link.text)
            for response in listed.all(f"{D}response")
            if response.first(f"{C}calendar")
            for link in response.children
            if link.name == f"{D}href"
        ]
        if not found:
            raise CannotBeFetched("There is no calendar in this account.", "Look at the address.")
        return found[:MOST_CALENDARS]

    def _inside(self, link: str) -> str:
        """A link of the server's answer; the password is never taken to another host."""
        address = urljoin(self.address, link.strip())
        if urlsplit(address).netloc != urlsplit(self.address).netloc:
            raise CannotBeFetched(
                "The calendars of this account are on another server.", "Use that address."
            )
        return address

    def _ask(self, address: str, method: str, body: str, *, depth: int, deadline: Deadline) -> Node:
        if place_of(address).scheme == "http" and not settings.MAY_REACH_PRIVATE:
            raise CannotBeFetched("A password travels by https only.", "Write https:// instead.")
        login = b64encode(f"{self.username}:{self.password}".encode()).decode("ascii")
        headers = {
            "Authorization": f"Basic {login}",
            "Content-Type": "application/xml; charset=utf-8",
            "Depth": str(depth),
        }
        span = min(deadline.left(), SECONDS)
        try:
            answer: Answer = fetch(
                address, method=method, headers=headers, body=body.encode(), seconds=span
            )
            return read_xml(answer.body)
        except BadXml:
            raise CannotBeFetched(
                "What answers there is no CalDAV server.", "Look at the address."
            ) from None


def _link(node: Node, name: str) -> str | None:
    found = node.first(name)
    href = found.first(f"{D}href") if found else None
    return href.text if href else None
