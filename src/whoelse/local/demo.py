"""Builds the demonstration world out of `demo.toml`, by the same actions that pages call.

Everything is dated back from the moment at which it is built, so that Today always has a today.
"""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from importlib import resources
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone

from whoelse.local.demo_decisions import decide
from whoelse.local.demo_worksheets import fill_worksheets
from whoelse.web.accounts import actions as accounts
from whoelse.web.accounts.models import Student
from whoelse.web.contacts import actions as contacts
from whoelse.web.contacts.models import Contact
from whoelse.web.contacts.queries import referrals_to
from whoelse.web.desk import actions as desk
from whoelse.web.interviews import actions as interviews
from whoelse.web.interviews.actions.clarity import rate_clarity
from whoelse.web.interviews.actions.writing_up import FindingLine, NameLine, WriteUp
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach import actions as outreach
from whoelse.web.scheduling.actions import offer_times

TERM_TO_TERM = timedelta(days=120)
TERMS = (
    ("First term", 2),
    ("Second term", 3),
    ("Third term", 2),
    ("Fourth term", 2),
    ("Fifth term", 1),
    ("This term", 6),
)
ASKED_BEFORE, AGREED_BEFORE = timedelta(days=12), timedelta(days=9)
AFTERNOON = 16


def build(now: datetime | None = None) -> None:
    """Fill the local student's empty data with the world."""
    student = accounts.ensure_local_student(time_zone="America/New_York")
    World(student, now or timezone.now()).build()


class World:
    """The world while it is being built: the student, the present, and people by their keys."""

    def __init__(self, student: Student, now: datetime) -> None:
        self.student, self.now = student, now
        self.people: dict[str, Contact] = {}
        text = resources.files("whoelse.local").joinpath("demo.toml").read_text("utf-8")
        self.data: Mapping[str, Any] = tomllib.loads(text)

    def build(self) -> None:
        self.introduce()
        for person in self.data["people"]:
            self.meet(person)
        for told in self.data["interviews"]:
            self.talk(told)
        for sent in self.data["requests"]:
            message = self.ask(self.people[sent["who"]], at=self.ago(sent["days"]))
            times = [self.ago(-day) for day in sent["times"]]
            offer_times(self.student, message=message, times=times, at=message.sent_at)
        decide(self.student, self.data, self.people, self.ago)
        fill_worksheets(self.student, self.ago)

    def ago(self, days: int) -> datetime:
        """The afternoon of that many days ago, in the student's zone."""
        local = self.now.astimezone(ZoneInfo(self.student.time_zone)) - timedelta(days=days)
        return local.replace(hour=AFTERNOON, minute=0, second=0, microsecond=0)

    def introduce(self) -> None:
        about = dict(self.data["student"])
        areas = about.pop("curious")
        accounts.save_profile(self.student, at=self.now, **about)
        accounts.save_curiosities(self.student, areas=areas)
        for answer in self.data["answers"]:
            accounts.write_answer(self.student, text=answer["text"], at=self.ago(answer["days"]))
        rate_clarity(self.student, rating=2, at=self.ago(self.data["answers"][0]["days"]))
        self.plan_terms()
        accounts.finish_welcome(self.student, at=self.ago(self.data["answers"][0]["days"]))

    def plan_terms(self) -> None:
        """Six terms; this one is in its eleventh week, wherever the calendar stands."""
        begins = self.ago(0).date() - timedelta(days=75)
        for number, (name, planned) in enumerate(TERMS):
            starts_on = begins - TERM_TO_TERM * (len(TERMS) - 1 - number)
            accounts.save_term(
                self.student,
                name=name,
                starts_on=starts_on,
                ends_on=starts_on + timedelta(days=111),
                planned=planned,
            )

    def meet(self, person: Mapping[str, Any]) -> None:
        contact = contacts.add_contact(
            self.student,
            full_name=person["name"],
            circle=person["circle"],
            audience=person.get("audience", ""),
            relation=person.get("relation", ""),
            found_through=person.get("found", ""),
            job_title=person["work"],
            employer=person["employer"],
            email=person["email"],
            time_zone=self.student.time_zone,
            at=self.ago(650),
        )
        self.people[person["key"]] = contact
        if "asked" in person:
            sent = self.ask(contact, at=self.ago(person["asked"]))
            if "answer" in person:
                at = self.ago(person["asked"] - 2)
                outreach.record_reply(sent, came=person["answer"], at=at)

    def ask(self, contact: Contact, *, at: datetime):
        kind = "referral_intro" if contact.circle == "referred" else "request"
        facts = {"why_you": "you do this work every day", "topic": "what an ordinary week holds"}
        message = outreach.start_draft(contact, kind=kind, facts=facts, at=at)
        return outreach.mark_sent(message, way="mail_program", sent_at=at, at=at)

    def talk(self, told: Mapping[str, Any]) -> None:
        """One interview, from the request to what was learned, as far as it has come."""
        contact, starts_at = self.people[told["who"]], self.ago(told["days"])
        sent = self.ask(contact, at=starts_at - ASKED_BEFORE)
        outreach.record_reply(sent, came="yes", at=starts_at - AGREED_BEFORE)
        interview = interviews.agree_interview(
            contact,
            starts_at=starts_at,
            minutes=20,
            student_zone=self.student.time_zone,
            contact_zone=self.student.time_zone,
            channel=told["channel"],
            place=told.get("place", ""),
            at=starts_at - AGREED_BEFORE,
        )
        interviews.mark_prepared(interview, at=min(self.now, starts_at - timedelta(days=1)))
        if told.get("state") == "agreed":
            return
        interviews.begin_interview(interview, at=starts_at)
        self.take_notes(interview, told, at=starts_at)
        interviews.end_interview(interview, at=starts_at + timedelta(minutes=19))
        for referral in referrals_to(contact):
            desk.mark_reported(referral, at=min(self.now, starts_at + timedelta(hours=2)))
        if told.get("state") != "to_write_up":
            self.write_up(interview, told, at=starts_at + timedelta(hours=3))

    def take_notes(self, interview: Interview, told: Mapping[str, Any], *, at: datetime) -> None:
        lines = told.get("notes") or [finding[2] for finding in told["findings"]]
        for question, text in zip(interview.questions.all(), lines, strict=False):
            interviews.save_note(interview, question, text=text, base=0, tab="demo", at=at)
        for kind in ("surprise", "draws"):
            interviews.add_mark(interview, None, kind=kind, at=at)
        for full_name, work, permission in told.get("waiting", ()):
            interviews.name_person(
                interview, full_name=full_name, work=work, permission=permission, at=at
            )

    def write_up(self, interview: Interview, told: Mapping[str, Any], *, at: datetime) -> None:
        notes = {note.text: note.public_id for note in interview.notes.all()}
        written = WriteUp(
            occupation=told["occupation"],
            surprise=told.get("surprise", ""),
            said=told["said"],
            clarity=told["clarity"],
            findings=tuple(
                FindingLine(uuid4(), facet, side, sentence, notes.get(sentence))
                for facet, side, sentence in told["findings"]
            ),
            named=tuple(
                NameLine(id=uuid4(), full_name=name, work=work, email=email, permission=permission)
                for _, name, work, permission, email in told["named"]
            ),
        )
        interviews.save_write_up(interview, written, is_finished=True, at=at)
        thanks = interviews.start_thanks(interview, at=at)
        outreach.mark_sent(thanks, way="mail_program", sent_at=at, at=at)
        for key, name, *_ in told["named"]:
            found = self.student.contacts.filter(full_name=name.removeprefix("Dr. ")).first()
            self.people[key] = found
