"""From what a row or card says to a person: names put together, links and addresses checked."""

from collections.abc import Iterable
from dataclasses import dataclass

from whoelse.engine.contact_files.account import Account
from whoelse.engine.contact_files.batch import Person
from whoelse.engine.contact_files.duplicates import is_nameless
from whoelse.engine.contact_files.links import addresses, best_link, phones, web_link
from whoelse.engine.contact_files.names import (
    is_honorific,
    joined,
    split,
    without_credentials,
    without_titles,
)

NAMELESS = "There is neither a name nor an e-mail address."
NAMELESS_CONNECTION = "There is no name; the account is hidden or closed."
NAME_TOO_LONG = "The name is longer than any name."


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row or card says, cleaned; values in the order of the file, the preferred first."""

    name: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    nickname: str = ""
    emails: Iterable[str] = ()
    phones: Iterable[str] = ()
    employer: str = ""
    job_title: str = ""
    title: str = ""  # a post or a form of address
    links: Iterable[str] = ()
    connected_on: str = ""


def keep_person(entry: Entry, account: Account, source: str) -> None:
    """Keep the person whom `entry` describes, or say why there is none."""
    most = account.limits.max_values
    emails = tuple(dict.fromkeys(a for cell in entry.emails for a in addresses(cell)))[:most]
    name, given, family = _names(entry)
    person = Person(
        name=name or (emails[0] if emails else ""),
        given=given,
        family=family,
        emails=emails,
        phones=tuple(dict.fromkeys(p for cell in entry.phones for p in phones(cell)))[:most],
        employer=entry.employer,
        job_title=entry.job_title or ("" if is_honorific(entry.title) else entry.title),
        profile_url=best_link([link for text in entry.links if (link := web_link(text))]),
        connected_on=entry.connected_on,
        source=source,
        row=account.row,
    )
    if not person.name or (source == "linkedin" and is_nameless(person)):
        account.skip(NAMELESS_CONNECTION if source == "linkedin" else NAMELESS)
    elif len(person.name) > account.limits.max_name:
        account.skip(NAME_TOO_LONG)
    else:
        account.keep(person)


def _names(entry: Entry) -> tuple[str, str, str]:
    """Return the whole name, the given and the family name; the whole as the file has it."""
    given = without_titles(entry.given)
    family, generation = without_credentials(without_titles(entry.family))
    whole, suffix = without_credentials(without_titles(entry.name))
    if not whole and (given or family):
        return _and(joined(given, entry.middle, family), generation), given, family
    if not whole:
        whole, suffix = without_credentials(without_titles(entry.nickname.partition("(")[0]))
    if "@" in whole:
        return joined(given, entry.middle, family), given, family
    if not (given or family):
        given, family = split(whole)
        if "," in whole and given and family:
            whole = joined(given, "", family)
    return _and(whole, suffix), given, family


def _and(name: str, generation: str) -> str:
    return f"{name} {generation}" if name and generation else name
