"""A question without an edge cannot be answered.

"Pick your brain" and "everything about physics" leave the work of finding a question to the one who
was to answer it. One thing that they can tell from experience is enough.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.phrases import Found
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import FIRST_MESSAGES, Hit, Rule
from whoelse.engine.outreach.scope import is_negated
from whoelse.engine.outreach.topic import names_topic, vague_phrases


def check(reading: Reading) -> Iterator[Hit]:
    vague = _vague(reading, "vague")
    if not vague:
        loose = _vague(reading, "loose")
        around = {found.start for found in loose}
        others = [s for s in reading.prose if not any(s.start <= at < s.end for at in around)]
        if any(names_topic(sentence) for sentence in others):
            return
        vague = loose
    if vague:
        yield from (Hit(Span(found.start, found.end)) for found in vague)
    elif reading.prose:
        yield Hit(reading.whole, message="This does not say what the conversation would be about.")


def _vague(reading: Reading, label: str) -> list[Found]:
    return [
        found
        for sentence in reading.prose
        for found in vague_phrases(sentence, label)
        if not is_negated(sentence, found.first) and not reading.is_quoted(found.start)
    ]


RULE = Rule(
    name="vague-ask",
    severity=Severity.WARNING,
    kinds=FIRST_MESSAGES,
    message="Nobody can answer this; it has no edge to start from.",
    advice="Name one or two things that this person can tell from experience.",
    source="UMBC Career Center, informational interviews: ask for something specific",
    reason=__doc__,
    check=check,
    flags=(
        Draft("Could I pick your brain for 20 minutes?"),
        Draft("I want to learn everything about physics from you."),
        Draft("Could we talk for 20 minutes? I would love to connect."),
        Draft("I would like to hear about your career and your industry in general."),
    ),
    accepts=(
        Draft("Could we talk for 20 minutes about how you came to patent law?"),
        Draft("What does an ordinary week of yours hold?"),
        Draft("I would like to hear about your step from the lab to the court."),
    ),
)
