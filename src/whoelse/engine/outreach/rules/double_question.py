"""Of two questions at once, only the second is answered.

A pair that belongs together is one question: "What did it bring, and what did it cost?"
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.interrogation import asking_clauses, is_second_subject
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import QUESTIONS, Hit, Rule
from whoelse.engine.words import MessageKind

_MOST_CLAUSES = 2


def check(reading: Reading) -> Iterator[Hit]:
    asked = [sentence for sentence in reading.prose if sentence.is_question]
    if len(asked) > 1:
        yield Hit(Span(asked[1].start, asked[-1].end))
        return
    for sentence in asked:
        clauses = asking_clauses(sentence)
        if len(clauses) > _MOST_CLAUSES:
            yield Hit(Span(clauses[1].start, clauses[-1].end))
        elif len(clauses) == _MOST_CLAUSES and is_second_subject(*clauses):
            yield Hit(Span(clauses[1].start, clauses[1].end))


def _question(text: str) -> Draft:
    return Draft(text, kind=MessageKind.QUESTION)


RULE = Rule(
    name="double-question",
    severity=Severity.HINT,
    kinds=QUESTIONS,
    message="These are two questions, and only one of them will be answered.",
    advice="Ask one, listen, and keep the other for later.",
    source="own estimate: one question mark to a question",
    reason=__doc__,
    check=check,
    flags=(
        _question("How did you choose this field, and what would you tell a student?"),
        _question("What skills do you use? And which courses taught them?"),
        _question("What is best, what is worst, and how do you cope?"),
    ),
    accepts=(
        _question("What did the doctorate bring you, and what did it cost?"),
        _question("How predictable is your week, and who decides when it is not?"),
        _question("Who else should I talk to, and may I use your name?"),
        _question("I read that half of your team studied history; how did that come about?"),
    ),
)
