"""Everything stored here about one person: as data for a file, and as a vCard."""

from typing import Any

from whoelse.web.activity import queries as activity
from whoelse.web.contacts import queries
from whoelse.web.contacts.models import Contact, Referral

DETAILS = (
    "honorific",
    "full_name",
    "circle",
    "relation",
    "found_through",
    "audience",
    "email",
    "phone",
    "employer",
    "job_title",
    "occupation",
    "area",
    "sector",
    "time_zone",
    "profile_url",
    "notes",
    "stage",
)
_LONGEST_LINE = 73  # bytes; RFC 2426 folds lines at 75


def everything_about(contact: Contact) -> dict[str, Any]:
    """All of it, with moments in UTC (ISO 8601)."""
    block = queries.block_of(contact)
    return {
        "format": "whoelse-person-1",
        "person": {name: getattr(contact, name) for name in DETAILS},
        "added_at": contact.created_at.isoformat(),
        "stage_at": contact.last_at.isoformat(),
        "imported_from": contact.batch.file_name if contact.batch else "",
        "named_by": [_referral(row, row.referrer) for row in queries.referrals_to(contact)],
        "named": [_referral(row, row.referred) for row in queries.referrals_by(contact)],
        "do_not_contact": block
        and {
            "reason": block.reason,
            "asked_by_them": block.asked_by_them,
            "recorded_at": block.recorded_at.isoformat(),
        },
        "history": [
            {"at": entry.at.isoformat(), "what": entry.sentence}
            for entry in activity.history_of(contact.student, contact.public_id)
        ],
    }


def card_of(contact: Contact) -> str:
    """A vCard 3.0, which address books of the last twenty years read. Notes stay here."""
    given, _, family = contact.full_name.rpartition(" ")
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{contact.public_id}",
        f"FN:{_text(contact.name)}",
        f"N:{_text(family)};{_text(given)};;{_text(contact.honorific)};",
    ]
    for name, value in (
        ("TITLE", contact.job_title),
        ("ORG", contact.employer),
        ("EMAIL", contact.email),
        ("TEL", contact.phone),
        ("URL", contact.profile_url),
    ):
        if value:
            lines.append(f"{name}:{_text(value)}")
    return "".join(_folded(line) for line in [*lines, "END:VCARD"])


def _referral(referral: Referral, other: Contact) -> dict[str, str]:
    return {
        "name": other.name,
        "permission": referral.permission,
        "words": referral.words,
        "named_at": referral.named_at.isoformat(),
    }


def _text(value: str) -> str:
    """A value that cannot end its line or begin another property (RFC 2426, section 5)."""
    for sign in ("\\", ";", ","):
        value = value.replace(sign, f"\\{sign}")
    return "\\n".join(value.splitlines())


def _folded(line: str) -> str:
    """A line with its continuations; no character is cut in half."""
    parts, part = [], b""
    for letter in line:
        grown = part + letter.encode()
        if len(grown) > _LONGEST_LINE:
            parts.append(part)
            grown = letter.encode()
        part = grown
    return "\r\n ".join(each.decode() for each in [*parts, part]) + "\r\n"
