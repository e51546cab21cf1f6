"""Out, into an empty account, and out again: the same bytes."""

import json
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.factories import NOW, make_contact, make_message, make_student
from tests.web.archive.worlds import brought_in, fill_by_chance, packed
from whoelse.local.demo import build
from whoelse.web.accounts.models import Student, User
from whoelse.web.archive.gathering import data_of
from whoelse.web.archive.opening import MOST_BRACKETS, MOST_BYTES
from whoelse.web.archive.packing import as_json
from whoelse.web.archive.tables import tables
from whoelse.web.contacts.access import AskedNotToBeContacted, ensure_may_be_written_to
from whoelse.web.contacts.actions import add_contact, erase_contact, record_do_not_contact
from whoelse.web.contacts.queries import contacts_of
from whoelse.web.mail.models import MailAccount, Outgoing
from whoelse.web.roadmap.models import Title

pytestmark = pytest.mark.django_db


def test_the_demonstration_world_comes_back_byte_for_byte():
    build(datetime(2026, 11, 5, 15, tzinfo=UTC))
    student = Student.objects.get()
    first = packed(student)
    assert packed(student) == first
    student.user.delete()

    other, told = brought_in(first)

    assert (told.people, told.interviews, told.lost_blocks) == (40, 15, 0)
    assert packed(other) == first


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
@example(seed=2908)  # another window's version of a part of a letter
def test_any_world_comes_back_byte_for_byte(seed):
    User.objects.all().delete()
    student = make_student("ana")
    fill_by_chance(student, seed)
    first = packed(student)
    student.user.delete()

    other, _ = brought_in(first)

    assert packed(other) == first


def test_the_world_of_chance_reaches_every_table():
    student = make_student("ana")
    filled = set()
    for seed in range(6):
        filled |= {name for name, rows in fill_by_chance(student, seed, most=8).items() if rows}

    assert filled == {table.name for table in tables()}


def test_nothing_of_another_student_and_no_key_is_in_it(ana, dora):
    make_contact(ana, "Karen Liu")
    make_contact(dora, "Otto Fremd")
    MailAccount.objects.create(
        student=ana, address="ana@norhaven.example", secret="open sesame", connected_at=NOW
    )

    with ZipFile(BytesIO(packed(ana))) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()

    assert "Karen Liu" in everything
    assert "Otto" not in everything
    assert "sesame" not in everything
    assert '"id"' not in everything


def test_what_is_derived_is_made_anew(ana):
    contact = add_contact(ana, full_name="Karen Liu", circle="alumni", notes="Über Optik", at=NOW)
    first = packed(ana)
    ana.user.delete()

    other, _ = brought_in(first)

    (again,) = contacts_of(other)
    assert (again.search_text, again.public_id) == (contact.search_text, contact.public_id)


def test_another_windows_version_of_a_row_comes_back_as_that(ana):
    now = {"student": ana, "added_at": NOW, "saved_at": NOW, "name": "Optician"}
    later = Title.objects.create(note="first", **now, removed_at=NOW)
    Title.objects.create(note="second", **now, copy_of=later)
    first_written = Title.objects.create(note="third", **now)
    Title.objects.filter(pk=later.pk).update(copy_of=first_written, removed_at=None)
    first = packed(ana)
    ana.user.delete()

    other, _ = brought_in(first)

    told = Title.objects.filter(student=other).values_list("note", "copy_of__note").order_by("pk")
    assert list(told) == [("first", "third"), ("second", "first"), ("third", None)]
    assert packed(other) == first


def test_dates_of_rows_are_those_of_the_archive(ana):
    contact = make_contact(ana)
    first = packed(ana)
    ana.user.delete()

    other, _ = brought_in(first)

    again = contacts_of(other).get()
    assert (again.created_at, again.updated_at) == (contact.created_at, contact.updated_at)


