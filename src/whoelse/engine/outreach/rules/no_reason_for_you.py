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
from whoelse.engine.outreach.rules import placeholder_left


def check(reading: Reading) -> Iterator[Hit]:
    """What is still to be filled in ("your paper on [TITLE]") says nothing of anybody."""
    open_fields = [hit.span.start for hit in placeholder_left.check(reading)]
    filled = [s for s in reading.prose if not any(s.start <= at < s.end for at in open_fields)]
    if reading.prose and not has_particulars(filled, reading):
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
        Draft("Your outstanding research attracts me, and your group is world-leading."),
        Draft("I read your paper on [TITLE] with great interest."),
    ),
    accepts=(
        Draft("You moved from optics to patent law, and I would like to hear how."),
        Draft("Your paper on cold neutrons made me curious."),
        Draft("We met at the career fair in October."),
        Draft("My aunt told me that you restore old telescopes."),
        Draft("I would like to hear how you moved from turbines to tides."),
    ),
)
