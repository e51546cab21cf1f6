"""The five-minute slots that a talk takes up; two talks that share a minute share a slot."""

from datetime import UTC, datetime, timedelta

SLOT = timedelta(minutes=5)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def slots_of(starts_at: datetime, minutes: int) -> list[datetime]:
    """The starts of the slots in order, the first at or before the start."""
    slot = starts_at - (starts_at - _EPOCH) % SLOT
    ends_at = starts_at + timedelta(minutes=minutes)
    slots = []
    while slot < ends_at:
        slots.append(slot)
        slot += SLOT
    return slots
