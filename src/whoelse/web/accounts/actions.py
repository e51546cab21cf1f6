"""Everything that changes who the student is: the door of local mode and the profile."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction

from whoelse.web.accounts.models import Answer, Curiosity, DoorKey, Holiday, Student, Term, User

KEY_LIVES = timedelta(minutes=30)


def ensure_local_student(*, time_zone: str) -> Student:
    """The one student of a local installation, made at the first start."""
    user, _ = User.objects.get_or_create(username="student", defaults={"is_active": True})
    student, _ = Student.objects.get_or_create(user=user, defaults={"time_zone": time_zone})
    return student


def make_door_key(*, at: datetime) -> str:
    """A new one-time key for the link that is printed and opened; old ones are removed."""
    DoorKey.objects.filter(made_at__lt=at - KEY_LIVES).delete()
    key = secrets.token_urlsafe(32)
    DoorKey.objects.create(digest=digest_of(key), made_at=at)
    return key


def use_door_key(key: str, *, at: datetime) -> User | None:
    """The local user, once per key: two openers at the same moment cannot both get in."""
    used = DoorKey.objects.filter(
        digest=digest_of(key), used_at__isnull=True, made_at__gte=at - KEY_LIVES
    ).update(used_at=at)
    return User.objects.filter(username="student").first() if used else None


def digest_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def save_profile(student: Student, *, at: datetime, **fields: str) -> None:
    """Change what drafts and pages say about the student; only the fields that are given."""
    Student.objects.filter(pk=student.pk).update(updated_at=at, **fields)
    student.refresh_from_db()


@transaction.atomic
def save_curiosities(student: Student, *, areas: Iterable[str]) -> None:
    """Replace the areas that the student is curious about."""
    wanted = set(areas)
    student.curiosities.exclude(area__in=wanted).delete()
    have = set(student.curiosities.values_list("area", flat=True))
    Curiosity.objects.bulk_create(
        Curiosity(student=student, area=area) for area in sorted(wanted - have)
    )


def write_answer(student: Student, *, text: str, at: datetime) -> Answer | None:
    """Keep today's answer with its date; the same words again are not a new answer."""
    latest = student.answers.first()
    if not text or (latest and latest.text == text):
        return latest
    return Answer.objects.create(student=student, text=text, written_at=at)


def save_term(student: Student, *, name: str, starts_on: date, ends_on: date, planned: int) -> Term:
    """Plan a term. The term that overlaps it is changed, so that terms never overlap."""
    term = student.terms.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).first()
    term = term or Term(student=student)
    term.name, term.starts_on, term.ends_on, term.planned = name, starts_on, ends_on, planned
    term.save()
    return term


@transaction.atomic
def save_holidays(student: Student, *, days: Iterable[date]) -> None:
    """Replace the days that are no business days."""
    student.holidays.all().delete()
    Holiday.objects.bulk_create(Holiday(student=student, day=day) for day in sorted(set(days)))


def finish_welcome(student: Student, *, at: datetime) -> None:
    """Remember that Welcome was seen; the first time counts."""
    Student.objects.filter(pk=student.pk, welcomed_at__isnull=True).update(welcomed_at=at)
