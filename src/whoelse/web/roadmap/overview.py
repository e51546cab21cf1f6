"""The roadmap at a glance: what stands on each sheet, and which one is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from whoelse.web.accounts.models import Student
from whoelse.web.roadmap import bridge, queries
from whoelse.web.roadmap.models import (
    Evidence,
    Experience,
    Letter,
    Pitch,
    Place,
    Skill,
    Story,
    Title,
)
from whoelse.web.roadmap.resume import block_of
from whoelse.web.roadmap.tools import Tool


@dataclass(frozen=True, slots=True)
class Stop:
    """One tool on the way: its state in a few words, empty where nothing stands on it."""

    tool: Tool
    said: str
    is_next: bool


def stops_of(student: Student, tools: Sequence[Tool], *, at: datetime) -> list[Stop]:
    """All tools in their order. The first empty one is next; nobody has to take them in order."""
    states = states_of(student, at=at)
    first = next((tool.slug for tool in tools if not states[tool.slug]), "")
    return [Stop(tool, states[tool.slug], tool.slug == first) for tool in tools]


def states_of(student: Student, *, at: datetime) -> dict[str, str]:
    """The state of every sheet, by its slug."""
    titles = list(queries.rows_of(Title, student))
    experiences = list(queries.rows_of(Experience, student))
    skills = list(queries.rows_of(Skill, student))
    block = block_of(skills, queries.rows_of(Evidence, student))
    shown = sum(len(group) for _, group in block.groups)
    done = [experience for experience in experiences if not experience.is_ahead]
    return {
        "titles": _joined(
            _told(len(titles), "title"), _told(sum(bool(t.heard_in_id) for t in titles), "heard")
        ),
        "interviews": _interviews(student, at),
        "experience": _told(len(experiences) - len(done), "thing to do", "things to do"),
        "networking": _pitches(student),
        "skills": _joined(_told(len(done), "experience"), _told(len(skills), "skill")),
        "search": _told(queries.rows_of(Place, student).count(), "place"),
        "resume": f"{_told(shown, 'skill')} with what shows it" if shown else "",
        "letters": _told(queries.rows_of(Letter, student).count(), "outline"),
        "stories": _told(queries.rows_of(Story, student).count(), "story", "stories"),
    }


def _interviews(student: Student, at: datetime) -> str:
    talks = list(queries.talks(student))
    if not talks:
        return ""
    pace = bridge.pace_of(student, talks, today=timezone.localtime(at).date())
    held = f"{sum(1 for talk in talks if talk.held_at)} held so far"
    return f"{held}. This term: {pace.sentence}" if pace else held


def _pitches(student: Student) -> str:
    pitches = list(queries.rows_of(Pitch, student))
    for pitch in pitches:
        pitch.student = student
    fit = sum(bridge.check_of(pitch).is_fit for pitch in pitches)
    told = _told(len(pitches), "pitch", "pitches")
    return f"{told}, {fit or 'none'} ready to be said" if pitches else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _told(number: int, noun: str, many: str = "") -> str:
    """ "3 titles", "1 story", or nothing; "heard" stays as it is."""
    if not number:
        return ""
    plural = many or (noun if noun == "heard" else f"{noun}s")
    return f"{number} {noun if number == 1 else plural}"
