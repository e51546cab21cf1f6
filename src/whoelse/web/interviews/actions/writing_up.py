"""Writing up: findings, promises, clarity and whom they named, saved whole each time.

Every row of the form carries an id that was given before it was typed into, so that the same
form sent twice, or sent again after the back button, changes rows instead of doubling them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Model

from whoelse.web.activity.actions import record
from whoelse.web.contacts.actions import add_referral
from whoelse.web.core.errors import UserError
from whoelse.web.interviews.actions.room import MOST_NAMED, TooMany, end_interview
from whoelse.web.interviews.models import (
    ClarityRating,
    Finding,
    Interview,
    NamedPerson,
    Promise,
)
from whoelse.web.outreach import actions as outreach
from whoelse.web.outreach.models import Message

MOST_FINDINGS = 200
MOST_PROMISES = 50


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as it was typed; without a sentence it is struck."""

    id: UUID
    facet: str
    side: str
    sentence: str
    note: UUID | None = None  # from which it was taken


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise of one of the two; without text it is struck."""

    id: UUID
    text: str
    is_mine: bool
    due_on: date | None
    is_kept: bool


@dataclass(frozen=True, slots=True)
class NameLine:
    """Somebody who was named; without a name the line is struck, a contact made of it stays."""

    id: UUID
    full_name: str
    work: str
    email: str
    permission: str


@dataclass(frozen=True, slots=True)
class WriteUp:
    """What was changed on the page; None, and a line that is missing, leaves things as they are."""

    occupation: str | None = None
    surprise: str | None = None
    said: str | None = None
    clarity: int | None = None
    findings: tuple[FindingLine, ...] = ()
    promises: tuple[PromiseLine, ...] = ()
    named: tuple[NameLine, ...] = ()


@transaction.atomic
def save_write_up(
    interview: Interview, written: WriteUp, *, is_finished: bool, at: datetime
) -> tuple[UserError, ...]:
    """Save the whole page; that it took place is said with it.

    Returns what could not be done: somebody who was named and must not be contacted stays a name
    and becomes no contact, and the rest is saved.
    """
    end_interview(interview, at=at)
    texts = {name: getattr(written, name) for name in ("occupation", "surprise", "said")}
    for name, text in texts.items():
        if text is not None:
            setattr(interview, name, text)
    is_first = is_finished and interview.written_up_at is None
    if is_first:
        interview.written_up_at = at
    changed = [name for name, text in texts.items() if text is not None]
    interview.save(update_fields=[*changed, "written_up_at", "updated_at"])
    _save_findings(interview, written.findings, at)
    _save_promises(interview, written.promises, at)
    _rate(interview, written.clarity, at)
    problems = _follow_names(interview, written.named, at)
    if is_first:
        _record(interview, at)
    return problems


def start_thanks(interview: Interview, *, at: datetime) -> Message:
    """The draft of the thank-you, around the one thing that was said."""
    facts = {"said": interview.said} if interview.said else {}
    return outreach.start_draft(
        interview.contact, kind="thanks", facts=facts, interview=interview.public_id, at=at
    )


def mark_thanked(interview: Interview, *, at: datetime) -> None:
    """They were thanked in another way than by a message from here. The first time counts."""
    Interview.objects.filter(pk=interview.pk, thanked_at__isnull=True).update(
        thanked_at=at, updated_at=at
    )


@transaction.atomic
def keep_promise(promise: Promise, *, is_kept: bool = True, at: datetime) -> None:
    """What was promised is done, or not yet after all."""
    if is_kept == bool(promise.kept_at):
        return
    promise.kept_at = at if is_kept else None
    promise.save(update_fields=["kept_at"])
    if is_kept:
        contact = promise.interview.contact
        whose = "You kept" if promise.is_mine else f"{contact.short_name} kept"
        record(
            promise.interview.student,
            verb="kept_promise",
            sentence=f"{whose} a promise: {promise.text}",
            contact=contact.public_id,
            path=promise.interview.path_to("write-up"),
            at=at,
        )


def _save_findings(interview: Interview, lines: Iterable[FindingLine], at: datetime) -> None:
    rows = {row.public_id: row for row in interview.findings.all()}
    notes = {note.public_id: note for note in interview.notes.only("public_id")}
    for line in lines:
        row = rows.get(line.id)
        if not line.sentence:
            _strike(row)
            continue
        if row is None:
            row = Finding(
                public_id=_free_id(Finding, line.id),
                student=interview.student,
                interview=interview,
                note=notes.get(line.note),
                found_at=at,
            )
            _refuse_over(len(rows), MOST_FINDINGS, "findings")
            rows[line.id] = row
        row.facet, row.side, row.sentence = line.facet, line.side, line.sentence
        row.save()
    interview.findings.update(occupation=interview.occupation)


def _save_promises(interview: Interview, lines: Iterable[PromiseLine], at: datetime) -> None:
    rows = {row.public_id: row for row in interview.promises.all()}
    for line in lines:
        row = rows.get(line.id)
        if not line.text:
            _strike(row)
            continue
        if row is None:
            row = Promise(public_id=_free_id(Promise, line.id), interview=interview)
            _refuse_over(len(rows), MOST_PROMISES, "promises")
            rows[line.id] = row
        row.text, row.is_mine, row.due_on = line.text, line.is_mine, line.due_on
        row.kept_at = (row.kept_at or at) if line.is_kept else None
        row.save()


def _rate(interview: Interview, rating: int | None, at: datetime) -> None:
    if rating is None:
        return
    ClarityRating.objects.update_or_create(
        student=interview.student,
        interview=interview,
        defaults={"rating": rating},
        create_defaults={"rating": rating, "rated_at": at},
    )


def _follow_names(
    interview: Interview, lines: Iterable[NameLine], at: datetime
) -> tuple[UserError, ...]:
    """Keep the names, and make each a contact who was named by this one."""
    rows = {row.public_id: row for row in interview.named.select_related("contact")}
    problems = []
    for line in lines:
        row = rows.get(line.id)
        if not line.full_name:
            _strike(row)
            continue
        if row is None:
            row = NamedPerson(
                public_id=_free_id(NamedPerson, line.id), interview=interview, named_at=at
            )
            _refuse_over(len(rows), MOST_NAMED, "names")
            rows[line.id] = row
        row.full_name, row.work = line.full_name, line.work
        row.email, row.permission = line.email, line.permission
        row.save()
        try:
            _follow(row, at)
        except UserError as problem:
            problems.append(problem)
    return tuple(problems)


@transaction.atomic
def _follow(named: NamedPerson, at: datetime) -> None:
    referral = add_referral(
        named.interview.contact,
        referred=named.contact,
        full_name=named.full_name,
        work=named.work,
        email=named.email,
        permission=named.permission,
        words=named.work,
        interview=named.interview.public_id,
        at=at,
    )
    if named.contact_id != referral.referred_id:
        named.contact = referral.referred
        named.save(update_fields=["contact"])


def _strike(row: Model | None) -> None:
    if row is not None:
        row.delete()


def _free_id(model: type[Finding | Promise | NamedPerson], wanted: UUID) -> UUID:
    """The id that the form gave the row, unless a row of another interview has it."""
    return uuid4() if model.objects.filter(public_id=wanted).exists() else wanted


def _refuse_over(count: int, most: int, things: str) -> None:
    if count >= most:
        raise TooMany(
            f"There are {count} {things} already.", "Strike what matters least, then add this one."
        )


def _record(interview: Interview, at: datetime) -> None:
    count = interview.findings.count()
    things = "one thing" if count == 1 else f"{count} things"
    record(
        interview.student,
        verb="wrote_up",
        sentence=f"You wrote up {things} that you heard" if count else "You wrote it up",
        contact=interview.contact.public_id,
        path=interview.path_to("write-up"),
        at=at,
    )
