"""A first draft of each kind of message, made of facts and of nothing else.

A fact that only the student can give is asked for beside the draft, never left open inside it, and
no reason or link is made up. What is written here passes `lint` without a word.
"""

import re
from collections.abc import Callable

from whoelse.engine.outreach import wording
from whoelse.engine.outreach.draft import Facts, Scaffold
from whoelse.engine.outreach.missing import missing_facts
from whoelse.engine.words import MessageKind, Permission

_NAMED = (Permission.MAY_USE_NAME, Permission.WILL_INTRODUCE)
_SUBJECT_WORDS = 9  # subjects of three to nine words: Boomerang 2016 and Carleton College


def scaffold(facts: Facts) -> Scaffold:
    """Make a first draft, 60 to 120 words when the facts are there.

    Raises `ValueError` for kind `question`: questions come from the bank, not from facts.
    """
    if facts.kind not in _KINDS:
        raise ValueError(f"There is no draft of kind {facts.kind.value}.")
    subject, paragraphs, parts = _KINDS[facts.kind](facts)
    sender = wording.clean(facts.sender)
    closing = f"Kind regards,\n{sender}" if sender else "Kind regards"
    body = "\n\n".join([wording.greeting(facts.to), *paragraphs, closing])
    return Scaffold(subject, body, missing_facts(facts), {k: v for k, v in parts.items() if v})


def names_referrer(facts: Facts) -> bool:
    """Whether the draft may say who named the addressee."""
    return bool(wording.clean(facts.referrer)) and facts.permission in _NAMED


_Letter = tuple[str, list[str], dict[str, str]]


def _request(facts: Facts) -> _Letter:
    parts = _who_and_why(facts)
    first = f"{parts['about_me'] or _STUDENT} {parts['connection']}".strip()
    return _questions_subject(facts), [first, _why_and_what(parts), _ask(facts)], parts


def _referral_intro(facts: Facts) -> _Letter:
    parts = _who_and_why(facts)
    parts["referrer"] = _who_named_you(facts)
    first = f"{parts['referrer']} {parts['about_me'] or _STUDENT}"
    subject = _questions_subject(facts)
    if names_referrer(facts):
        subject = _short(f"{wording.clean(facts.referrer)} suggested that I write", subject)
    return subject, [first, _why_and_what(parts), _ask(facts)], parts


_STUDENT = (
    "I am a student, and I am finding out what kinds of work there are by asking those who do it."
)
_NO_REASON = (
    "What I am after stands in no book: how you yourself came to this work, and what an ordinary "
    "week of it is like."
)


def _who_and_why(facts: Facts) -> dict[str, str]:
    parts = {"about_me": "", "connection": "", "why_you": "", "topic": ""}
    if facts.about_me.strip():
        parts["about_me"] = (
            f"I am {wording.lower_start(wording.clean(facts.about_me))}, and I am finding out what "
            "kinds of work there are by asking those who do it."
        )
    if facts.connection.strip():
        parts["connection"] = wording.sentence(facts.connection)
    if facts.why_you.strip():
        parts["why_you"] = f"I am writing to you because {wording.because(facts.why_you)}."
    if facts.topic.strip():
        parts["topic"] = f"I would most like to hear {wording.about(facts.topic)}."
    return parts


def _why_and_what(parts: dict[str, str]) -> str:
    if parts["why_you"] and parts["topic"]:
        return f"{parts['why_you']} {parts['topic']}"
    return " ".join(filter(None, (parts["why_you"], parts["topic"], _NO_REASON)))


def _who_named_you(facts: Facts) -> str:
    name = wording.clean(facts.referrer)
    if name and facts.permission is Permission.WILL_INTRODUCE:
        return f"{name} has offered to introduce us, and this is the note that goes with it."
    if name and facts.permission is Permission.MAY_USE_NAME:
        return f"{name} suggested that I write to you and said that I may use the name."
    return (
        "Your name was given to me in a conversation like the one I am asking for; I have "
        "not asked yet whether I may say by whom."
    )


def _ask(facts: Facts) -> str:
    how = " ".join(filter(None, map(wording.clean, (facts.channel, facts.window))))
    return (
        f"Could we talk for {facts.minutes} minutes{' ' + how if how else ''}? Any time that suits "
        "you would suit me. If it does not fit, that is fine too. Thank you for reading this."
    )


def _questions_subject(facts: Facts) -> str:
    fallback = "A student with questions about your work"
    about_me = wording.clean(facts.about_me)
    for article in ("a ", "an ", "the "):
        about_me = about_me.removeprefix(article)
    who = about_me.split(" at ")[0].split(",")[0].split(" and ")[0]
    if not who or about_me.startswith("I "):
        return fallback
    return _short(f"{wording.opening_capital(who)} with questions about your work", fallback)


def _short(subject: str, fallback: str) -> str:
    return subject if len(subject.split()) <= _SUBJECT_WORDS else fallback


