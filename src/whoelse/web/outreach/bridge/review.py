"""What the linter says about a message, as the page shows it: numbered, gravest first."""

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from whoelse.engine.duties import business_days_between
from whoelse.engine.findings import Finding, Severity
from whoelse.engine.outreach.draft import JOB_ASK, Draft, Report
from whoelse.engine.outreach.linter import lint
from whoelse.engine.words import MessageKind, Permission
from whoelse.web.contacts.models import Contact, Stage
from whoelse.web.contacts.queries import block_of
from whoelse.web.outreach.bridge.facts import referral_of
from whoelse.web.outreach.bridge.remark import Remark
from whoelse.web.outreach.bridge.revise import can_be_taken_out
from whoelse.web.outreach.models import Kind
from whoelse.web.outreach.queries import refusals_of, unanswered_to
from whoelse.web.outreach.zones import zone_of

GRAVEST_FIRST = tuple(Severity)
CLOSING = ".?!…"  # drawn as part of what stands before
WHOLE = 0.6  # a finding about more than this part of a text is about all of it: no underline
MET = (Stage.SCHEDULED, Stage.HELD)


@dataclass(frozen=True, slots=True)
class Review:
    """All remarks about one message, and what is well with it."""

    remarks: tuple[Remark, ...]
    words: int
    well: tuple[str, ...]
    asks_for_a_job: bool

    def unsettled(self, confirmed: Collection[str]) -> tuple[Remark, ...]:
        """Errors that were neither taken out nor confirmed one by one."""
        return tuple(r for r in self.remarks if r.may_be_kept and r.key not in confirmed)

    def may_leave(self, confirmed: Collection[str]) -> bool:
        return not self.asks_for_a_job and not self.unsettled(confirmed)

    def remark(self, key: str) -> Remark | None:
        return next((remark for remark in self.remarks if remark.key == key), None)

    @property
    def summary(self) -> str:
        """ "1 error, 2 warnings" """
        counts = Counter(remark.severity for remark in self.remarks)
        parts = (f"{n} {s}{'s' * (n > 1)}" for s in GRAVEST_FIRST if (n := counts[s]))
        return ", ".join(parts) or "nothing found"


def review_of(contact: Contact, kind: str, *, subject: str, body: str, at: datetime) -> Review:
    """Look a message over as it stands, saved or not."""
    report = lint(draft_of(contact, kind, subject=subject, body=body, at=at))
    texts = {"subject": subject, "body": body}
    return Review(
        remarks=_remarks(report.findings, texts),
        words=report.words,
        well=_well(report, kind),
        asks_for_a_job=report.asks_for_a_job,
    )


def draft_of(contact: Contact, kind: str, *, subject: str, body: str, at: datetime) -> Draft:
    """A message as the linter reads it, with what went before between the two."""
    student, referral = contact.student, referral_of(contact)
    zone = zone_of(student)
    waiting = [] if contact.stage in MET else list(unanswered_to(contact))
    since = None
    if waiting:
        last, today = (m.astimezone(zone).date() for m in (waiting[0].sent_at, at))
        holidays = frozenset(student.holidays.values_list("day", flat=True))
        since = business_days_between(last, today, holidays)
    return Draft(
        body=body,
        subject=subject,
        kind=MessageKind(kind),
        to=contact.name,
        sender=student.full_name,
        referrer=referral.referrer.name if referral else "",
        permission=Permission(referral.permission) if referral else None,
        said_no=contact.stage == Stage.NO or refusals_of(contact).exists(),
        do_not_contact=block_of(contact) is not None,
        messages_since_reply=len(waiting),
        business_days_since_last=since,
    )


def _remarks(findings: Sequence[Finding], texts: dict[str, str]) -> tuple[Remark, ...]:
    in_order = sorted(findings, key=_gravity)
    seen: Counter[str] = Counter()
    remarks = []
    for number, finding in enumerate(in_order, start=1):
        text = texts.get(finding.span.field, "")
        about = f"{finding.span.field}\n{text[finding.span.start : finding.span.end]}"
        digest = hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        name = f"{finding.rule}.{digest}"
        seen[name] += 1
        remarks.append(_remark(number, f"{name}.{seen[name]}", finding, text))
    return tuple(remarks)


def _gravity(finding: Finding) -> tuple[int, bool]:
    return GRAVEST_FIRST.index(finding.severity), finding.rule != JOB_ASK


def _remark(number: int, key: str, finding: Finding, text: str) -> Remark:
    span = finding.span
    return Remark(
        number=number,
        key=key,
        rule=finding.rule,
        severity=finding.severity.value,
        field=span.field,
        start=span.start,
        end=span.end,
        drawn_end=span.end + len(text[span.end :]) - len(text[span.end :].lstrip(CLOSING)),
        message=finding.message,
        advice=finding.advice,
        instead=finding.instead,
        is_underlined=_is_underlined(finding, text),
        can_be_taken_out=can_be_taken_out(finding, text),
    )


def _is_underlined(finding: Finding, text: str) -> bool:
    """Errors always; what is about nearly the whole text, such as a missing word, is not."""
    covered = finding.span.end - finding.span.start
    is_grave = finding.severity is Severity.ERROR or finding.span.field == "subject"
    return covered > 0 and (is_grave or covered <= WHOLE * len(text))


def _well(report: Report, kind: str) -> tuple[str, ...]:
    """What a first message has, as far as rules look for it."""
    if kind not in (Kind.REQUEST, Kind.REFERRAL_INTRO):
        return ()
    found = {finding.rule for finding in report.findings}
    looked_for = (
        ({"no-time-asked", "time-too-long"}, "says how long"),
        ({"no-self-introduction"}, "says who you are"),
    )
    return tuple(words for rules, words in looked_for if not rules & found)
