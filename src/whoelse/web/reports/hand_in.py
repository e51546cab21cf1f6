"""A class hand-in: the records of all conversations, and a rubric with what can be counted.

The figures are facts; the judgement stays with whoever reads them.
"""

from collections.abc import Iterator
from datetime import timedelta

from whoelse.web.core.document import Block, Heading, Paragraph, Table
from whoelse.web.interviews.models import Interview
from whoelse.web.reports.facts import Facts
from whoelse.web.reports.record_sheet import record_of

SAME_DAY = timedelta(hours=24)


def records(facts: Facts) -> Iterator[Block]:
    """Each conversation with its whole record."""
    for number, interview in enumerate(facts.interviews, start=1):
        yield Heading(f"Record {number}: {facts.people.name(interview.contact)}")
        yield from record_of(facts, interview, level=3)


def rubric(facts: Facts) -> Iterator[Block]:
    """What was done, counted, with room for the reader's words."""
    yield Heading("Rubric")
    head = ("What counts", "What the records say", "Remarks")
    yield Table("Rubric", head, tuple((what, said, "") for what, said in _criteria(facts)))
    yield Paragraph("The middle column is counted, not judged.", is_quiet=True)


def _criteria(facts: Facts) -> Iterator[tuple[str, str]]:
    held = facts.interviews
    yield "Asked for conversations, never for a job", f"{len(facts.requests)} requests sent"
    yield "Prepared questions", _share(held, _is_prepared)
    yield "Held the conversation", f"{len(held)} held"
    yield "Wrote it up within a day", _share(held, _is_written_up_soon)
    yield "Thanked", _share(held, lambda interview: interview.is_thanked)
    yield "Asked who else to talk to", _share(held, lambda interview: bool(interview.named.all()))
    occupations = {finding.occupation for finding in facts.findings} - {""}
    yield (
        "Compared kinds of work",
        f"{len(occupations)} occupations, {len(facts.findings)} findings",
    )
    yield "Drew a conclusion", f"{len(facts.answers)} answers, {len(facts.actions)} actions"


def _share(interviews: list[Interview], test: object) -> str:
    return f"{sum(1 for interview in interviews if test(interview))} of {len(interviews)}"


def _is_prepared(interview: Interview) -> bool:
    return interview.prepared_at is not None or bool(interview.questions.all())


def _is_written_up_soon(interview: Interview) -> bool:
    written = interview.written_up_at
    return written is not None and written - interview.held_at <= SAME_DAY
