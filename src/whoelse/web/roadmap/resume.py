"""The knowledge and skills block of a résumé, made of skills and what shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from whoelse.web.roadmap.models import Evidence, Skill, SkillGroup


@dataclass(frozen=True, slots=True)
class Shown:
    """A skill with everything that shows it; experiences that are still ahead show nothing."""

    skill: Skill
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The block, and the skills that are not in it, with why."""

    groups: tuple[tuple[str, tuple[Shown, ...]], ...]
    unshown: tuple[Skill, ...]  # wanted on the résumé, but nothing shows them
    left_out: tuple[Skill, ...]  # by choice

    @property
    def text(self) -> str:
        """The block as it is copied."""
        parts = []
        for name, skills in self.groups:
            lines = [f"- {shown.skill.name}: {_sentences(shown)}" for shown in skills]
            parts.append("\n".join([name, *lines]))
        return "\n\n".join(parts)


def shown_skills(skills: Iterable[Skill], evidence: Iterable[Evidence]) -> list[Shown]:
    """Every skill with its evidence, in the order of the sheet."""
    by_skill: dict[int, list[Evidence]] = {}
    for piece in evidence:
        if not piece.experience.is_ahead:
            by_skill.setdefault(piece.skill_id, []).append(piece)
    return [Shown(skill, tuple(by_skill.get(skill.pk, ()))) for skill in skills]


def block_of(skills: Iterable[Skill], evidence: Iterable[Evidence]) -> Block:
    shown = shown_skills(skills, evidence)
    wanted = [each for each in shown if each.skill.is_on_resume]
    groups = (
        (group.label, tuple(s for s in wanted if s.evidence and s.skill.group == group))
        for group in SkillGroup
    )
    return Block(
        groups=tuple((name, skills) for name, skills in groups if skills),
        unshown=tuple(each.skill for each in wanted if not each.evidence),
        left_out=tuple(each.skill for each in shown if not each.skill.is_on_resume),
    )


def _sentences(shown: Shown) -> str:
    return "; ".join(f"{piece.sentence.rstrip('. ')} ({_where(piece)})" for piece in shown.evidence)


def _where(piece: Evidence) -> str:
    experience = piece.experience
    return ", ".join(part for part in (experience.name, experience.period) if part)
