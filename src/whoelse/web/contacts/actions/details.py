"""What is written about a person, brought into the form in which it is stored."""

from whoelse.web.careers import bridge as careers
from whoelse.web.contacts import bridge
from whoelse.web.contacts.models import Contact
from whoelse.web.contacts.names import folded, split_name

LINES = (
    "full_name",
    "relation",
    "found_through",
    "email",
    "phone",
    "employer",
    "job_title",
    "time_zone",
    "profile_url",
)


def fill(contact: Contact, **details: str) -> set[str]:
    """Put the given details into `contact`, unsaved; return the names of the changed fields.

    Lines are cleaned and cut, a title is split off the name, the occupation follows the job title
    unless it is given, and the text for searching follows everything.
    """
    before = {name: getattr(contact, name) for name in _stored()}
    chosen = details.pop("occupation", None)
    for name, value in details.items():
        setattr(contact, name, _cleaned(contact, name, value))
    if "full_name" in details:
        honorific, contact.full_name = split_name(contact.full_name)
        contact.honorific = honorific or details.get("honorific", "")
    if contact.audience == "":
        contact.audience = _audience_of(contact)
    work = _work_of(contact, before, chosen)
    if work:
        contact.occupation, contact.area, contact.sector = work.occupation, work.area, work.sector
    contact.search_text = search_text_of(contact)
    return {name for name, value in before.items() if getattr(contact, name) != value}


def search_text_of(contact: Contact) -> str:
    """Everything that the search of People looks through, folded."""
    occupation = careers.occupation_name(contact.occupation)
    area = careers.area_name(contact.area)
    parts = (
        contact.full_name,
        contact.honorific,
        contact.job_title,
        contact.employer,
        contact.relation,
        contact.found_through,
        occupation,
        area,
        contact.email,
        contact.notes,
    )
    return "\n".join(folded(part) for part in parts if part)


def _stored() -> list[str]:
    return [field.attname for field in Contact._meta.concrete_fields]


def _cleaned(contact: Contact, name: str, value: str) -> str:
    longest = contact._meta.get_field(name).max_length
    if name in LINES:
        line = bridge.one_line(value, longest)
        return line.lower() if name == "email" else line
    return bridge.paragraphs(value, longest) if name == "notes" else value


def _work_of(contact: Contact, before: dict[str, str], chosen: str | None) -> careers.Work | None:
    """What the student chose anew, or what a new title says; nothing if both are as they were."""
    if chosen and chosen != before["occupation"]:
        return careers.work_of(chosen)
    is_same = all(getattr(contact, name) == before[name] for name in ("job_title", "employer"))
    if is_same and chosen in (None, before["occupation"]):
        return None
    return careers.classify(contact.job_title, contact.employer)


def _audience_of(contact: Contact) -> str:
    return bridge.audience_of(
        circle=contact.circle,
        relation=contact.relation,
        job_title=contact.job_title,
        honorific=contact.honorific,
    )
