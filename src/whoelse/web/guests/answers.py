"""The answers that can be given: by which name they are known, and which of them fit now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from whoelse.web.guests import actions
from whoelse.web.guests.forms import (
    AnswerForm,
    BetterForm,
    CallOffForm,
    EraseForm,
    LaterForm,
    NeverForm,
    NoForm,
    PickForm,
    ProposeForm,
    WrittenForm,
)
from whoelse.web.guests.page import GuestPage

__all__ = ["ANSWERS", "EraseForm", "forms_for", "is_possible"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A form, what it does once it is confirmed, and the words afterwards where the page closes."""

    form: type[AnswerForm]
    do: Callable[[GuestPage, Any, datetime], object]
    done: str = ""


def _pick(page: GuestPage, form: PickForm, at: datetime) -> None:
    how = {"zone": page.zone} | {k: form.cleaned_data[k] for k in ("channel", "place")}
    if page.interview is None:
        actions.pick_time(page.link, offered=form.pick.offered, **how, at=at)
    else:
        starts_at = form.pick.starts_at
        actions.move_time(page.link, page.interview, starts_at=starts_at, **how, at=at)


def _propose(page: GuestPage, form: ProposeForm, at: datetime) -> None:
    done = form.cleaned_data
    actions.propose_time(
        page.link,
        starts_at=done["starts_at"],
        minutes=page.minutes,
        zone=done["zone"],
        comment=done["comment"],
        interview=page.interview,
        at=at,
    )


def _call_off(page: GuestPage, form: CallOffForm, at: datetime) -> None:
    actions.call_off(
        page.link,
        page.interview,
        wants_another=form.wants_another,
        words=form.cleaned_data["comment"],
        at=at,
    )


def _write(page: GuestPage, form: WrittenForm, at: datetime) -> None:
    actions.answer_in_writing(page.link, answers=form.answers, at=at)


def _suggest(page: GuestPage, form: BetterForm, at: datetime) -> None:
    said = {k: form.cleaned_data[k] for k in ("name", "work", "email", "permission")}
    actions.name_somebody(page.link, **said, at=at)


def _later(page: GuestPage, _form: LaterForm, at: datetime) -> None:
    actions.not_this_term(page.link, until=page.rests_until, at=at)


def _no(page: GuestPage, form: NoForm, at: datetime) -> None:
    actions.say_no(page.link, reason=form.cleaned_data["reason"], at=at)


def _never(page: GuestPage, form: NeverForm, at: datetime) -> None:
    erase = form.cleaned_data["erase"]
    actions.never_again(page.link, interview=page.interview, erase=erase, at=at)


def _erase(page: GuestPage, _form: EraseForm, at: datetime) -> None:
    actions.erase_guest(page.link, at=at)


ANSWERS: dict[str, Answer] = {
    "time": Answer(PickForm, _pick),
    "another-time": Answer(ProposeForm, _propose),
    "cancellation": Answer(CallOffForm, _call_off, "It is called off. Thank you for saying so."),
    "writing": Answer(WrittenForm, _write, "Your answers have arrived. Thank you."),
    "somebody-else": Answer(BetterForm, _suggest, "Thank you for the name."),
    "not-this-term": Answer(LaterForm, _later, "Noted. Nobody asks you again this term."),
    "no": Answer(NoForm, _no, "Noted. Thank you for answering at all; most people do not."),
    "never": Answer(NeverForm, _never, "Noted for good. Nothing more is written to you."),
    "erasure": Answer(EraseForm, _erase, "It is erased."),
}
AGREED = ("time", "another-time", "cancellation", "never", "erasure")


def is_possible(slug: str, page: GuestPage) -> bool:
    """Whether this can be answered as things stand."""
    if slug == "time":
        return bool(page.picks)
    if slug == "writing" and not page.in_writing:
        return False
    return slug in AGREED if page.interview else slug != "cancellation"


def forms_for(page: GuestPage) -> dict[str, AnswerForm]:
    """An empty form for everything that can be answered, for a template by `slug` with `_`."""
    return {
        slug.replace("-", "_"): answer.form(page=page)
        for slug, answer in ANSWERS.items()
        if is_possible(slug, page)
    }
