"""The circles as Welcome prompts them: who comes to mind when one asks like this?"""

from collections.abc import Mapping
from dataclasses import dataclass

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Audience, Circle, Contact
from whoelse.web.desk.forms import LineForm


@dataclass(frozen=True, slots=True)
class Block:
    """One question about people you know; a person is filed under it by `found_through`."""

    code: str
    title: str
    hint: str
    circle: Circle
    audience: Audience
    found_through: str


BLOCKS = (
    Block(
        "family", "Family and their friends",
        "A parent’s colleague, a neighbour, the parents of friends.",
        Circle.KNOWN, Audience.FAMILY, "family and their friends",
    ),
    Block(
        "teachers", "Teachers and professors",
        "Who wrote you a letter once? Whose office hours did you go to?",
        Circle.KNOWN, Audience.PROFESSOR, "teachers and professors",
    ),
    Block(
        "work", "People you worked with",
        "A summer job counts, and so does the swim team.",
        Circle.KNOWN, Audience.ALUM, "people I worked with",
    ),
    Block(
        "alumni", "Graduates of your school",
        "Last year’s seniors. They remember best.",
        Circle.ALUMNI, Audience.RECENT_GRADUATE, "graduates of my school",
    ),
    Block(
        "met", "People you met once",
        "A colloquium speaker, somebody at a fair or on a train.",
        Circle.MET, Audience.ALUM, "people I met",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filled:
    """A block with its line to type in and the people that are in it already."""

    block: Block
    form: LineForm
    people: tuple[Contact, ...]


def blocks_of(student: Student, forms: Mapping[str, LineForm]) -> list[Filled]:
    by_block: dict[str, list[Contact]] = {}
    named = [block.found_through for block in BLOCKS]
    for contact in student.contacts.filter(found_through__in=named).order_by("created_at", "pk"):
        by_block.setdefault(contact.found_through, []).append(contact)
    return [
        Filled(block, forms[block.code], tuple(by_block.get(block.found_through, ())))
        for block in BLOCKS
    ]
