"""Which facts a first draft of each kind still wants, and how to ask the student for them."""

from whoelse.engine.outreach.draft import Facts, MissingFact
from whoelse.engine.words import MessageKind

_ASKED = {
    "to": MissingFact(
        "to", "Their full name", "A message that greets nobody by name is not answered."
    ),
    "sender": MissingFact("sender", "Your full name", "They answer a person."),
    "about_me": MissingFact(
        "about_me",
        "Who you are, in one phrase",
        "People answer somebody, not a name: “a third-year physics major at Norhaven College”.",
    ),
    "connection": MissingFact(
        "connection",
        "How you found them, if there is a link",
        "A link near the top is why a stranger reads on. Leave it empty if there is none.",
    ),
    "why_you": MissingFact(
        "why_you",
        "Why this person: “because you ...”",
        "One thing that could only be said to this person, and that is true.",
    ),
    "topic": MissingFact(
        "topic",
        "What you would most like to hear",
        "Something they can tell from experience: “how that step went”.",
    ),
    "referrer": MissingFact("referrer", "Who named them", "The name opens the door."),
    "permission": MissingFact(
        "permission", "What you may say about who named them", "A name is used only as permitted."
    ),
    "asked_on": MissingFact("asked_on", "When you wrote", "It helps them find your first message."),
    "when": MissingFact("when", "Day, time and time zone", "Both calendars have to say the same."),
    "where": MissingFact(
        "where", "Number, link or place", "So that nobody has to search on the day."
    ),
    "said": MissingFact(
        "said", "One specific thing they said", "It shows that you listened; thanks alone do not."
    ),
    "consequence": MissingFact(
        "consequence",
        "What you will do, or did, with it",
        "People like to see what their advice did.",
    ),
    "news": MissingFact("news", "What is new", "Write only when there is something to tell."),
}
_WANTED: dict[MessageKind, tuple[str, ...]] = {
    MessageKind.REQUEST: ("to", "sender", "about_me", "connection", "why_you", "topic"),
    MessageKind.REFERRAL_INTRO: (
        "to",
        "sender",
        "referrer",
        "permission",
        "about_me",
        "why_you",
        "topic",
    ),
    MessageKind.FOLLOWUP: ("to", "sender", "asked_on", "about_me", "why_you"),
    MessageKind.CONFIRMATION: ("to", "sender", "when", "where"),
    MessageKind.THANKS: ("to", "sender", "said", "consequence"),
    MessageKind.REPORT_BACK: ("to", "sender", "consequence", "news"),
    MessageKind.KEEP_IN_TOUCH: ("to", "sender", "news"),
}


def missing_facts(facts: Facts) -> tuple[MissingFact, ...]:
    """The facts that this kind of draft wants and that are not there, most important first."""
    return tuple(
        _ASKED[name] for name in _WANTED[facts.kind] if not (getattr(facts, name) or "").strip()
    )
