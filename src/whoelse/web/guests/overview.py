"""How the private page of a request stands, for the student."""

from dataclasses import dataclass
from datetime import datetime

from whoelse.web.guests import access, bridge, queries
from whoelse.web.guests.models import GuestLink
from whoelse.web.outreach.models import Message
from whoelse.web.outreach.queries import ASKING
from whoelse.web.scheduling.models import OfferedTime


@dataclass(frozen=True, slots=True)
class Overview:
    """`link` is the one that was made; `is_open` says whether it opens something now."""

    may_have_one: bool
    link: GuestLink | None = None
    is_open: bool = False
    closes_at: datetime | None = None
    times: tuple[OfferedTime, ...] = ()


def of(message: Message, *, at: datetime) -> Overview:
    may_have_one = message.kind in ASKING and not message.is_answered
    link = queries.link_of(message)
    if link is None:
        return Overview(may_have_one)
    interview = queries.interview_of(link)
    return Overview(
        may_have_one,
        link,
        is_open=access.is_open(link, interview, at=at),
        closes_at=bridge.closes_at(link, interview),
        times=tuple(queries.times_to_pick(link, at=at)),
    )
