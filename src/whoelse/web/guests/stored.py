"""What is stored about an interviewee, in words for that person.

The student's own notes are the student's: it is said that there are some, and that they go too.
"""

from whoelse.web.contacts.models import Contact
from whoelse.web.contacts.queries import rows_that_go

DETAILS = (
    ("Name", "name"),
    ("E-mail", "email"),
    ("Phone", "phone"),
    ("Work", "role"),
    ("How you are known", "relation"),
    ("Found through", "found_through"),
    ("Profile", "profile_url"),
    ("Time zone", "time_zone"),
)


def stored_about(contact: Contact) -> list[tuple[str, str]]:
    """Pairs of what it is and what it says; only what is there."""
    known = [(label, getattr(contact, name)) for label, name in DETAILS]
    known.append(("Notes", "own notes of the student, not shown here" if contact.notes else ""))
    known += [("Also", f"{count} {kind}") for count, kind in rows_that_go(contact)]
    return [(label, value) for label, value in known if value]
