"""What a message wants to talk about: whether there is a topic, and whether it has an edge."""

from collections.abc import Iterator

from whoelse.engine.outreach.phrases import Found
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.text import Sentence, word_set

_TABLE = read_table("vague_ask.txt")
_MEETING = word_set(
    "talk speak chat call meet meeting connect conversation minutes time available free works work "
    "suits convenient day week possible when you to us be would could i me are it that this have "
    "schedule touch reach contact phone video zoom coffee soon next the a an is do can"
)
_GENERIC = word_set(
    "career careers experience experiences work job jobs field fields industry industries life "
    "things stuff everything anything something opportunities opportunity options path paths "
    "background role roles company advice journey you me myself yourself it physics science "
    "business future position profession world area whatever all general success insight insights "
    "expertise knowledge major company's interests goals questions topic topics your my the and a "
    "an of in what"
)


def vague_phrases(sentence: Sentence, label: str = "vague") -> Iterator[Found]:
    """Phrases that nobody can answer; "loose" ones are forgiven beside a topic."""
    return (found for found in _TABLE.find(sentence) if found.label == label)


def names_topic(sentence: Sentence) -> bool:
    """Whether the sentence names something that can be told, beyond when to talk."""
    for found in _TABLE.find(sentence):
        if found.label == "topic" and _has_content(sentence, found):
            return True
    return False


def _has_content(sentence: Sentence, found: Found) -> bool:
    """A question about the appointment, or about "your career", is no topic."""
    behind = sentence.words[found.first + 1 : found.last + 8]
    content = [w for w in behind if w.isalpha() and len(w) > 2]
    return any(word not in _MEETING and word not in _GENERIC for word in content)
