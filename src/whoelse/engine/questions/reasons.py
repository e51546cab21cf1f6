"""Why a question is in a plan, and why a good one is not, in words for the student."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from whoelse.engine.questions.question import Need, Question
from whoelse.engine.wording import number
from whoelse.engine.words import Audience, Facet, Phase

NAMES: Mapping[Facet, str] = {
    Facet.DAY_TO_DAY: "day-to-day work",
    Facet.PATH: "the path into this work",
    Facet.CHALLENGES: "challenges",
    Facet.REWARDS: "rewards",
    Facet.ENVIRONMENT: "the work environment",
    Facet.SKILLS: "skills",
    Facet.TITLES: "job titles",
    Facet.PAY: "pay norms",
    Facet.OUTLOOK: "the outlook",
    Facet.BALANCE: "balance",
    Facet.ADVICE: "advice",
}
_BLANK: Mapping[Facet, str] = {
    Facet.DAY_TO_DAY: "Nobody has told you about an ordinary day in this work yet.",
    Facet.PATH: "Nobody has told you about a path into this work yet.",
    Facet.CHALLENGES: "Nobody has told you about challenges in this work yet.",
    Facet.REWARDS: "Nobody has told you about the rewards of this work yet.",
    Facet.ENVIRONMENT: "Nobody has told you what the work environment is like yet.",
    Facet.SKILLS: "Nobody has told you which skills this work uses yet.",
    Facet.TITLES: "You have no job titles for this work yet.",
    Facet.PAY: "Nobody has told you about pay norms in this work yet.",
    Facet.OUTLOOK: "Nobody has told you where this field is going yet.",
    Facet.BALANCE: "Nobody has told you about hours and balance in this work yet.",
    Facet.ADVICE: "Nobody has given you advice about this work yet.",
}
# What each audience knows best; the topics are those of `worth.STRENGTHS`.
_KNOWS_BEST: Mapping[tuple[Audience, str], str] = {
    (Audience.FAMILY, "T02"): "A story that is easy to tell.",
    (Audience.FAMILY, "T03"): "Easy to answer, and good practice in listening.",
    (Audience.FAMILY, "T06"): "Easy to answer, and rarely asked at home.",
    (Audience.PROFESSOR, "T14"): "A professor has watched many students choose.",
    (Audience.PROFESSOR, "T16"): "Physics: a professor will enjoy this one.",
    (Audience.RECRUITER, "T07"): "Recruiters see many careers side by side.",
    (Audience.RECRUITER, "T08"): "Recruiters see what people bring, and what they lack.",
    (Audience.RECRUITER, "T11"): "Nobody knows titles better than a recruiter.",
    (Audience.RECRUITER, "T17"): "A recruiter knows how a whole field takes people in.",
    (Audience.EXECUTIVE, "T02"): "A long career is best heard from the one who had it.",
    (Audience.EXECUTIVE, "T07"): "An executive has seen many careers from above.",
    (Audience.EXECUTIVE, "T09"): "The long view is what an executive has to give.",
    (Audience.EXECUTIVE, "T13"): "Hindsight is what an executive has most of.",
    (Audience.RECENT_GRADUATE, "T10"): "The first years are still fresh.",
    (Audience.RECENT_GRADUATE, "T11"): "Somebody new to the titles remembers learning them.",
    (Audience.RECENT_GRADUATE, "T18"): "Somebody who started lately knows today's figures.",
}


def why(question: Question, need: Need, before: Collection[Question]) -> str:
    """Why `question` is in the plan, after the questions `before` it."""
    return next(_reasons(question, need, before))


def _reasons(question: Question, need: Need, before: Collection[Question]) -> Iterator[str]:
    """Every reason there is, the strongest first."""
    if question.id in need.pinned:
        yield "You pinned it."
    if question.asks_name:
        yield "Always last. This is how the next interview begins."
    if question.core:
        yield "Asked of everyone, so that you can compare the answers."
    if question.topic == "own":
        yield "Your own question."
    if question.phase is Phase.CLOSING:
        yield "Short, and useful long after the talk."
    if question.facets:
        yield from _facet_reasons(question, question.facets[0], need, before)
    yield "Easy to begin with." if question.phase is Phase.OPENING else "It fits this person."


def _facet_reasons(
    question: Question, facet: Facet, need: Need, before: Collection[Question]
) -> Iterator[str]:
    lead = "Easy to begin with. " if question.phase is Phase.OPENING else ""
    if need.priorities.get(facet, 1.0) > 1.0:
        yield lead + _priority(facet, need)
    if question.areas:
        yield "Made for this field of work."
    if any(facet in other.facets[:1] for other in before):
        yield f"A second look at {NAMES[facet]}, from another side."
    if best := _KNOWS_BEST.get((need.audience, question.topic)):
        yield best
    heard = need.heard.get(facet, 0)
    if heard <= 0:
        yield lead + _BLANK[facet]
    findings = "finding" if heard == 1 else "findings"
    yield f"{lead}You have {number(heard)} {findings} on {NAMES[facet]}; one more voice helps."


def _priority(facet: Facet, need: Need) -> str:
    is_first = need.priorities[facet] >= max(need.priorities.values())
    if is_first:
        return f"You put {NAMES[facet]} first this term."
    return f"You want to hear more about {NAMES[facet]} this term."


def why_not(
    question: Question, plan: Sequence[Question], free: float, most: int, need: Need
) -> str:
    """Why `question` is not in a plan that leaves `free` minutes and holds `most` questions."""
    obstacle = next(_obstacles(question, plan, free, most, need))
    return f"{_minutes(question.minutes)}. {obstacle}"


def _obstacles(
    question: Question, plan: Sequence[Question], free: float, most: int, need: Need
) -> Iterator[str]:
    """Every obstacle there is, the most telling first."""
    rival = next((q for q in plan if question.group and q.group == question.group), None)
    if rival is not None:
        yield f"“{rival.text}” will probably answer it."
    if question.phase is Phase.OPENING:
        yield "One opening is enough."
    if asked := need.asked.get(question.id, 0):
        people = "Somebody" if asked == 1 else f"{number(asked).capitalize()} people"
        yield f"{people} in this work answered it already."
    if free <= 0:
        yield "The minutes are full as it stands."
    if question.minutes > free:
        yield f"{_minutes(question.minutes - free)} too many as it stands."
    if len(plan) >= most:
        yield f"{number(most).capitalize()} questions are enough for one talk."
    yield "Better from the second half of a longer talk."


def _minutes(minutes: float) -> str:
    if minutes == 0.5:
        return "Half a minute"
    return "One minute" if minutes == 1 else f"{minutes:g} minutes"
