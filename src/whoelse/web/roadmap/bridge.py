"""Asks the engine and the atlas: what a title is, whether a pitch is fit, how the term goes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from whoelse.engine import duties
from whoelse.engine.duties import Pace, Term
from whoelse.engine.outreach.draft import JOB_ASK, Draft
from whoelse.engine.outreach.linter import lint
from whoelse.engine.words import MessageKind
from whoelse.web.accounts.models import Student
from whoelse.web.careers import bridge as careers
from whoelse.web.interviews.models import Interview
from whoelse.web.roadmap.models import Pitch

# Own estimate: an unhurried speaker says about 140 words a minute.
WORDS_A_MINUTE = 140
# The length that the Careers Toolbox's exercise on the elevator speech aims at, in seconds.
SHORTEST, LONGEST = 30, 60
# Half of the shortest: below it a pitch has hardly begun, and nothing is said about its length.
BEGUN = 35
PARTS = (
    ("who", "who you are"),
    ("what", "what you did or can do"),
    ("why", "why you tell it to this person"),
    ("question", "what you would like to hear"),
)


@dataclass(frozen=True, slots=True)
class Check:
    """What a pitch says of itself: its length aloud, what is missing, what must not be in it."""

    words: int
    seconds: int
    length: str  # in words: "About 41 seconds."
    missing: tuple[str, ...]
    asking: tuple[str, ...]  # passages that ask for a job
    advice: str

    @property
    def is_fit(self) -> bool:
        return SHORTEST <= self.seconds <= LONGEST and not self.missing and not self.asking


def check_of(pitch: Pitch) -> Check:
    """Look a pitch over: it is spoken, so it counts seconds; it never asks for a job."""
    spoken = pitch.spoken
    words = len(spoken.split())
    seconds = round(words * 60 / WORDS_A_MINUTE)
    # As a first message: what must not be written to a stranger must not be said to one either.
    report = lint(Draft(body=spoken, kind=MessageKind.REQUEST, sender=pitch.student.full_name))
    asks = [finding for finding in report.findings if finding.rule == JOB_ASK]
    return Check(
        words=words,
        seconds=seconds,
        length=_length(words, seconds),
        missing=tuple(said for name, said in PARTS if not getattr(pitch, name)),
        asking=tuple(spoken[f.span.start : f.span.end] for f in asks),
        advice=asks[0].advice if asks else "",
    )


def _length(words: int, seconds: int) -> str:
    if not words:
        return "Nothing to say aloud yet."
    about = f"{words} word{'s' * (words != 1)}, about {seconds} second{'s' * (seconds != 1)} aloud"
    if seconds > LONGEST:
        spare = words - LONGEST * WORDS_A_MINUTE // 60
        return f"{about}: longer than a minute. Take out {spare} words."
    if seconds < SHORTEST and words >= BEGUN:
        return f"{about}: there is room for one more thing that you did."
    return f"{about}."


def occupation_of(title: str) -> str:
    """The code of the likeliest occupation of a title, or nothing."""
    return careers.classify(title).occupation


def area_of(occupation: str) -> str:
    """The code of an occupation's area, or nothing."""
    return careers.work_of(occupation).area if occupation else ""


def name_of_occupation(code: str) -> str:
    return careers.occupation_name(code)


def name_of_area(code: str) -> str:
    return careers.area_name(code)


@dataclass(frozen=True, slots=True)
class Nearby:
    """Titles of one area that the student is curious about and that are not on the sheet yet."""

    code: str
    name: str
    titles: tuple[str, ...]


def nearby_titles(areas: Iterable[str], taken: Collection[str]) -> tuple[Nearby, ...]:
    """The atlas's title families of these areas, without those that were taken already."""
    found = []
    for code in sorted(areas):
        area = careers.area(code)
        names = [o.name for o in careers.in_area(code) if o.name.casefold() not in taken]
        if area and names:
            found.append(Nearby(code, area.name, tuple(names)))
    return tuple(found)


def pace_of(student: Student, talks: Iterable[Interview], *, today: date) -> Pace | None:
    """How the term goes; None between terms."""
    zone = ZoneInfo(student.time_zone)
    talks = list(talks)
    terms = [Term(t.name, t.starts_on, t.ends_on, t.planned) for t in student.terms.all()]
    held = [i.held_at.astimezone(zone).date() for i in talks if i.held_at]
    ahead = [i.appointment.starts_at.astimezone(zone).date() for i in talks if not i.held_at]
    return duties.pace(terms, held, [day for day in ahead if day >= today], today)
