"""Why this person: the parts of a score in sentences, with names and without pronouns."""

from collections import Counter
from collections.abc import Iterator, Mapping

from whoelse.engine.choosing.candidate import Candidate, History, Parts, Student
from whoelse.engine.choosing.estimates import SPEAKS_AFTER, YES
from whoelse.engine.wording import ago, number
from whoelse.engine.words import Circle, Permission

_ASKED = {
    Circle.KNOWN: "people you know",
    Circle.REFERRED: "people who were named to you",
    Circle.ALUMNI: "alumni",
    Circle.MET: "people you met at events",
    Circle.COLD: "strangers",
}
_STRONG = 10.0  # what is always said first
_LAST = -1.0  # what is said last: a caution
_FEW = 2  # conversations after which a subject is no longer named as a reason
_Weighed = tuple[float, str]


class Reasons:
    """Writes reasons for one student on one day."""

    def __init__(self, student: Student, history: History, names: Mapping[str, str]) -> None:
        self._student = student
        self._history = history
        self._names = names
        self._areas = Counter(heard.area for heard in history.heard)
        self._occupations = Counter(heard.occupation for heard in history.heard)

    def of(self, candidate: Candidate, parts: Parts) -> tuple[str, ...]:
        """Return the reasons, the strongest first and cautions last; never empty."""
        found = [
            *self._introduced(candidate, parts),
            *self._near(candidate, parts),
            *self._new(candidate, parts),
            *self._rate(candidate),
            *_cautions(candidate),
        ]
        if not any(weight > 0 for weight, _ in found):
            found.append((0.0, f"{candidate.name} can tell you something that others did not."))
        return tuple(text for _, text in sorted(found, key=lambda pair: -pair[0]))

    def _introduced(self, candidate: Candidate, parts: Parts) -> Iterator[_Weighed]:
        if not candidate.referrer:
            return
        named = f"{candidate.referrer} named {candidate.name}"
        if candidate.referred_on is not None:
            named += f" {ago(candidate.referred_on, self._history.today)}"
        if candidate.permission is Permission.MAY_USE_NAME:
            yield _STRONG + parts.freshness, f"{named}, and you may use the name."
        elif candidate.permission is Permission.WILL_INTRODUCE:
            yield _STRONG, f"{candidate.referrer} offered to introduce you to {candidate.name}."
        else:
            yield parts.referrals, f"{named}."

    def _near(self, candidate: Candidate, parts: Parts) -> Iterator[_Weighed]:
        name = candidate.name
        if candidate.circle is Circle.KNOWN and parts.practice > 0:
            yield parts.practice, f"You know {name}, so this is good practice."
        elif candidate.circle is Circle.KNOWN:
            yield parts.referrals, f"You know {name} already, so asking is easy."
        elif candidate.circle is Circle.ALUMNI:
            yield parts.referrals, f"{name} went to your school, and alumni like to give back."
        elif candidate.circle is Circle.MET:
            yield parts.referrals, f"You have met {name}, who knows people whom you do not."

    def _new(self, candidate: Candidate, parts: Parts) -> Iterator[_Weighed]:
        area, occupation = self._name(candidate.area), self._name(candidate.occupation)
        curious = self._student.curious.get(candidate.area, 0) > 0
        heard_in_area = self._areas[candidate.area]
        if area and not heard_in_area:
            wish = ", and you are curious about it" if curious else ""
            yield parts.gain, f"You have talked with no one in {area}{wish}."
        elif occupation and not self._occupations[candidate.occupation]:
            yield parts.gain, f"You have talked with no {occupation} yet."
        elif area and heard_in_area <= _FEW:
            people = "person" if heard_in_area == 1 else "people"
            told = f"You have talked with only {number(heard_in_area)} {people} in {area}"
            yield parts.gain, f"{told}; the next one sees it differently."

    def _name(self, code: str) -> str:
        """Return a code as words within a sentence; empty when it cannot be read."""
        name = self._names.get(code, "")
        if not name and not any(character.isdigit() for character in code):
            name = code.replace("-", " ").replace("_", " ").strip()
        is_acronym = name[1:2].isupper()
        return name if is_acronym else name[:1].lower() + name[1:]

    def _rate(self, candidate: Candidate) -> Iterator[_Weighed]:
        """Tell the student's own share of yes, never before ten requests."""
        asked = self._history.asked.get(candidate.circle, 0)
        agreed = self._history.agreed.get(candidate.circle, 0)
        if asked >= SPEAKS_AFTER and agreed / asked >= YES[Circle.COLD].value:
            people = _ASKED[candidate.circle]
            yield 0.01, f"Of {asked} {people} whom you asked, {number(agreed)} said yes."


def _cautions(candidate: Candidate) -> Iterator[_Weighed]:
    name = candidate.name
    if candidate.silences == 1:
        yield _LAST, f"{name} did not answer once, which says little."
    elif candidate.silences > 1:
        yield _LAST, f"{name} did not answer {number(candidate.silences)} times."
    if not candidate.has_address:
        where = f"{candidate.referrer} may have it" if candidate.referrer else "look it up first"
        yield _LAST, f"There is no address for {name} yet; {where}."
