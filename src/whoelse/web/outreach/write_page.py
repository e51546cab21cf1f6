"""What the page for writing shows: the text, the student's words, and what was found."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict

from whoelse.web.contacts.models import Contact
from whoelse.web.outreach import bridge
from whoelse.web.outreach.bridge import Remark, Review
from whoelse.web.outreach.forms import DraftForm, WordsForm
from whoelse.web.outreach.marking import Piece, pieces, units
from whoelse.web.outreach.models import Kind, Message
from whoelse.web.outreach.queries import drafts_of, sent_to

FULL_BAR = 96  # the width of the bar of words, in its own units
MOST_WORDS = 150

TITLES = {
    Kind.REQUEST: "Write to {name}",
    Kind.REFERRAL_INTRO: "Write to {name}",
    Kind.FOLLOWUP: "Remind {name}, once",
    Kind.CONFIRMATION: "Confirm with {name}",
    Kind.THANKS: "Thank {name}",
    Kind.REPORT_BACK: "Tell {name} what came of it",
    Kind.KEEP_IN_TOUCH: "Write to {name} again",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A remark with its place as a script counts, and whether it was confirmed."""

    remark: Remark
    starts: int
    ends: int
    is_confirmed: bool


class WritePage:
    """Everything about one draft, from rows or from what was typed into the form."""

    def __init__(
        self, contact: Contact, kind: str, *, at: datetime, data: QueryDict | None = None
    ) -> None:
        self.contact, self.kind, self.at = contact, kind, at
        self.draft: Message | None = drafts_of(contact).filter(kind=kind).first()
        self.made = bridge.first_draft(contact, kind, words=bridge.words_of(self.draft), at=at)
        text = self.draft or self.made
        self.form = DraftForm(data, initial={"subject": text.subject, "body": text.body})
        self.subject, self.body = self._typed()
        self.words_form = WordsForm(
            data,
            asked=bridge.asked_facts(contact, kind, at=at),
            kind=kind,
            is_changed=not bridge.is_untouched(self.draft, self.made, self.body),
            initial=bridge.words_of(self.draft),
        )

    @property
    def is_valid(self) -> bool:
        return self.form.is_valid() and self.words_form.is_valid()

    @property
    def confirmed(self) -> Collection[str]:
        if self.form.is_bound:
            return self.form.cleaned_data.get("confirmed", ()) if self.form.is_valid() else ()
        return self.draft.confirmed if self.draft else ()

    def review(self) -> Review:
        return bridge.review_of(
            self.contact, self.kind, subject=self.subject, body=self.body, at=self.at
        )

    def typed(self) -> dict[str, Any]:
        """What was typed, as the actions take it."""
        return {
            "kind": self.kind,
            "subject": self.subject,
            "body": self.body,
            "words": self.words_form.words,
            "at": self.at,
        }

    def context(self) -> dict[str, Any]:
        review, confirmed = self.review(), self.confirmed
        return {
            "page": self,
            "contact": self.contact,
            "kind": self.kind,
            "form": self.form,
            "words_form": self.words_form,
            "review": review,
            "shown": [self._shown(remark, confirmed) for remark in review.remarks],
            "unsettled": review.unsettled(confirmed),
            "may_leave": review.may_leave(confirmed) and bool(self.body.strip()),
            "most_words": MOST_WORDS,
            "bar": min(FULL_BAR, round(review.words * FULL_BAR / MOST_WORDS)),
        }

    @property
    def title(self) -> str:
        return TITLES[Kind(self.kind)].format(name=self.contact.name)

    def referral(self) -> Any:
        return bridge.referral_of(self.contact)

    def sent_before(self) -> Message | None:
        """The same kind of message, if one left already."""
        return sent_to(self.contact).filter(kind=self.kind).first()

    def body_pieces(self) -> tuple[Piece, ...]:
        return pieces(self.body, self.review().remarks, "body")

    @property
    def wants_words(self) -> bool:
        """Whether the fields for the student's words stand open."""
        words = bridge.words_of(self.draft)
        return any(not words.get(f.name) for f in self.made.missing) or bool(self.words_form.errors)

    def _typed(self) -> tuple[str, str]:
        if not self.form.is_bound:
            return self.form.initial["subject"], self.form.initial["body"]
        cleaned = self.form.cleaned_data if self.form.is_valid() else {}
        data = self.form.data
        return (
            cleaned.get("subject", data.get("subject", "")[:200]),
            cleaned.get("body", data.get("body", "")[:20_000]),
        )

    def _shown(self, remark: Remark, confirmed: Collection[str]) -> Shown:
        text = self.subject if remark.field == "subject" else self.body
        return Shown(
            remark,
            units(text, remark.start),
            units(text, remark.drawn_end),
            is_confirmed=remark.key in confirmed,
        )
