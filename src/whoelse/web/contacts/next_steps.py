"""What can be done next with somebody, by the stage they are at.

Links upwards by URL name; what to link to is read from the history that higher apps wrote.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve, reverse

from whoelse.web.activity.models import Entry
from whoelse.web.contacts import queries
from whoelse.web.contacts.models import Contact, Permission, Referral, Stage


@dataclass(frozen=True, slots=True)
class NextStep:
    """One button: its words, where it leads, and whether it is the first thing to do."""

    words: str
    path: str
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """The buttons of a person's page, and one sentence beside them if one is needed."""

    steps: tuple[NextStep, ...] = ()
    note: str = ""


def next_with(contact: Contact, history: Iterable[Entry], referrals: Iterable[Referral]) -> Next:
    """The next steps; none for somebody who said no or must not be contacted."""
    if queries.block_of(contact):
        return Next()
    history = list(history)
    paths = [entry.path for entry in history if entry.path]
    if contact.stage == Stage.OPEN:
        return _ask(contact, list(referrals))
    if contact.stage == Stage.ASKED:
        return _after_asking(contact, paths)
    if contact.stage == Stage.SCHEDULED:
        return _before_talking(paths)
    if contact.stage == Stage.HELD:
        return _after_talking(contact, paths, _done_since_talking(history))
    return Next(note="A no is final. Thank for the answer if you have not, and ask somebody else.")


def _ask(contact: Contact, referrals: list[Referral]) -> Next:
    agree = NextStep("Agree a time", _agree(contact))
    if not referrals:
        return Next((agree, NextStep("Draft a request", _write(contact, "request"), is_first=True)))
    referral = referrals[-1]
    referrer = referral.referrer.short_name
    draft = _write(contact, "referral_intro")
    if referral.permission == Permission.WILL_INTRODUCE:
        note = f"{referrer} will introduce you, so wait for that mail, then write."
        return Next((agree, NextStep("Draft a request", draft)), note)
    if referral.permission == Permission.ASK_FIRST:
        note = f"{referrer} wants to ask first. Write when you hear that it is all right."
        return Next((agree, NextStep("Draft a request", draft)), note)
    note = f"You may use the name of {referrer}."
    return Next((agree, NextStep("Draft a request", draft, is_first=True)), note)


def _after_asking(contact: Contact, paths: list[str]) -> Next:
    agree = NextStep("Agree a time", _agree(contact))
    message = _latest(paths, "outreach")
    if not message:
        return Next((agree,))
    came = NextStep("Record what came back", reverse("outreach:message", args=[message]), True)  # noqa: FBT003
    return Next((agree, came))


def _before_talking(paths: list[str]) -> Next:
    interview = _latest(paths, "interviews")
    if not interview:
        return Next((NextStep("See the interview", reverse("interviews:interviews")),))
    return Next(
        (
            NextStep("Open the room", reverse("interviews:room", args=[interview])),
            NextStep("Prepare", reverse("interviews:prepare", args=[interview]), is_first=True),
        )
    )


def _after_talking(contact: Contact, paths: list[str], done: Collection[str]) -> Next:
    interview = _latest(paths, "interviews")
    is_written_up = "wrote_up" in done
    steps = [NextStep("Tell what came of it", _write(contact, "report_back"))]
    if "sent_thanks" not in done:
        thanks = _write(contact, "thanks")
        steps.insert(0, NextStep("Say thank you", thanks, is_first=is_written_up))
    if interview:
        path = reverse("interviews:write-up", args=[interview])
        words = "What you learned" if is_written_up else "Write up the interview"
        steps.append(NextStep(words, path, is_first=not is_written_up))
    return Next(tuple(steps))


def _done_since_talking(history: Iterable[Entry]) -> set[str]:
    """What the newest entries of a history say, back to the last talk."""
    verbs = (entry.verb for entry in history)
    return set(takewhile(lambda verb: verb != "held_interview", verbs))


def _latest(paths: list[str], app: str) -> str:
    """The public id in the newest path that leads to a page of this app."""
    for path in paths:
        try:
            match = resolve(urlsplit(path).path)
        except Resolver404:
            continue
        if match.app_name == app and "public_id" in match.kwargs:
            return str(match.kwargs["public_id"])
    return ""


def _write(contact: Contact, kind: str) -> str:
    return reverse("outreach:write", args=[contact.public_id, kind])


def _agree(contact: Contact) -> str:
    return reverse("interviews:agree", args=[contact.public_id])
