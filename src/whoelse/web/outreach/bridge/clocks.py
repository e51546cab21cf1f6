"""The clocks that a sent message starts: when one nudge is kind, and when it is over."""

from dataclasses import dataclass
from datetime import date

from whoelse.engine.duties import lapses_on, nudge_from
from whoelse.web.outreach.models import Message
from whoelse.web.outreach.queries import ASKING
from whoelse.web.outreach.zones import zone_of


@dataclass(frozen=True, slots=True)
class Clocks:
    """Days in the student's zone."""

    nudge_from: date
    lapses_on: date


def clocks_of(message: Message) -> Clocks | None:
    """The clocks of a request that waits for an answer; none where nothing is waited for."""
    if message.kind not in ASKING or message.sent_at is None or message.is_answered:
        return None
    zone = zone_of(message.student)
    holidays = frozenset(message.student.holidays.values_list("day", flat=True))
    return Clocks(
        nudge_from=nudge_from(message.sent_at, zone, holidays),
        lapses_on=lapses_on(message.sent_at, zone),
    )
