"""How facts become sentences of a first draft: greetings, names, clauses that fit together."""

from whoelse.engine.outreach.names import DOCTORS, PLAIN_TITLES, parse_name
from whoelse.engine.text import fold, word_set

_ASKING_WORDS = ("how", "what", "which", "why", "where", "when", "who", "whether", "if")
_PARTICLES = word_set("van von der den de del della di da la le al bin ibn ter ten dos das st")
_SUFFIXES = word_set("jr sr ii iii iv phd md mba")


def clean(fact: str) -> str:
    """A fact on one line, without the full stop that the sentence will bring."""
    printable = "".join(c if c.isprintable() else " " for c in fact)
    return " ".join(printable.split()).rstrip(" .;,!")


def opening_capital(clause: str) -> str:
    """A clause with a capital at its beginning."""
    return clause[:1].upper() + clause[1:]


def sentence(clause: str) -> str:
    """A clause as a sentence of its own."""
    text = opening_capital(clean(clause))
    return text if not text or text[-1] in '?”"' else f"{text}."


def greeting(to: str) -> str:
    """ "Dear Dr. Liu,": title and family name if there is a title, else the whole name."""
    words = clean(to.partition("<")[0]).split()
    if not words:
        return "Hello,"
    titles = parse_name(words[0]).titles & (DOCTORS | PLAIN_TITLES)
    if not titles or len(words) == 1:
        return f"Dear {' '.join(words)},"
    return f"Dear {words[0]} {family_name(words[1:])},"


def family_name(words: list[str]) -> str:
    """The last name with its particles, without "Jr." or "PhD"."""
    names = [w.strip(",") for w in words]
    while len(names) > 1 and fold(names[-1]).replace(".", "") in _SUFFIXES:
        names.pop()
    first = len(names) - 1
    while first > 0 and fold(names[first - 1]) in _PARTICLES:
        first -= 1
    return " ".join(names[first:])


def about(topic: str) -> str:
    """A topic as what somebody tells: "how it went" stays, "optics" becomes "about optics"."""
    text = clean(topic)
    begins = text.lower().split(" ", 1)[0]
    return text if begins in _ASKING_WORDS or begins == "about" else f"about {text}"


def because(reason: str) -> str:
    """A reason as it stands behind "because"."""
    text = clean(reason)
    if text.lower().startswith("because "):
        text = text[8:]
    return lower_start(text)


def lower_start(text: str) -> str:
    """Lower the first letter of "You went ..." but not of "I" or a name."""
    head = text.split(" ", 1)[0]
    common = {"You", "Your", "We", "The", "A", "An", "My", "Our", "It", "In", "At", "After", "How"}
    return text[:1].lower() + text[1:] if head in common else text


def quoted_or_about(said: str) -> str:
    """What they said, as the subject of a sentence."""
    text = clean(said)
    low = text.lower()
    if low.startswith("that "):
        return f"What you said, {lower_start(text)},"
    if low.startswith(("about ", "on ")):
        return f"What you said {lower_start(text)}"
    if text[:1] in '“"':
        return f"What you said, {text},"
    if text[:1].isupper() and len(text.split()) > 3:
        return f"What you said, “{text},”"
    return f"What you said about {text}"


def done(consequence: str, lead: str) -> str:
    """ "I took the course." out of "took the course" or "I took the course"."""
    text = clean(consequence)
    if text[:1].isupper():
        return sentence(text)
    return sentence(f"{lead} {text}")
