"""Drafts: made from facts, changed by hand, thrown away. There is one of a kind for a contact."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from whoelse.web.contacts.models import Contact
from whoelse.web.outreach import access, bridge
from whoelse.web.outreach.models import Message
from whoelse.web.outreach.queries import drafts_of

MOST_WORDS = 2_000  # characters of one fact that are kept


@transaction.atomic
def start_draft(
    contact: Contact,
    *,
    kind: str,
    facts: Mapping[str, Any] | None = None,
    interview: UUID | None = None,
    at: datetime,
) -> Message:
    """Make or take up the draft of this kind, with facts that a page knows.

    A text that the student changed by hand stays; the facts are kept beside it. Refuses whoever
    must not be written to.
    """
    access.ensure_may_write(contact, kind, at=at)
    access.ensure_not_on_its_way(contact, kind)
    draft = _draft(contact, kind)
    words = bridge.words_of(draft) | _short(facts or {})
    if interview is not None:
        draft.interview = interview
    return _made_anew(draft, words, at=at, replace=False)


@transaction.atomic
def draft_as_made(
    contact: Contact, *, kind: str, facts: Mapping[str, Any], interview: UUID, at: datetime
) -> Message | None:
    """The draft as the facts make it, in words that the student left as they are.

    None where the student wrote words of their own, or released this one before.
    """
    draft = drafts_of(contact).filter(kind=kind).first()
    if draft is not None:
        is_released = draft.interview == interview and draft.outgoing_id is not None
        made = bridge.first_draft(contact, kind, words=bridge.words_of(draft), at=at)
        if is_released or not bridge.is_untouched(draft, made, draft.body):
            return None
    return start_draft(contact, kind=kind, facts=facts, interview=interview, at=at)


@transaction.atomic
def save_draft(
    contact: Contact,
    *,
    kind: str,
    subject: str,
    body: str,
    words: Mapping[str, Any] | None = None,
    confirmed: Iterable[str] = (),
    at: datetime,
) -> Message:
    """Keep a draft as it was typed, with the errors that the student chose to keep.

    A confirmation holds for the words it was given for; those of other words are forgotten.
    """
    access.ensure_may_write(contact, kind, at=at)
    access.ensure_not_on_its_way(contact, kind)
    draft = _draft(contact, kind)
    if not draft.facts.get(bridge.MADE):
        first = bridge.first_draft(contact, kind, words=bridge.words_of(draft), at=at)
        draft.facts = draft.facts | {bridge.MADE: bridge.mark_of(first.body)}
    draft.facts = draft.facts | _short(words or {})
    draft.subject, draft.body = subject, body
    review = bridge.review_of(contact, kind, subject=subject, body=body, at=at)
    chosen = set(confirmed)
    draft.confirmed = [r.key for r in review.remarks if r.may_be_kept and r.key in chosen]
    draft.save(update_fields=["facts", "subject", "body", "confirmed", "updated_at"])
    return draft


@transaction.atomic
def put_words_in(
    contact: Contact,
    *,
    kind: str,
    subject: str,
    body: str,
    words: Mapping[str, Any],
    replace: bool,
    at: datetime,
) -> Message:
    """Make the draft anew with the student's words; a changed text only if they say `replace`."""
    access.ensure_may_write(contact, kind, at=at)
    access.ensure_not_on_its_way(contact, kind)
    draft = _draft(contact, kind)
    draft.subject, draft.body = subject, body
    return _made_anew(draft, bridge.words_of(draft) | _short(words), at=at, replace=replace)


@transaction.atomic
def discard_draft(message: Message) -> None:
    """Throw a draft away. What was sent or is on its way stays."""
    if message.is_draft:
        same = Message.objects.filter(pk=message.pk, outgoing=message.outgoing_id)
        same.filter(sent_at__isnull=True).delete()


def _draft(contact: Contact, kind: str) -> Message:
    """The one draft of this kind; made empty where there is none, also by two at once."""
    draft, _ = Message.objects.get_or_create(
        contact=contact, kind=kind, sent_at=None, defaults={"student": contact.student}
    )
    return drafts_of(contact).get(pk=draft.pk)


def _made_anew(draft: Message, words: Mapping[str, Any], *, at: datetime, replace: bool) -> Message:
    contact, kind = draft.contact, draft.kind
    before = bridge.first_draft(contact, kind, words=bridge.words_of(draft), at=at)
    facts = {**draft.facts, **words}
    if replace or bridge.is_untouched(draft, before, draft.body):
        made = bridge.first_draft(contact, kind, words=words, at=at)
        draft.subject = _subject(draft, before.subject, made.subject, replace=replace)
        draft.body = made.body
        facts[bridge.MADE] = bridge.mark_of(made.body)
    draft.facts = facts
    draft.save(update_fields=["facts", "subject", "body", "interview", "updated_at"])
    return draft


def _subject(draft: Message, before: str, after: str, *, replace: bool) -> str:
    """The new subject, unless the student wrote their own."""
    is_own = draft.subject.strip() not in ("", before)
    return draft.subject if is_own and not replace else after[:200]


def _short(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, int) else str(value)[:MOST_WORDS]
        for name, value in facts.items()
        if name != bridge.MADE
    }
