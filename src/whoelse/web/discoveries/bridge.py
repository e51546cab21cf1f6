"""Asks the engine what several people said alike, and whether new things are still heard.

Rows go in and groups of rows come out, for one occupation at a time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whoelse.engine.learning import Saturation, Statement, compare, saturation
from whoelse.engine.words import Facet, Side
from whoelse.web.contacts.models import Contact
from whoelse.web.discoveries.models import Pairing
from whoelse.web.interviews.models import Finding


@dataclass(frozen=True, slots=True)
class SameThing:
    """Findings of one facet that say the same, and those about it that say otherwise."""

    facet: str
    said: tuple[Finding, ...]  # the clearest first
    otherwise: tuple[Finding, ...]

    @property
    def text(self) -> str:
        return self.said[0].sentence

    @property
    def people(self) -> list[Contact]:
        return _people(self.said)

    @property
    def dissenters(self) -> list[Contact]:
        return _people(self.otherwise)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.said, *self.otherwise)


def same_things(findings: Sequence[Finding], pairings: Iterable[Pairing]) -> list[SameThing]:
    """What was said about one occupation, grouped; what most people spoke about comes first."""
    rows = {str(finding.pk): finding for finding in findings}
    together, apart = [], []
    for pairing in pairings:
        pair = (str(pairing.first_id), str(pairing.second_id))
        (together if pairing.is_together else apart).append(pair)
    return [
        SameThing(
            cell.facet.value,
            tuple(rows[statement.id] for statement in group.said),
            tuple(rows[statement.id] for statement in group.otherwise),
        )
        for cell in compare([_statement(finding) for finding in findings], together, apart)
        for group in cell.groups
    ]


def saturation_of(things: Sequence[SameThing]) -> Saturation:
    """Whether the interviews about one occupation still tell new things, in their order."""
    told: dict[int, set[str]] = {}
    began = {}
    for number, thing in enumerate(things):
        for finding in thing.findings:
            told.setdefault(finding.interview_id, set()).add(str(number))
            began[finding.interview_id] = (finding.interview.talked_at, finding.interview_id)
    return saturation([told[interview] for interview in sorted(told, key=began.__getitem__)])


def _statement(finding: Finding) -> Statement:
    contact = finding.interview.contact
    return Statement(
        id=str(finding.pk),
        text=finding.sentence,
        occupation=finding.occupation,
        facet=Facet(finding.facet),
        speaker=str(contact.pk),
        speaker_name=contact.short_name,
        side=Side(finding.side),
    )


def _people(findings: Iterable[Finding]) -> list[Contact]:
    return list({f.interview.contact_id: f.interview.contact for f in findings}.values())