def _followup(facts: Facts) -> _Letter:
    asked = wording.clean(facts.asked_on)
    parts = _who_and_why(facts)
    parts["asked_on"] = f"I wrote to you on {asked}" if asked else ""
    first = (
        f"{parts['asked_on'] or 'I wrote to you a little while ago'} and know how full a week can "
        f"be, "
        "so here is the short form."
    )
    parts["about_me"] = f"I am {_lowered(facts.about_me)}." if facts.about_me.strip() else ""
    second = " ".join(filter(None, (parts["about_me"], parts["why_you"], parts["topic"])))
    channel = wording.clean(facts.channel)
    last = (
        f"Would {facts.minutes} minutes{' ' + channel if channel else ''} be possible, whenever it "
        "suits you? If not, a short no is a good answer too, and I will not write again about it. "
        "Thank you for your time."
    )
    return (
        _short(f"Re: {_questions_subject(facts)}", "A short note after my first"),
        [
            first,
            *([second] if second else []),
            last,
        ],
        parts,
    )


def _lowered(fact: str) -> str:
    return wording.lower_start(wording.clean(fact))


def _confirmation(facts: Facts) -> _Letter:
    when, where = wording.clean(facts.when), wording.clean(facts.where)
    parts = {"when": "", "where": wording.sentence(where)}
    first = "Thank you for making time for me. I am looking forward to our conversation."
    if when:
        first = parts["when"] = f"I am looking forward to our conversation on {when}."
    plan = (
        f"I have planned {facts.minutes} minutes and will keep an eye on the clock. My questions "
        f"are about {_topic_as_noun(facts)}; there is nothing to prepare."
    )
    last = "If something gets in the way, a word is enough and we can find another time."
    day = re.split(r" at |, (?=\d{1,2}:\d{2})", when, maxsplit=1)[0]
    subject = _short(f"Our conversation on {day}", "Our conversation this week")
    paragraphs = [" ".join(filter(None, (first, parts["where"]))), plan, last]
    return subject if when else "Looking forward to our conversation", paragraphs, parts


def _topic_as_noun(facts: Facts) -> str:
    return wording.about(facts.topic).removeprefix("about ") if facts.topic.strip() else "your work"


def _thanks(facts: Facts) -> _Letter:
    said, consequence = facts.said.strip(), facts.consequence.strip()
    parts = {"said": "", "consequence": ""}
    if said:
        parts["said"] = (
            f"{wording.quoted_or_about(said)} has stayed with me, and it has changed how I picture "
            "this work."
        )
    if consequence:
        parts["consequence"] = wording.done(consequence, "because of it, I will")
    kept = parts["said"] or (
        "The part that has stayed with me most is one that I could not have read anywhere, and I "
        "have written it down."
    )
    first = "Thank you for your time and for telling me so openly what your work is like."
    last = "I will let you know what comes of it. Thank you again."
    return (
        "Thank you for our conversation",
        [
            first,
            " ".join(filter(None, (kept, parts["consequence"]))),
            last,
        ],
        parts,
    )


def _report_back(facts: Facts) -> _Letter:
    parts = {"said": "", "consequence": "", "news": wording.sentence(facts.news)}
    if facts.said.strip():
        parts["said"] = f"{wording.quoted_or_about(facts.said)} has stayed with me."
    if facts.consequence.strip():
        parts["consequence"] = wording.done(facts.consequence, "I")
    first = "When we talked, I said that I would let you know what came of it."
    middle = " ".join(filter(None, (parts["said"], parts["consequence"], parts["news"])))
    last = (
        "Without our conversation I would not have come this far, so thank you again. There is no "
        "need to answer; I only wanted you to know."
    )
    return "What came of our conversation", [first, *([middle] if middle else []), last], parts


def _keep_in_touch(facts: Facts) -> _Letter:
    parts = {"news": wording.sentence(facts.news), "said": ""}
    if facts.said.strip():
        parts["said"] = f"{wording.quoted_or_about(facts.said)} is still on my mind."
    first = "It has been some months since we talked, and I think of it often."
    middle = " ".join(filter(None, (parts["said"], parts["news"])))
    last = (
        "I hope that your work goes well. There is no need to answer; I only wanted to say hello."
    )
    return "A few lines since our conversation", [first, *([middle] if middle else []), last], parts


_KINDS: dict[MessageKind, Callable[[Facts], _Letter]] = {
    MessageKind.REQUEST: _request,
    MessageKind.REFERRAL_INTRO: _referral_intro,
    MessageKind.FOLLOWUP: _followup,
    MessageKind.CONFIRMATION: _confirmation,
    MessageKind.THANKS: _thanks,
    MessageKind.REPORT_BACK: _report_back,
    MessageKind.KEEP_IN_TOUCH: _keep_in_touch,
}
