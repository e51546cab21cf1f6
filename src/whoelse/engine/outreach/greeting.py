"""Whom a greeting names, and whether it names anybody."""

import re

from whoelse.engine.findings import Span
from whoelse.engine.outreach.names import parse_name
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.text import fold, word_set

_HELLO = Pattern(
    r"\s*(?:my |very |most )*(?:dear(?:est)?|hi+|hello+|hey+|hiya|howdy|"
    r"hola|hallo|bonjour|salut|ciao|namaste|salaam|salam|merhaba|shalom|aloha|g'day|"
    r"greetings?|good (?:morning|"
    r"afternoon|evening|day)|salutations|respected|esteemed|honou?red|attn|attention|to|and|again|"
    r"there|the|,|:)*\s*",
    re.IGNORECASE,
)
_NOBODY = Pattern(
    r"\bto whom\b|\bdear (?:sirs?|madam|ma'?am|all|team|folks|colleagues?|friends?|alum|alumn\w+|"
    r"recruit\w*|hiring\b.*|human resources|hr|recipient|reader|employer|member|professional|"
    r"contact|company|manager|representative|someone|whoever|future \w+|fellow \w+)\b[^\w]*$"
    r"|\b(?:sir|sirs|madam|gentlem[ae]n|ladies)\b[ /,]*(?:or|and|/)|\b(?:hi|hello|hey|greetings) "
    r"(?:there|all|everyone|everybody|team|folks|sir|madam|ma'?am|friend|guys|you)\b"
    r"|^\s*(?:respected |esteemed |honou?red |my dear )?(?:sirs?|madam|ma'?am)\b[^\w]*$"
    r"|\b(?:respected|esteemed|honou?red) (?:sir|madam|ma'?am|professor|doctor|scientist)\b[^\w]*$"
    r"|\bhiring (?:manager|team|committee)\b|\bsir/?madam\b"
)
_OPENING = 45  # characters
_OPEN_FIELD = frozenset("{}[]<>_%$*")  # of a template
_NOT_NAMES = word_set(
    "there all everyone everybody team folks sir madam sirs friend friends colleague colleagues "
    "alum alumni alumnus alumna alumnae recruiter manager hiring member reader fellow again you "
    "morning afternoon evening day to whom it may concern hope this from hi hello hey dear so and "
    "the a an my or our hr human resources recipient professional contact group guys guy "
    "physicist scientist researcher engineer neighbor neighbour happy good greetings"
)


def greeted_name(reading: Reading) -> Span | None:
    """Where the greeting names somebody, title included; None if it names nobody."""
    greeting = reading.letter.greeting
    if greeting is None:
        return None
    text = reading.body[greeting.start : greeting.end]
    opening = _HELLO.match(text)
    skipped = opening.end() if opening else 0
    rest = text[skipped:].rstrip(" \t\r\n,:;!.—–-")
    words = parse_name(rest).words
    if (
        not words
        or not _OPEN_FIELD.isdisjoint(rest)
        or any(fold(word) in _NOT_NAMES for word in words)
    ):
        return None
    start = greeting.start + skipped
    return Span(start, start + len(rest))


def names_addressee(reading: Reading) -> bool:
    """Whether the first words of the message hold a name of the addressee, however it is typed."""
    own = {fold(word) for word in parse_name(reading.draft.to).words if len(word) > 1}
    opening = reading.body.lstrip()[:_OPENING]
    return bool(own & {fold(word) for word in parse_name(opening).words})


def names_somebody(text: str) -> bool:
    """Whether a greeting holds a name, a relative, or a title that stands for one."""
    name = parse_name(_HELLO.without_first(text))
    is_named = bool(name.words) and not all(fold(word) in _NOT_NAMES for word in name.words)
    return is_named or name.is_relative


def is_nobody(text: str) -> bool:
    """Whether a greeting is one of those that fit everybody."""
    return bool(_NOBODY.search(fold(text).strip(" \t\r\n,:;!.—–-")))
