"""What the interviewee's page shows: who asks and why, the times in one zone, what is agreed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from whoelse.web.guests import bridge, queries
from whoelse.web.guests.models import GuestLink
from whoelse.web.guests.tokens import addresses_in
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach.resting import end_of_rest
from whoelse.web.scheduling.models import OfferedTime
from whoelse.web.scheduling.zones import COMMON, clock_of, day_of, known_zones, place_of, zone_of

LONGEST_LETTER = 4_000  # bytes: the page stays light, whatever was written


@dataclass(frozen=True, slots=True)
class Pick:
    """A time that can be chosen, in words for the reader and for the student."""

    key: str
    starts_at: datetime
    minutes: int
    zone: str
    there: str
    offered: OfferedTime | None = None  # none where an agreed conversation is moved

    @property
    def words(self) -> str:
        return _span(self.starts_at, self.ends_at, self.zone)

    @property
    def words_there(self) -> str:
        return _span(self.starts_at, self.ends_at, self.there)

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def differs(self) -> bool:
        here, there = zone_of(self.zone), zone_of(self.there)
        return self.starts_at.astimezone(here).replace(tzinfo=None) != (
            self.starts_at.astimezone(there).replace(tzinfo=None)
        )


class GuestPage:
    """One request as its interviewee sees it, at a moment, in a zone."""

    def __init__(
        self,
        link: GuestLink,
        interview: Interview | None,
        *,
        token: str,
        at: datetime,
        zone: str = "",
    ) -> None:
        self.link, self.interview, self.token, self.at = link, interview, token, at
        self.is_own = False  # the student looks at it
        self.message, self.student = link.message, link.student
        self.contact = link.message.contact
        self.asked_zone = zone if zone in known_zones() else ""

    @property
    def asker(self) -> str:
        return self.student.full_name or "A student"

    @property
    def first(self) -> str:
        """The name by which a text goes on."""
        return self.asker.split()[0] if self.student.full_name else "the student"

    @cached_property
    def offered(self) -> list[OfferedTime]:
        return [] if self.interview else queries.times_to_pick(self.link, at=self.at)

    @cached_property
    def zone(self) -> str:
        """Whatever was chosen on the page; else what the student supposed."""
        supposed = [self.asked_zone]
        if self.interview:
            supposed.append(self.interview.appointment.contact_zone)
        supposed += [o.contact_zone for o in self.offered[:1]]
        supposed += [self.contact.time_zone, self.student.time_zone]
        return next((name for name in supposed if name in known_zones()), "UTC")

    @property
    def zone_place(self) -> str:
        return dict(COMMON).get(self.zone, place_of(self.zone))

    @property
    def zone_choices(self) -> list[tuple[str, str]]:
        own = [] if self.zone in dict(COMMON) else [(self.zone, place_of(self.zone))]
        return [*own, *COMMON]

    @cached_property
    def picks(self) -> list[Pick]:
        """The offered times; once something is agreed, the times to which it can be moved."""
        zones = (self.zone, self.student.time_zone)
        if self.interview is None:
            return [
                Pick(str(one.public_id), one.starts_at, one.minutes, *zones, one)
                for one in self.offered
            ]
        moments = bridge.times_to_move_to(self.link, self.interview, zone=self.zone, at=self.at)
        return [Pick(f"{one:%Y%m%dT%H%MZ}", one, self.minutes, *zones) for one in moments]

    @property
    def minutes(self) -> int:
        if self.interview:
            return self.interview.appointment.minutes
        return self.offered[0].minutes if self.offered else bridge.minutes_of(self.link)

    @cached_property
    def questions(self) -> tuple[bridge.Asked, ...]:
        return bridge.questions_of(self.link, self.interview, self.minutes)

    @property
    def in_writing(self) -> tuple[bridge.Asked, ...]:
        return bridge.in_writing(self.questions)

    def asked_in_writing(self, keys: Sequence[str]) -> tuple[bridge.Asked, ...]:
        """The questions that were shown, by their keys; those of now where none is named."""
        return bridge.questions_named(keys, self.questions) if keys else self.in_writing

    @property
    def letter(self) -> list[str]:
        """The paragraphs of the request without the address of this page, cut where it is long."""
        return list(_within(LONGEST_LETTER, _paragraphs(self.message.body)))

    @cached_property
    def proposed(self) -> list[str]:
        """What they proposed and nobody has answered yet, by their own clock."""
        rows = queries.open_proposals(self.link)
        lengths = ((row.starts_at, timedelta(minutes=row.minutes)) for row in rows)
        return [_span(begin, begin + length, self.zone) for begin, length in lengths]

    @property
    def agreed_words(self) -> str:
        """When the agreed conversation is, by the reader's clock."""
        appointment = self.interview.appointment
        return _span(appointment.starts_at, appointment.ends_at, self.zone)

    @property
    def closes_on(self) -> date:
        """The first day on which the page is closed, by the reader's calendar."""
        return bridge.closes_at(self.link, self.interview).astimezone(zone_of(self.zone)).date()

    @cached_property
    def rests_until(self) -> date:
        return end_of_rest(self.student, at=self.at)


def _span(starts_at: datetime, ends_at: datetime, zone: str) -> str:
    """ "Tuesday, 10 November, 12:30 to 12:50 pm" """
    begin, end = (moment.astimezone(zone_of(zone)) for moment in (starts_at, ends_at))
    first, last = clock_of(begin), clock_of(end)
    if first[-2:] == last[-2:]:
        first = first[:-3]
    return f"{day_of(begin)}, {first} to {last}".replace(" am", "\N{NO-BREAK SPACE}am").replace(
        " pm", "\N{NO-BREAK SPACE}pm"
    )


def _paragraphs(body: str) -> Iterator[str]:
    for paragraph in body.replace("\r\n", "\n").split("\n\n"):
        if paragraph.strip() and not addresses_in(paragraph):
            yield paragraph.strip()


def _within(most: int, paragraphs: Iterator[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        raw = paragraph.encode()
        if len(raw) > most:
            yield raw[:most].decode("utf-8", "ignore") + " …"
            return
        most -= len(raw)
        yield paragraph
