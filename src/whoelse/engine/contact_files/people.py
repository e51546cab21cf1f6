"""From what a row or card says to a person: names put together, links and addresses checked."""

from typing import NamedTuple

from whoelse.engine.contact_files.account import Account
from whoelse.engine.contact_files.batch import Person
from whoelse.engine.contact_files.duplicates import is_nameless
from whoelse.engine.contact_files.links import addresses, best_link, phones
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


class Entry(NamedTuple):
    """What one row or card says, cleaned; of MANY each value on a line, the preferred first."""

    name: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    nickname: str = ""
    email: str = ""
    phone: str = ""
    employer: str = ""
    job_title: str = ""
    title: str = ""  # a post or a form of address
    profile_url: str = ""
    connected_on: str = ""


MANY = frozenset({"email", "phone", "profile_url"})


def keep_person(entry: Entry, account: Account, source: str) -> None:
    """Keep the person whom `entry` describes, or say why there is none."""
    most = account.limits.max_values
    emails = tuple(dict.fromkeys(addresses(entry.email)))[:most] if entry.email else ()
    name, given, family = _names(entry)
    post = entry.job_title or entry.title
    person = Person(
        name=name or (emails[0] if emails else ""),
        given=given,
        family=family,
        emails=emails,
        phones=tuple(dict.fromkeys(phones(entry.phone)))[:most] if entry.phone else (),
        employer=entry.employer,
        job_title="" if entry.title and is_honorific(post) else post,
        profile_url=best_link(entry.profile_url.split("\n")) if entry.profile_url else "",
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
    whole, suffix = without_credentials(without_titles(entry.name)) if entry.name else ("", "")
    if not whole and (given or family):
        return _and(joined(given, entry.middle, family), generation), given, family
    if not whole:
        nickname = entry.nickname.partition("(")[0]
        whole, suffix = without_credentials(without_titles(nickname))
    if "@" in whole:
        return joined(given, entry.middle, family), given, family
    if not (given or family):
        given, family = split(whole)
        if "," in whole and given and family:
            whole = joined(given, "", family)
    return _and(whole, suffix), given, family


def _and(name: str, generation: str) -> str:
    return f"{name} {generation}" if name and generation else name