def test_a_letter_on_its_way_is_unsure_elsewhere_and_leaves_nothing_twice(ana):
    account = MailAccount.objects.create(
        student=ana, address="ana@norhaven.example", secret="open sesame", connected_at=NOW
    )
    common = {"student": ana, "account": account, "from_address": "a@b.example",
              "to_address": "c@d.example", "content": b"x", "queued_at": NOW,
              "send_after": NOW}  # fmt: skip
    Outgoing.objects.create(message_id="1@x.example", state="waiting", **common)
    Outgoing.objects.create(message_id="2@x.example", state="sent", sent_at=NOW, **common)
    first = packed(ana)
    ana.user.delete()

    other, _ = brought_in(first)

    letters = Outgoing.objects.filter(student=other).order_by("message_id")
    assert [letter.state for letter in letters] == ["unsure", "sent"]
    assert letters[0].why.startswith("It was on its way")
    assert not other.mail_account.secret
    assert other.mail_account.trouble
    assert packed(other) == first


def test_a_waiting_letter_in_a_changed_archive_does_not_leave(ana):
    """Whoever edits the file gains nothing: what comes in never waits to leave."""
    Outgoing.objects.create(
        student=ana,
        message_id="1@x.example",
        from_address="a@b.example",
        to_address="c@d.example",
        content=b"x",
        queued_at=NOW,
        send_after=NOW,
        state="unsure",
    )
    data = data_of(ana)
    data["rows"]["mail.outgoing"][0]["state"] = "waiting"
    ana.user.delete()

    other, _ = brought_in(zipped(data))

    assert Outgoing.objects.get(student=other).state == "unsure"


def test_who_is_blocked_stays_so_also_when_erased(ana):
    for name in ("Karen Liu", "Otto Weiss"):
        contact = make_contact(ana, name, email=f"{name[:4].lower()}@x.example")
        record_do_not_contact(contact, reason="", asked_by_them=True, at=NOW)
    erase_contact(contact)
    first = packed(ana)
    ana.user.delete()

    other, told = brought_in(first)

    assert told.lost_blocks == 0
    assert packed(other) == first
    with pytest.raises(AskedNotToBeContacted):
        add_contact(other, full_name="O. W.", circle="cold", email="otto@x.example", at=NOW)


def test_with_another_key_the_erased_are_said_to_be_out_of_reach(ana, settings):
    for name in ("Karen Liu", "Otto Weiss"):
        contact = make_contact(ana, name, email=f"{name[:4].lower()}@x.example")
        record_do_not_contact(contact, reason="", asked_by_them=True, at=NOW)
    erase_contact(contact)
    first = packed(ana)
    ana.user.delete()
    earlier, settings.SECRET_KEY = settings.SECRET_KEY, "another key of another machine"

    other, told = brought_in(first)

    assert told.lost_blocks == 1
    assert packed(other) == first
    with pytest.raises(AskedNotToBeContacted):
        ensure_may_be_written_to(contacts_of(other).get())
    add_contact(other, full_name="O. W.", circle="cold", email="otto@x.example", at=NOW)
    settings.SECRET_KEY_FALLBACKS = [earlier]
    with pytest.raises(AskedNotToBeContacted):
        add_contact(other, full_name="Otto Weiss", circle="cold", at=NOW)


def test_the_copies_hold_no_formula(ana):
    make_contact(ana, "=1+1", notes="@SUM(A1)", email="x@x.example")

    with ZipFile(BytesIO(packed(ana))) as archive:
        table = archive.read("contacts.csv").decode("utf-8-sig")

    assert "'=1+1" in table
    assert "'@SUM(A1)" in table


def zipped(data):
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("whoelse.json", json.dumps(data))
    return file.getvalue()


def test_the_largest_worlds_are_far_below_the_bounds(ana):
    """Three hundred people with a letter each take a fiftieth of what may be."""
    contacts = [make_contact(ana, f"Person {number}", notes="n" * 500) for number in range(300)]
    for contact in contacts:
        make_message(contact, body="b" * 1500)

    text = as_json(data_of(ana))

    assert len(text) < MOST_BYTES / 50
    assert text.count(b"{") + text.count(b"[") < MOST_BRACKETS / 50
