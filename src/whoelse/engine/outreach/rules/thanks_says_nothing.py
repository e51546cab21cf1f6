"""Thanks that could go to anybody thank nobody.

One thing that they said, and what you will do with it, shows that you listened. It is also the
sentence that makes them glad to hear from you again.
"""

import re
from collections.abc import Iterator

from whoelse.engine.findings import Severity
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.phrases import Found
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.text import word_set
from whoelse.engine.words import MessageKind

_SAID = read_table("thanks_says_nothing.txt")
_EMPTY = word_set(
    "i you me my your the a an and or to of in for with was is were be been it that this all so "
    "very really truly much great good helpful useful valuable insightful interesting informative "
    "wonderful amazing advice insight insights experience experiences time help thoughts knowledge "
    "wisdom perspective guidance career careers future work field industry learned learn "
    "appreciate thank thanks conversation talk talking speaking meeting call lot deal many things "
    "everything what about as will have had shared share sharing gave give given told taught said "
    "me us from how forward go keep mind words you're made make me feel inspired motivated again "
    "super awesome sooo soooo honestly inspiring such nice lovely enjoyable fascinating fantastic "
    "plenty perspectives whole taken spoke speak spend spent kindness generosity grateful "
    "thankful truly loads ton tons bunch lots quick note chat say saying learnt person people vibe "
    "answer questions answering taking took kind generous pleasure enjoyed path journey story "
    "stories background role day today yesterday touch hear hearing also which would take into "
    "consideration consider put them use they found find extremely incredibly gained"
)
_SHORT = 10  # words; "I called Dr. Aydin as you suggested." is enough
_QUOTE = re.compile(r"[“\"«][^”\"»]{8,300}[”\"»]")


def check(reading: Reading) -> Iterator[Hit]:
    if reading.prose and not _is_specific(reading):
        yield Hit(reading.whole)


def _is_specific(reading: Reading) -> bool:
    own = " ".join(reading.body[span.start : span.end] for span in reading.letter.prose)
    if _QUOTE.search(own[:20_000]):
        return True
    return any(_has_content(found) for s in reading.prose for found in _SAID.find(s))


def _has_content(found: Found) -> bool:
    """Two words in its sentence that are not in everybody's thanks."""
    words = found.sentence.vocabulary
    content = {w for w in words if w.isalpha() and len(w) > 2 and w not in _EMPTY}
    wanted = 1 if len(found.sentence.words) < _SHORT else 2
    return len(content - _VERBS) >= wanted


_VERBS = word_set(
    "said told mentioned explained described showed suggested called recommended introducing "
    "telling showing describing explaining going want plan picture example remark point part thing "
    "moment sentence image idea comment answer suggestion recommendation because has not will"
)


def _thanks(text: str) -> Draft:
    return Draft(text, kind=MessageKind.THANKS)


RULE = Rule(
    name="thanks-says-nothing",
    severity=Severity.WARNING,
    kinds=frozenset({MessageKind.THANKS}),
    message="These thanks name nothing that was said, so they could go to anybody.",
    advice="Name one specific thing they said, and what you will do with it.",
    source="Rice University, Tip Tuesday: one specific thing and what you will do with it",
    reason=__doc__,
    check=check,
    flags=(
        _thanks("Thank you for your time. I learned a lot, and your advice was very helpful."),
        _thanks("Thank you so much for sharing your experience with me yesterday."),
    ),
    accepts=(
        _thanks("Thank you. That half of your day is spent explaining was news to me."),
        _thanks("Thank you. You said that a good title hides the best work, and I wrote it down."),
        _thanks("Thank you for the story of the upside-down monitor."),
    ),
)
