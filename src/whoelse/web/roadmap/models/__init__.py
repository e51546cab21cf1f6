"""The rows of the worksheets, by the sheet they stand on."""

from whoelse.web.roadmap.models.applying import Letter, LetterPart, Part, Pitch, Place, Story
from whoelse.web.roadmap.models.row import Row, Toolbox
from whoelse.web.roadmap.models.skills import (
    Evidence,
    Experience,
    ExperienceKind,
    Skill,
    SkillGroup,
)
from whoelse.web.roadmap.models.titles import Interest, Title

__all__ = [
    "Evidence",
    "Experience",
    "ExperienceKind",
    "Interest",
    "Letter",
    "LetterPart",
    "Part",
    "Pitch",
    "Place",
    "Row",
    "Skill",
    "SkillGroup",
    "Story",
    "Title",
    "Toolbox",
]
