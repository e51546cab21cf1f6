"""What surrounds a phrase: whose it is, when it was, whether one wants to hear of it or have it.

The same words ask for a place or tell of one: "a job" somebody has, had, or wonders about is none
that is asked for. Everything here looks at one sentence in its plain form.
"""

from dataclasses import dataclass

from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.phrases import Found
from whoelse.engine.outreach.scope import has_past_marker, is_negated
from whoelse.engine.text import word_set
from whoelse.engine.words import MessageKind

_ABOUT_THE_FIELD = Pattern(
    r" (?:in|across|within|into|throughout) (?:the|this|that|your|these|a|most|other|many) (?:\w+ "
    r"){0,2}?(?:field|fields|industry|industries|area|areas|sector|sectors|profession|market|"
    r"economy|world|discipline|country|line of work)\b"
    r"|\b(?:in general|nationally|nationwide|out there|these days|"
    r"for (?:physicists|physics majors|physics graduates|bachelors|people(?! like me)|graduates|"
    r"someone with a|those with|astronomers|a bachelor|physics bachelors|a physics))\b"
)
_AT_THEIRS = Pattern(
    r" (?:in|at|with|within|on|for) your (?:\w+ ){0,2}?(?:company|team|group|lab|firm|institute|"
    r"organi[sz]ation|department|agency|division|clinic|hospital|observatory) "
)
_FIELD_DOES = Pattern(
    r" (?:does|do|will|can) (?:this|the|your|a) (?:field|industry|profession|sector) "
)
_THEIR_PLACE = Pattern(
    r"\b(?:your|available|open|for me|i|me|my|summer|currently|right now|upcoming|coming up|now|"
    r"yours|fall|spring|winter|semester|year|with you|like me)\b"
)
_VACANT = Pattern(r" (?:opening|openings|vacancy|vacancies)\b")
_APPOINTMENT = Pattern(
    r"\b(?:reschedul\w*|move|moved|cancel\w*|another (?:time|day)|other time|your end|my end|that "
    r"day|(?:before|until|by) (?:then|our|the call|we|[a-z]+day|tomorrow)|conflict|earlier|later|"
    r"postpone|our (?:call|chat|conversation|meeting|talk)|need to (?:change|shift|push)|reach me|"
    r"change the time|questions?)\b"
)
_CALENDAR = Pattern(r"\b(?:calendar|schedule|agenda|diary|appointments?)\b")
_OTHERS_PAST = Pattern(
    r" (?:did (?:you|your|an?|the|it|that|they|he|she)|when you (?:were|had|started|first|applied|"
    r"joined|graduated)|(?<! if )(?<! that )you (?:had|did|took|got|held|once|started|mentioned|"
    r"said|told|wrote|described)|said that you(?! might| may| could| are)|were you(?! to)|was your|"
    r"have you ever|had you) "
)
_OTHERS = Pattern(
    r" (?:he|she|people|students|physicists|candidates|applicants|graduates|they) (?:\S+ ){0,4}?$"
)
_LEARNS = Pattern(  # asks how it is for others, since no "I" follows up to the end of the phrase
    r"(?:^ |[,;:.(] | (?:and|but|or|so|hear|know|learn|tell|me|you|understand|about|of|curious|"
    r"wonder|wondered|wondering|see|ask|asked|explain|on|like|out|remember|find|just|know|exactly) "
    r")(?:(?:how|what|why|(?<! on )(?<! of )(?<! in )which|who|whom|where)(?! to )|when(?= (?:you|"
    r"your|people|they|he|she|one|students)))(?: (?!(?:i|me|my|myself) )[^ ,;]+)* $"
)
_OWNED = Pattern(  # not a place that is free, but one that somebody has, had, or writes about
    r" (?:(?:your|his|her|their|my|our|whose|'s|the|this|that|own|first|last|each|every|one|what|"
    r"which|two|ideal) (?:(?!(?:offers|has|have|runs|posts|lists|might|may|could|is|are|provides|"
    r"takes) )[^ ]+ ){0,2}|(?:i|you) (?:[^ ]+ )?(?:have|had|did|took|got) an? (?:[^ ]+ ){0,2}|"
    r"(?:first day of|offered|start|starting|started|accepted|left|quit|do|done) an? (?:[^ ]+ )"
    r"{0,2}|between (?:[^ ]+ ){0,5}|(?:whether|wants? me|told me|urge me) to (?:[^ ,]+ ){0,9}|"
    r"(?:am|be|start|begin|started) applying (?:for|to) (?:[^ ]+ ){0,2})$"
)
_NOT_THE_WRITER = Pattern(
    r" (?:he|she|they|people|students|physicists|candidates|applicants|graduates|employers|"
    r"recruiters|the career (?:center|office|fair)|(?:my|a) "
    r"(?:parents|family|sister|brother|friend|roommate|cousin|mother|father|mom|dad|uncle|aunt|"
    r"classmate|lab partner|wife|husband|partner|son|daughter)) (?:(?!(?:i|you|your|me|there) )[^ "
    r"]+ ){0,6}$| i (?:met|spoke|talked|heard|read|saw|asked|listened|worked|noticed) (?:[^ ]+ "
    r"){0,6}$"
)
_WRITER = Pattern(
    r" (?:i|we) (?:(?:will|can|did|have|already|also|just|am|are|really|do|would|could|had|always|"
    r"often|be|help) )*$"
)
_HEARS = Pattern(
    r" (?:learn|hear|read|know|talk|ask|understand|tell|curious|wonder|impressed|story|questions|"
    r"meet|visit|call|conversation|learning|hearing|talking|reading|watched|saw|see|heard|"
    r"interested in|explain|describe|admire|fascinated|inspired|loved|enjoyed) (?:[^ ,;]+ )*$"
)
_READ = Pattern(
    r" (?:through|over|at|read|reading|review|edit|proofread|(?:feedback|comments?|advice|opinion) "
    r"on|critique|check|with) $"
)
_PUBLIC = Pattern(r" (?:public|lectures?|newsletter|talks?|events?|webinar|seminar|tour) ")
_THANKED = Pattern(r" (?:thank you|thanks)(?: [^ ]+){0,4} for $")
_MEANT = Pattern(r"^(?:considering|keeping|thinking|bearing|remembering) ")
_IS = frozenset(("is", "are", "am", "was", "were"))
_DOING = word_set(
    "to would could can may might will should me us and or then ever even gladly happily simply "
    "just not together also possibly be get been"
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """A phrase and the plain sentence around it."""

    found: Found
    plain: str
    before: str
    behind: str  # the phrase itself and what follows
    until: str  # what stands before, and the phrase itself
    kind: MessageKind

    @property
    def is_past(self) -> bool:
        """Whether the sentence tells of the past."""
        return has_past_marker(self.found.sentence)

    @property
    def is_denied(self) -> bool:
        """Whether "not" stands before the phrase or in the middle of it."""
        sentence = self.found.sentence
        return is_negated(sentence, self.found.first) or is_negated(sentence, self.found.last)

    @property
    def is_denied_before(self) -> bool:
        """Whether "not" stands before the phrase."""
        return is_negated(self.found.sentence, self.found.first)

    @property
    def is_others(self) -> bool:
        """Somebody else's past or question, or an opening in a calendar."""
        if _OTHERS_PAST.search(self.until) or _OTHERS.search(self.before):
            return True
        return bool(_CALENDAR.search(self.plain))

    @property
    def is_about_the_field(self) -> bool:
        """Whether it is about the field of work and nobody's place in it."""
        if _AT_THEIRS.search(self.plain):
            return False
        return bool(_ABOUT_THE_FIELD.search(self.behind) or _FIELD_DOES.search(self.plain))

    @property
    def is_their_place(self) -> bool:
        """Whether it is a place at theirs, or one that is vacant."""
        return bool(_THEIR_PLACE.search(self.plain) or _VACANT.search(self.behind))

    @property
    def is_appointment(self) -> bool:
        """Something that comes up between two people who have agreed to talk."""
        return self.kind is MessageKind.CONFIRMATION or bool(_APPOINTMENT.search(self.plain))

    @property
    def is_about_how(self) -> bool:
        """A wish to hear how it is for others."""
        return bool(_LEARNS.search(self.until))

    @property
    def is_the_writers_deed(self) -> bool:
        """ "I will tell your manager": the phrase says what the writer does."""
        return bool(_WRITER.search(self.before))

    @property
    def is_somebody_elses_deed(self) -> bool:
        """Whether the phrase says what somebody other than the writer does."""
        return bool(_NOT_THE_WRITER.search(self.before))

    @property
    def is_owned(self) -> bool:
        """A job that somebody has, had or writes about."""
        return bool(_OWNED.search(self.before))

    @property
    def is_heard_of(self) -> bool:
        """Whether the writer hears, reads or asks of it."""
        return bool(_HEARS.search(self.before))

    @property
    def is_to_be_read(self) -> bool:
        """Whether it is something to read."""
        return bool(_READ.search(self.before))

    @property
    def is_thanked_for(self) -> bool:
        """Whether the writer thanks for it and wants no more."""
        return bool(_THANKED.search(self.before)) and not _MEANT.search(self.behind)

    @property
    def is_public(self) -> bool:
        """The list is one of guests, not of candidates."""
        return bool(_PUBLIC.search(self.behind))

    @property
    def is_to_be_done(self) -> bool:
        """ "To work", "being hired"; not "the work" or "is working"."""
        words, first = self.found.sentence.words, self.found.first
        last_before = words[first - 1] if first else ""
        if last_before in _DOING:
            return True
        return words[first].endswith("ing") and last_before not in _IS

    @property
    def is_about_own_things(self) -> bool:
        """ "Use my hands" needs nobody, unlike "use a student"."""
        inside = self.found.sentence.words[self.found.first : self.found.last]
        return bool({"my", "your", "our", "their"} & set(inside))


def circumstances(found: Found, kind: MessageKind) -> Circumstances:
    """Look at what surrounds a phrase."""
    sentence = found.sentence
    start, last = sentence.offsets[found.first], found.last
    end = sentence.offsets[last] + len(sentence.words[last]) + 1
    plain = sentence.plain
    return Circumstances(found, plain, plain[:start], plain[start:], plain[:end], kind)
