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
    for name, value in details.items():
        setattr(contact, name, _cleaned(contact, name, value))
    if "full_name" in details:
        honorific, contact.full_name = split_name(contact.full_name)
        contact.honorific = honorific or details.get("honorific", "")
    if "job_title" in details or "employer" in details or details.get("occupation"):
        _classify(contact, chosen=details.get("occupation", ""))
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


def _classify(contact: Contact, *, chosen: str) -> None:
    work = careers.work_of(chosen) if chosen else careers.NOTHING
    if not work.occupation:
        work = careers.classify(contact.job_title, contact.employer)
    contact.occupation, contact.area, contact.sector = work.occupation, work.area, work.sector
