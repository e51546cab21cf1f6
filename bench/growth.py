"""How pages grow with the network: 100, 1,000 and 10,000 people, each in a process of its own.

Every twentieth was asked and talked with, with three notes and three findings each, and thanked;
two in five were named by somebody. Whoever keeps 10,000 people imported them.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from bench import pages
from bench.figure import Figure, processor_seconds

SIZES = (100, 1_000, 10_000)
PAGES = {
    "Today": "/",
    "People": "/people/",
    "Network": "/network/",
    "Discoveries": "/discoveries/",
    "Search": "/discoveries/search/?words=align+patien",
}
ROUNDS, HELD = 3, 20
FACETS = ("day_to_day", "challenges", "path")
WORDS = ("alignment", "patience", "optics", "reports", "customer", "number", "pump",
         "morning", "checks", "reads", "before", "nobody", "takes", "after", "may")  # fmt: skip


def page_growth() -> Iterator[Figure]:
    """Pages at 100, 1,000 and 10,000 people"""
    before: dict[str, float] = {}
    for size in SIZES:
        command = [sys.executable, "-m", "bench.growth", str(size)]
        told = subprocess.run(  # noqa: S603 - our own module
            command, check=True, capture_output=True, text=True
        ).stdout
        for name, found in json.loads(told).items():
            times = found["seconds"] / before[name] if name in before else None
            grown = f"; {times:.1f} times the one before" if times else ""
            note = f"{found['queries']} queries, {found['kilobytes']:.0f} kB{grown}"
            yield Figure(f"{name}, {size:,} people", found["seconds"], note=note)
            before[name] = found["seconds"]


def measured(size: int) -> dict[str, dict[str, float]]:
    """Seconds, queries and kilobytes of each page, when it was asked for once already."""
    with tempfile.TemporaryDirectory(prefix="whoelse-bench-") as folder:
        pages.set_up(folder)
        populate(size)
        client = pages.student_client()
        found = {name: page(client, path) for name, path in PAGES.items()}
        pages.close()
    return found


def page(client: Any, path: str) -> dict[str, float]:
    from django.db import connection  # noqa: PLC0415 - app ready
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - app ready

    answer = client.get(path)  # the search index is brought up to date here
    if answer.status_code != 200:
        raise RuntimeError(f"{path} was answered with {answer.status_code}.")
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
        queries = len(asked)
    took = min(processor_seconds(lambda: client.get(path)) for _ in range(ROUNDS))
    return {"seconds": took, "queries": queries, "kilobytes": len(answer.content) / 1000}


def populate(size: int) -> None:
    """Fill the empty database: people, who named whom, letters, talks and what they brought."""
    from django.core.management import call_command  # noqa: PLC0415 - app ready

    from whoelse.web.accounts.actions import ensure_local_student  # noqa: PLC0415 - app ready

    call_command("migrate", interactive=False, verbosity=0)
    student = ensure_local_student(time_zone="America/New_York")
    student.welcomed_at = now = datetime.now(UTC)
    student.save()
    add_people(student, size, now)
    add_talks(student, now)


def add_people(student: Any, size: int, now: datetime) -> None:
    from whoelse.web.contacts.models import Contact, Referral  # noqa: PLC0415 - app ready
    from whoelse.web.outreach.models import Message  # noqa: PLC0415 - app ready

    circles = ("known", "referred", "alumni", "met", "cold")
    people = Contact.objects.bulk_create(
        Contact(student=student, full_name=f"Person {n}", circle=circles[n % 5],
                email=f"p{n}@harrowbay.example", area="optics", occupation="optical-engineer",
                stage="open" if n % HELD else "held", search_text=f"person {n}")
        for n in range(size)
    )  # fmt: skip
    Referral.objects.bulk_create(
        Referral(student=student, referrer=people[n // 5 * 2], referred=people[n],
                 permission="may_use_name", named_at=now - timedelta(days=n % 300))
        for n in range(3, size) if n % 5 < 2 and n // 5 * 2 != n
    )  # fmt: skip
    Message.objects.bulk_create(
        Message(student=student, contact=each, kind=kind, subject="Your work", body=sentence(n),
                sent_at=now - timedelta(days=days + n % 300))
        for n, each in enumerate(people) if n % HELD == 0
        for kind, days in (("request", 40), ("thanks", 20))
    )  # fmt: skip


def add_talks(student: Any, now: datetime) -> None:
    from whoelse.web.contacts.models import Contact  # noqa: PLC0415 - app ready
    from whoelse.web.interviews.models import Finding, Interview, Note  # noqa: PLC0415
    from whoelse.web.scheduling.models import Appointment  # noqa: PLC0415 - app ready

    held = list(Contact.objects.filter(student=student, stage="held").order_by("pk"))
    agreed = Appointment.objects.bulk_create(
        Appointment(student=student, contact=each, uid=f"{n}@whoelse.example",
                    starts_at=now - timedelta(days=30 + n % 300),
                    student_zone="America/New_York", contact_zone="America/New_York")
        for n, each in enumerate(held)
    )  # fmt: skip
    talks = Interview.objects.bulk_create(
        Interview(student=student, contact=each.contact, appointment=each,
                  began_at=each.starts_at, held_at=each.starts_at, written_up_at=each.starts_at)
        for each in agreed
    )  # fmt: skip
    Note.objects.bulk_create(
        Note(interview=talk, copy=f"{k}" if k else "", text=sentence(3 * n + k), saved_at=now)
        for n, talk in enumerate(talks) for k in range(3)
    )  # fmt: skip
    Finding.objects.bulk_create(
        Finding(student=student, interview=talk, facet=facet, found_at=now,
                occupation="optical-engineer", sentence=sentence(7 * n + k))
        for n, talk in enumerate(talks) for k, facet in enumerate(FACETS)
    )  # fmt: skip


def sentence(seed: int) -> str:
    return " ".join(Random(seed).choices(WORDS, k=14)).capitalize() + "."


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]))))
