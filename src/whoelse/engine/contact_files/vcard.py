"""vCard 2.1, 3.0 and 4.0, as phones and address books really write them.

An own tolerant reader, line by line and in fixed memory: vobject gives up a whole file at a card
that breaks off, and takes three times as long; tests compare the two where both read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from whoelse.engine.contact_files.account import Account
from whoelse.engine.contact_files.content_line import Property, logical_lines, property_of
from whoelse.engine.contact_files.people import Entry, keep_person

SOURCE = "vcard"
CUT = "The card breaks off before its end."
GROUP = "This is a list of people, not a person."
_KEPT_WORDS = """
FN N NICKNAME ORG TITLE ROLE EMAIL TEL URL X-SOCIALPROFILE KIND X-ADDRESSBOOKSERVER-KIND
"""
_KEPT = frozenset(_KEPT_WORDS.split())
_REFUSED = {
    "BDAY": "Birthday",
    "X-BDAY": "Birthday",
    "BIRTHPLACE": "Place of birth",
    "DEATHDATE": "Date of death",
    "ANNIVERSARY": "Anniversary",
    "X-ANNIVERSARY": "Anniversary",
    "GENDER": "Gender",
    "X-GENDER": "Gender",
    "PHOTO": "Photo",
    "ADR": "Address",
    "LABEL": "Address",
    "GEO": "Position on the map",
    "X-SPOUSE": "Spouse",
    "X-EVOLUTION-SPOUSE": "Spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "Spouse",
    "RELATED": "Relatives",
    "X-ABRELATEDNAMES": "Relatives",
    "X-PRONOUNS": "Pronouns",
    "PRONOUNS": "Pronouns",
    "GRAMGENDER": "Gender",
}


@dataclass(slots=True)
class _Card:
    properties: dict[str, list[Property]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def add(self, found: Property, most: int) -> None:
        if found.name in _KEPT:
            values = self.properties.setdefault(found.name, [])
            if len(values) < most:
                values.append(found)
        elif found.name in _REFUSED and found.raw.strip(" ;"):
            self.refused.append(_REFUSED[found.name])

    def all(self, name: str) -> list[Property]:
        return sorted(self.properties.get(name, ()), key=lambda found: found.preference)


def read_cards(lines: Iterator[str], account: Account) -> str:
    """Read every whole card and return the format; one that breaks off is reported."""
    card: _Card | None = None
    nested = 0
    before = ""
    for line in logical_lines(lines, account.limits.max_line):
        word = "".join(line[:20].split()).upper()
        if word == "BEGIN:VCARD" and card and before.startswith("AGENT") and before.endswith(":"):
            nested += 1
        elif word == "END:VCARD" and nested:
            nested -= 1
        elif word == "BEGIN:VCARD":
            if card:
                account.skip(CUT)
            account.begin_row()
            card, nested = _Card(), 0
        elif word == "END:VCARD" and card:
            _keep(card, account)
            card = None
        elif card and not nested and (found := property_of(line)):
            card.add(found, account.limits.max_values)
        before = word
    if card:
        account.skip(CUT)
    return SOURCE


def _keep(card: _Card, account: Account) -> None:
    kinds = [*card.all("KIND"), *card.all("X-ADDRESSBOOKSERVER-KIND")]
    if any(kind.text().strip().lower() == "group" for kind in kinds):
        return account.skip(GROUP)
    for label in card.refused:
        account.refuse(label)

    def texts(*names: str) -> Iterator[str]:
        for name in names:
            for found in card.all(name):
                if text := account.text(found.text()):
                    yield text

    def parts(name: str) -> list[str]:
        found = card.all(name)
        return [account.text(part) for part in found[0].parts()] if found else []

    family, given, middle, *_ = [*parts("N"), "", "", ""]
    employer = next((part for part in parts("ORG") if part), "")
    name = next(texts("FN"), "")
    return keep_person(
        Entry(
            name=name,
            given=given,
            middle=middle,
            family=family,
            nickname=next(texts("NICKNAME"), ""),
            email="\n".join(texts("EMAIL")),
            phone="\n".join(texts("TEL")),
            employer=employer,
            job_title=next(texts("TITLE", "ROLE"), ""),
            profile_url="\n".join(texts("X-SOCIALPROFILE", "URL")),
        ),
        account,
        SOURCE,
    )
