"""A question that yes answers is answered with yes.

Twenty minutes are short. "What do you like about it?" brings a story, "Do you like it?" a word.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.interrogation import AUXILIARIES, Clause, asking_clauses
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import QUESTIONS, Hit, Rule
from whoelse.engine.text import word_set
from whoelse.engine.words import MessageKind

_INVITED = word_set(
    "tell walk describe explain share talk give show name say recommend speak take help elaborate "
    "think list compare paint outline sketch remember recall suggest introduce spare hear learn "
    "know"
)
_WILLING = word_set("willing open mind able comfortable possible okay ok right fine like care")
_ANY = word_set("anything something anyone someone somebody anybody")


def check(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.prose:
        clauses = asking_clauses(sentence)
        if not sentence.is_question or not clauses or any(_is_open(c) for c in clauses):
            continue
        yield Hit(Span(clauses[0].start, clauses[-1].end))


def _is_open(clause: Clause) -> bool:
    words = clause.words
    if words[0] not in AUXILIARIES or words[1:3] == ("you", "know"):
        return True
    if words[0] in ("may", "shall") or (words[0] in ("can", "could") and words[1:2] == ("i",)):
        return True
    if words[0] == "would" and words[1:3] == ("you", "recommend"):
        return False
    if words[0] in ("can", "could", "would", "will"):
        if words[3:4] == ("possible",) and words[4:6] == ("that", "you"):
            return False
        return not _INVITED.isdisjoint(words[1:6]) or not _WILLING.isdisjoint(words[1:5])
    return not _ANY.isdisjoint(words[1:6])


def _question(text: str) -> Draft:
    return Draft(text, kind=MessageKind.QUESTION)


RULE = Rule(
    name="closed-question",
    severity=Severity.HINT,
    kinds=QUESTIONS,
    message="A single word can answer this.",
    advice="Begin with what, how or which, or with “Tell me about”.",
    source="own estimate, after the open questions that US college career offices recommend",
    reason=__doc__,
    check=check,
    flags=(
        _question("Do you like your work?"),
        _question("Is the pace stressful?"),
        _question("In your team, do people work at night?"),
    ),
    accepts=(
        _question("What do you like about your work?"),
        _question("Could you tell me about a day that went wrong?"),
        _question("May I use your name?"),
        _question("Is there anything that I should have asked?"),
        _question("Tell me about your first project."),
    ),
)
