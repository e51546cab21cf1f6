"""What a sheet takes over from elsewhere, and which edition of the toolbox counts."""

from datetime import datetime

from whoelse.web.accounts.models import Student
from whoelse.web.interviews.models import Mark
from whoelse.web.roadmap import bridge
from whoelse.web.roadmap.actions.rows import add_row
from whoelse.web.roadmap.models import Title, Toolbox

LONGEST_TITLE = 120


def add_heard_title(student: Student, mark: Mark, *, at: datetime) -> Title:
    """A title that was marked in a conversation becomes one of interest."""
    name = " ".join(mark.text.split())[:LONGEST_TITLE]
    values = {
        "name": name,
        "occupation": bridge.occupation_of(name),
        "heard_in": mark.interview,
    }
    return add_row(student, Title, values=values, at=at)


def choose_edition(student: Student, *, has_nine_tools: bool) -> None:
    """Follow the first edition, of eight tools, or the fourth, of nine."""
    Toolbox.objects.update_or_create(student=student, defaults={"has_nine_tools": has_nine_tools})
