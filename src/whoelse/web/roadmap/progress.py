"""How far the informational interviews are: the steps of the tool, and which comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.queries import contacts_of
from whoelse.web.interviews.models import Interview
from whoelse.web.roadmap import queries
from whoelse.web.roadmap.models import Title


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what was done so far, and where to go on."""

    name: str
    said: str
    is_done: bool
    path: str
    act: str
    is_next: bool = False


def steps_of(student: Student, talks: Sequence[Interview]) -> list[Step]:
    """The seven steps in their order; the first that has not begun is next, else the last."""
    titles = queries.rows_of(Title, student).count()
    people = contacts_of(student).count()
    asked = queries.asked(student).count()
    held = [talk for talk in talks if talk.held_at]
    ahead = [talk for talk in talks if talk.is_open]
    prepared = [talk for talk in talks if talk.prepared_at or talk.held_at]
    finished = [talk for talk in held if talk.written_up_at and talk.is_thanked]
    rows = [
        ("Think of a few kinds of work", _count(titles, "title", "of interest"), titles > 0,
         reverse("roadmap:tool", args=["titles"]), "Titles"),
        ("Get connected", _count(people, "person", "on your list", "people"), people > 0,
         reverse("contacts:people"), "People"),
        ("Ask for twenty minutes", _count(asked, "request", "sent"), asked > 0,
         reverse("desk:today"), "Today"),
        ("Prepare your questions", _count(len(prepared), "interview", "prepared"), bool(prepared),
         _first(ahead, "prepare"), "Prepare"),
        ("Hold the conversation", _count(len(held), "interview", "held"), bool(held),
         _first(ahead, "room"), "Interviews"),
        ("Follow up", f"{len(finished)} of {len(held)} written up and thanked for",
         bool(held) and len(finished) == len(held),
         _first([t for t in held if t not in finished], "write-up"), "Write up"),
        ("Again, and wider", _count(len({t.contact_id for t in held}), "person", "met", "people"),
         len(held) > 1, reverse("desk:network"), "Network"),
    ]  # fmt: skip
    first = next((n for n, row in enumerate(rows) if not row[2]), len(rows) - 1)
    return [Step(*row, is_next=number == first) for number, row in enumerate(rows)]


def _first(talks: Sequence[Interview], page: str) -> str:
    return talks[0].path_to(page) if talks else reverse("interviews:interviews")


def _count(number: int, noun: str, rest: str, many: str = "") -> str:
    nouns = noun if number == 1 else many or f"{noun}s"
    return f"{number or 'no'} {nouns} {rest}"
