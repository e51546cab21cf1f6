"""Say what an incoming message is.

The order of the questions matters: an answer to an invitation is a person's whatever the header
says, a delivery status and a complaint name themselves, and only what is none of these and was
not written by a program can be a reply.
"""

from dataclasses import dataclass, replace

from whoelse.engine.mail.addresses import identifiers, mailbox, sent_at
from whoelse.engine.mail.automatic import automatic, is_read_receipt
from whoelse.engine.mail.bounce import Bounce, read_bounce
from whoelse.engine.mail.feedback import read_feedback
from whoelse.engine.mail.limits import Limits
from whoelse.engine.mail.parts import Message, read_message
from whoelse.engine.mail.reply_text import has_quote, new_text
from whoelse.engine.mail.senders import is_answer
from whoelse.engine.mail.sorted import Kind, SortedMail
from whoelse.engine.mail.text_of import calendars_of, texts_of

_ANSWERING = (b"METHOD:REPLY", b"METHOD:COUNTER", b"METHOD:DECLINECOUNTER")  # RFC 5546


@dataclass(frozen=True, slots=True)
class _Read:
    """The message taken apart."""

    message: Message
    texts: tuple[str, ...]
    calendars: tuple[bytes, ...]
    limits: Limits

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


def sort_mail(raw: bytes, *, limits: Limits = Limits()) -> SortedMail:  # noqa: B008 - frozen
    """Sort one RFC 5322 message. Never raises, whatever the bytes are."""
    message = read_message(raw, limits)
    texts, cut = texts_of(message.parts, limits)
    calendars, too_much = calendars_of(message.parts, limits)
    read = _Read(message, texts, calendars, limits)
    about = _about(read, truncated=message.truncated or cut or too_much)
    sorted_mail = _as_notification(read, about)
    if sorted_mail:
        return sorted_mail
    new, shortened = new_text(read.text, limits)
    return replace(
        about,
        kind=_kind(read, about),
        reply_text=new,
        truncated=about.truncated or shortened,
    )


def _about(read: _Read, *, truncated: bool) -> SortedMail:
    """What the header says."""
    header, limits = read.message.header, read.limits
    own, _ = identifiers([header.get("message-id")], 1)
    answered, more = identifiers(header.all("in-reply-to"), limits.max_ids)
    references, older = identifiers(header.all("references"), limits.max_ids)
    address, name = mailbox(header.get("from") or header.get("sender"))
    return SortedMail(
        kind="other",
        message_id=own[0] if own else "",
        in_reply_to=answered,
        references=references,
        from_address=address,
        from_name=name,
        subject=header.text("subject")[:1_000],
        sent_at=sent_at(header.get("date")),
        calendars=read.calendars,
        truncated=truncated or more or older,
    )


def _as_notification(read: _Read, about: SortedMail) -> SortedMail | None:
    """The message as a complaint or a bounce; None if it is neither."""
    if _answers_invitation(read):
        return None
    feedback = read_feedback(read.message, read.texts, read.limits)
    if feedback:
        return replace(
            about,
            kind="feedback",
            recipients=feedback.recipients,
            original_ids=feedback.original_ids or _answered(about),
        )
    bounce = read_bounce(read.message, read.texts, read.limits)
    return _as_bounce(bounce, about) if bounce else None


def _as_bounce(bounce: Bounce, about: SortedMail) -> SortedMail:
    return replace(
        about,
        kind="bounce",
        permanent=bounce.permanent,
        recipients=bounce.recipients,
        original_ids=bounce.original_ids or _answered(about),
        status=bounce.status,
        truncated=about.truncated or bounce.truncated,
    )


def _answered(about: SortedMail) -> tuple[str, ...]:
    return about.in_reply_to or about.references[-1:]


def _kind(read: _Read, about: SortedMail) -> Kind:
    if _answers_invitation(read):
        return "reply"
    how = automatic(read.message, read.text)
    if how == "answer" or is_read_receipt(read.message):
        return "auto_reply"
    if how == "program":
        return "other"
    answers = about.in_reply_to or about.references or is_answer(about.subject)
    return "reply" if answers or has_quote(read.text) else "other"


def _answers_invitation(read: _Read) -> bool:
    methods = [part.params.get("method", "").upper() for part in read.message.parts]
    if any(f"METHOD:{method}".encode() in _ANSWERING for method in methods):
        return True
    heads = [calendar[:4_000].replace(b" ", b"").upper() for calendar in read.calendars]
    return any(method in head for head in heads for method in _ANSWERING)
