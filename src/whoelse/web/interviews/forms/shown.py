"""What the page of the write-up shows at first: rows that are there, then lines to fill in."""

from collections.abc import Sequence
from typing import Any

from whoelse.web.interviews.actions.writing_up import MOST_FINDINGS
from whoelse.web.interviews.forms.writing_up import FindingForm, NamedForm, PromiseForm, digest
from whoelse.web.interviews.models import (
    ClarityRating,
    FacetName,
    Finding,
    Interview,
    NamedPerson,
)
from whoelse.web.interviews.notebook import Heard, Ready, surprising
from whoelse.web.interviews.queries import findings_in, named_in, promises_in, questions_of

MIDDLE = 5  # where a slider stands before it was ever moved


def shown_of(
    interview: Interview,
    notebook: Sequence[Heard],
    *,
    before: ClarityRating | None,
    rating: ClarityRating | None,
    use: Sequence[Ready] = (),
    more: str = "",
) -> dict[str, Any]:
    """Initial values of all parts. `use` are lines of the notes to take, `more` a list to grow."""
    main = _main(interview, before=before, rating=rating)
    if len(use) > 1 and not main["surprise"]:
        main["surprise"] = surprising(notebook)
    return {
        "main": main,
        "findings": _findings(interview, notebook, use, more),
        "promises": _promises(interview, more),
        "named": _named(interview, more),
    }


def _main(
    interview: Interview, *, before: ClarityRating | None, rating: ClarityRating | None
) -> dict[str, Any]:
    now = rating.rating if rating else None
    stored = {
        "occupation": interview.occupation,
        "surprise": interview.surprise,
        "said": interview.said,
        "clarity": now,
    }
    fallback = before.rating if before else MIDDLE
    return stored | {
        "occupation": interview.occupation
        or ("" if interview.written_up_at else interview.contact.occupation),
        "clarity": fallback if now is None else now,
        "seen": {name: digest(value) for name, value in stored.items()},
    }


def _findings(
    interview: Interview, notebook: Sequence[Heard], use: Sequence[Ready], more: str
) -> list[dict[str, Any]]:
    rows = list(findings_in(interview))
    lines = [_finding(row) for row in rows]
    have = {row.facet for row in rows}
    asked = [question.facet for question in questions_of(interview)]
    noted = [ready.facet for page in notebook for ready in page.ready]
    wanted = noted if interview.written_up_at else [*noted, *asked]
    order = FacetName.values
    lines += [
        FindingForm.shown(is_new=True, facet=facet)
        for facet in order
        if facet in wanted and facet not in have
    ]
    lines.sort(key=lambda line: order.index(line["facet"]))
    said = {line.get("sentence") for line in lines}
    for ready in use[: max(0, MOST_FINDINGS - len(rows))]:
        if len(use) == 1 or ready.sentence not in said:
            lines = _with_used(lines, ready, is_asked=len(use) == 1)
            said.add(ready.sentence)
    if more == "finding" or not lines:
        lines.append(FindingForm.shown(is_new=True, facet=FacetName.DAY_TO_DAY, is_asked=True))
    return lines


def _with_used(lines: list[dict[str, Any]], use: Ready, *, is_asked: bool) -> list[dict[str, Any]]:
    """The line of the notes takes the empty line of its facet, or one of its own behind it."""
    taken = FindingForm.shown(
        is_new=True,
        facet=use.facet,
        side=use.side,
        sentence=use.sentence,
        note=use.note,
        is_asked=is_asked,
    )
    same = [n for n, line in enumerate(lines) if line["facet"] == use.facet]
    empty = [n for n in same if not line_says(lines[n])]
    if empty:
        return [*lines[: empty[0]], taken, *lines[empty[0] + 1 :]]
    after = same[-1] + 1 if same else len(lines)
    return [*lines[:after], taken, *lines[after:]]


def line_says(line: dict[str, Any]) -> bool:
    return bool(line.get("sentence"))


def _finding(row: Finding) -> dict[str, Any]:
    return FindingForm.shown(
        id=row.public_id, facet=row.facet, side=row.side, sentence=row.sentence
    )


def _promises(interview: Interview, more: str) -> list[dict[str, Any]]:
    lines = [
        PromiseForm.shown(
            id=row.public_id,
            text=row.text,
            is_mine=row.is_mine,
            due_on=row.due_on,
            is_kept=bool(row.kept_at),
        )
        for row in promises_in(interview)
    ]
    if more == "promise" or not lines:
        lines.append(PromiseForm.shown(is_new=True, is_mine=True, is_asked=more == "promise"))
    return lines


def _named(interview: Interview, more: str) -> list[dict[str, Any]]:
    lines = [_named_person(row) for row in named_in(interview)]
    if more == "name" or not lines:
        lines.append(NamedForm.shown(is_new=True, is_asked=more == "name"))
    return lines


def _named_person(row: NamedPerson) -> dict[str, Any]:
    """A person of the room counts as new until a contact was made of the name."""
    return NamedForm.shown(
        is_new=row.contact_id is None,
        id=row.public_id,
        full_name=row.full_name,
        work=row.work,
        email=row.email,
        permission=row.permission,
    )
