"""A message that could go to anybody is answered by nobody.

One thing that is true of this person alone, a step they took, a talk they gave, somebody who named
them, shows that twenty minutes will not be wasted.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.particulars import has_particulars
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import FIRST_MESSAGES, Hit, Rule


def check(reading: Reading) -> Iterator[Hit]:
    if reading.prose and not has_particulars(reading):
        yield Hit(reading.whole)


RULE = Rule(
    name="no-reason-for-you",
    severity=Severity.WARNING,
    kinds=FIRST_MESSAGES,
    message="Nothing here could only be said to this person, so it reads like a mass mail.",
    advice="Say one thing that you know about them and that made you curious, if it is true.",
    source="SPS Observer, fall 2024: say why you ask this person",
    reason=__doc__,
    check=check,
    flags=(
        Draft("I am a physics major. I would like to hear about your career for 20 minutes."),
        Draft("I found your profile on LinkedIn and was impressed by your experience."),
    ),
    accepts=(
        Draft("You moved from optics to patent law, and I would like to hear how."),
        Draft("Your paper on cold neutrons made me curious."),
        Draft("We met at the career fair in October."),
        Draft("My aunt told me that you restore old telescopes."),
    ),
)
