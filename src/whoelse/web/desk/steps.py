"""A duty or a suggestion with the one button that leads to where it is done."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from whoelse.web.desk.bridge import Duty, Suggestion

# button, URL name, its arguments: "ref" and "contact" come from the duty, others stand as they are
BUTTONS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "write_up": ("Write up", "interviews:write-up", ("ref",)),
    "thank": ("Read the draft", "interviews:thanks", ("ref",)),
    "confirm": ("Confirm", "interviews:confirmation", ("ref",)),
    "prepare": ("Prepare", "interviews:prepare", ("ref",)),
    "hold": ("Open the room", "interviews:room", ("ref",)),
    "thank_answers": ("Read the answers", "outreach:message", ("ref",)),
    "reschedule": ("Find another time", "interviews:move", ("ref",)),
    "answer_proposal": ("See and answer", "scheduling:offer", ("contact",)),
    "agree_time": ("Agree on a time", "interviews:agree", ("contact",)),
    "follow_referral": ("Open the draft", "outreach:write", ("contact", "referral_intro")),
    "remind_referrer": ("Write a line", "outreach:write", ("contact", "keep_in_touch")),
    "nudge": ("Write the nudge", "outreach:write", ("contact", "followup")),
    "close": ("Look at it", "outreach:message", ("ref",)),
    "report_back": ("Report back", "outreach:write", ("contact", "report_back")),
    "report_advice": ("Report back", "outreach:write", ("contact", "report_back")),
    "do_action": ("Another day", "discoveries:action", ("ref",)),
    "keep_in_touch": ("Write", "outreach:write", ("contact", "keep_in_touch")),
}
# these buttons make a draft, so they are forms: a GET changes nothing
MAKES_A_DRAFT = {"thank", "confirm"}
# ticked off by a form, most of them on Today itself
TICKS = {
    "reschedule": ("It stands", "interviews:confirmed"),
    "keep_promise": ("Done", "desk:promise-kept"),
    "do_action": ("Done", "desk:action-done"),
    "report_back": ("Told already", "desk:referral-reported"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One line of Today. `duty` may be whatever has its words: see `mail_steps`."""

    duty: Duty
    button: str
    path: str
    is_form: bool
    tick: str
    tick_path: str


def step_of(duty: Duty) -> Step:
    button, name, arguments = BUTTONS.get(duty.kind, ("", "", ()))
    given = {"ref": duty.ref, "contact": duty.contact}
    tick, tick_name = TICKS.get(duty.kind, ("", ""))
    return Step(
        duty=duty,
        button=button,
        path=reverse(name, args=[given.get(a, a) for a in arguments]) if name else "",
        is_form=duty.kind in MAKES_A_DRAFT,
        tick=tick,
        tick_path=reverse(tick_name, args=[UUID(duty.ref)]) if tick else "",
    )


@dataclass(frozen=True, slots=True)
class Ask:
    """One of the three people to ask next."""

    suggestion: Suggestion
    name: str
    role: str
    why: str
    path: str
    person_path: str


def ask_of(suggestion: Suggestion, name: str) -> Ask:
    person = suggestion.candidate
    kind = "referral_intro" if person.referrer else "request"
    return Ask(
        suggestion=suggestion,
        name=name,
        role=", ".join(part for part in (person.job_title, person.employer) if part),
        why=" ".join(suggestion.reasons[:3]),
        path=reverse("outreach:write", args=[person.id, kind]),
        person_path=reverse("contacts:contact", args=[person.id]),
    )
