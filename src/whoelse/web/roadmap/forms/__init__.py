"""What may be typed on the worksheets, one form for each kind of row."""

from whoelse.web.roadmap.forms.applying import (
    LetterForm,
    LetterPartForm,
    PitchForm,
    PlaceForm,
    StoryForm,
)
from whoelse.web.roadmap.forms.row import Lists, RowForm
from whoelse.web.roadmap.forms.sheets import EditionForm, SettleForm
from whoelse.web.roadmap.forms.skills import EvidenceForm, ExperienceForm, SkillForm
from whoelse.web.roadmap.forms.titles import TitleForm

__all__ = ["FORMS", "EditionForm", "Lists", "RowForm", "SettleForm"]

FORMS: dict[str, type[RowForm]] = {
    "titles": TitleForm,
    "experiences": ExperienceForm,
    "skills": SkillForm,
    "evidence": EvidenceForm,
    "pitches": PitchForm,
    "places": PlaceForm,
    "letters": LetterForm,
    "letter-parts": LetterPartForm,
    "stories": StoryForm,
}
