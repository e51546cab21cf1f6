"""A file on its way in: what is staged, ranked and left out, kept, undone and forgotten."""

from datetime import timedelta
from io import BytesIO

import pytest

from tests.factories import NOW, make_contact, make_message, make_referral
from tests.web.contacts.files import FEW, linkedin
from whoelse.web.accounts.models import Curiosity
from whoelse.web.activity.models import Entry
from whoelse.web.contacts import actions, queries
from whoelse.web.contacts.models import Contact, ImportBatch, StagedImport
from whoelse.web.contacts.staging import unpack


def stage(student, content=FEW, *, at=NOW, name="Connections.csv"):
    return actions.stage_import(student, file=BytesIO(content), file_name=name, at=at)


def choose(staged, *names):
    rows = unpack(staged.payload).rows
    ticked = [number for number, row in enumerate(rows) if row.name in names]
    actions.tick_rows(staged, shown=range(len(rows)), ticked=ticked, at=NOW)


def keep(staged, *names, circle=""):
    choose(staged, *names)
    return actions.keep_chosen(staged, circle=circle, at=NOW)


def everybody(student):
    return sorted(queries.contacts_of(student).values_list("full_name", flat=True))


def test_what_the_student_is_curious_about_comes_first(ana):
    Curiosity.objects.create(student=ana, area="software")

    rows = unpack(stage(ana).payload).rows

    assert [(row.name, row.why) for row in rows] == [
        ("Sam Ode", "Software and computing: you are curious about it"),
        ("Elif Aydin", "Medical physics: the title is “medical dosimetrist”"),
        ("Ida Berg", "The title says nothing about an area"),
        ("Ulf Strand", "No job title in the file"),
    ]


def test_who_is_here_or_blocked_cannot_be_chosen(ana, dora):
    here = make_contact(ana, "E. Aydin", email="elif@harrowbay.example")
    pryce = make_contact(ana, "Sam Ode", employer="Quillhaven maps")
    actions.record_do_not_contact(pryce, reason="", asked_by_them=True, at=NOW)
    actions.erase_contact(pryce)
    make_contact(dora, "Ida Berg", email="ida@berg.example")

    staged = unpack(stage(ana).payload)

    assert [row.name for row in staged.rows] == ["Ida Berg", "Ulf Strand"]
    assert staged.here == [["Elif Aydin", str(here.public_id)]]
    assert staged.blocked == ["Sam Ode"]


@pytest.mark.parametrize(
    ("person", "circle"),
    [
        (("Ida", "Berg", "", "Norhaven college", "Lecturer"), "known"),
        (("Ida", "Berg", "ida@alumni.norhaven.example", "Berg", "Baker"), "alumni"),
        (("Ida", "Berg", "ida@berg.example", "Berg", "Baker"), "met"),
    ],
)
def test_each_row_says_a_likely_circle(ana, person, circle):
    (row,) = unpack(stage(ana, linkedin(person)).payload).rows

    assert row.circle == circle


def test_only_the_chosen_are_stored(ana):
    batch = keep(stage(ana), "Elif Aydin")

    elif_ = queries.contacts_of(ana).get()
    assert (elif_.full_name, elif_.circle, elif_.occupation, elif_.batch) == (
        "Elif Aydin",
        "met",
        "medical-dosimetrist",
        batch,
    )
    assert (elif_.found_through, elif_.notes) == ("LinkedIn", "Connected since 4 November 2024.")
    assert "medical dosimetrist" in elif_.search_text
    assert (StagedImport.objects.count(), batch.kept) == (0, 1)
    assert list(Entry.objects.values_list("sentence", flat=True)) == [
        "You kept one person from Connections.csv"
    ]


def test_one_circle_for_everybody(ana):
    keep(stage(ana), "Elif Aydin", "Ida Berg", circle="alumni")

    assert set(queries.contacts_of(ana).values_list("circle", flat=True)) == {"alumni"}


def test_ticks_of_other_pages_stay(ana):
    staged = stage(ana)
    actions.tick_rows(staged, shown=[0, 1], ticked=[0, 1], at=NOW)
    actions.tick_rows(staged, shown=[2, 3], ticked=[3, 99], at=NOW)
    actions.tick_rows(staged, shown=[0, 1], ticked=[1], at=NOW)

    staged.refresh_from_db()
    assert staged.chosen == [1, 3]


def test_nobody_chosen_is_refused_and_the_file_waits(ana):
    with pytest.raises(actions.ChoseNobody):
        keep(stage(ana))
    assert (StagedImport.objects.count(), ImportBatch.objects.count()) == (1, 0)


def test_the_second_click_is_told_that_the_first_one_counted(ana):
    staged = stage(ana)
    choose(staged, "Elif Aydin")
    again = StagedImport.objects.get(pk=staged.pk)
    actions.keep_chosen(staged, circle="", at=NOW)

    with pytest.raises(actions.AlreadyChosen):
        actions.keep_chosen(again, circle="", at=NOW)
    assert everybody(ana) == ["Elif Aydin"]


def test_who_came_or_was_blocked_between_reading_and_keeping_is_left_out(ana):
    staged = stage(ana)
    make_contact(ana, "Elif A.", email="elif@harrowbay.example")
    ida = make_contact(ana, "Ida Berg", employer="Berg Bakery")
    actions.record_do_not_contact(ida, reason="", asked_by_them=True, at=NOW)
    actions.erase_contact(ida)

    batch = keep(staged, "Elif Aydin", "Ida Berg", "Sam Ode")

    assert (everybody(ana), batch.kept) == (["Elif A.", "Sam Ode"], 1)


def test_a_couple_with_one_address_is_two_people(ana):
    couple = linkedin(
        ("Ida", "Berg", "us@berg.example", "", ""), ("Ulf", "Strand", "us@berg.example", "", "")
    )

    keep(stage(ana, couple), "Ida Berg", "Ulf Strand")

    emails = queries.contacts_of(ana).order_by("full_name").values_list("email", flat=True)
    assert list(emails) == ["us@berg.example", ""]


def test_undo_takes_those_with_whom_nothing_happened(ana):
    people = [(f"P{n}", "Q", "", f"Firm {n}", "Baker") for n in range(7)]
    batch = keep(stage(ana, linkedin(*people)), *(f"P{n} Q" for n in range(7)))
    asked, edited, named, namer, drafted, blocked, _ = queries.contacts_of(ana).order_by("pk")
    other = make_contact(ana, "Other")
    actions.move_stage(asked, stage="asked", at=NOW)
    actions.edit_contact(edited, notes="nice", at=NOW)
    make_referral(other, named)
    make_referral(namer, other)
    make_message(drafted)
    actions.record_do_not_contact(blocked, reason="", asked_by_them=False, at=NOW)

    assert actions.undo_import(batch, at=NOW) == 1

    assert everybody(ana) == ["Other", "P0 Q", "P1 Q", "P2 Q", "P3 Q", "P4 Q", "P5 Q"]
    batch.refresh_from_db()
    assert batch.undone_at == NOW


def test_a_day_later_the_file_is_forgotten_whosever_it_is(ana, dora):
    stage(ana, at=NOW)
    stage(dora, at=NOW + timedelta(hours=23))

    actions.sweep_staged_imports(at=NOW + timedelta(hours=24, seconds=1))

    assert list(StagedImport.objects.values_list("student", flat=True)) == [dora.pk]


def test_staging_sweeps_and_keeps_three_files_at_most(ana):
    for hours in range(5):
        stage(ana, at=NOW + timedelta(hours=hours), name=f"{hours}.csv")
    names = StagedImport.objects.order_by("staged_at").values_list("file_name", flat=True)
    assert list(names) == ["2.csv", "3.csv", "4.csv"]

    stage(ana, at=NOW + timedelta(days=1, hours=3, minutes=30), name="late.csv")
    assert list(names.all()) == ["4.csv", "late.csv"]


def test_a_table_of_unknown_columns_waits_as_it_is(ana):
    table = b"Alumna;Wirkt als;Klasse\nElla Reyes;Optical engineer;2019\n"
    staged = stage(ana, table, name="odd.csv")
    assert staged.needs_columns
    assert actions.unpacked_file(staged).read() == table

    actions.name_columns(staged, mapping={"Alumna": "name", "Wirkt als": "job_title"})

    staged.refresh_from_db()
    (row,) = unpack(staged.payload).rows
    assert (row.name, row.job_title, staged.needs_columns) == (
        "Ella Reyes",
        "Optical engineer",
        False,
    )


def test_nobody_in_the_file_is_said_and_nothing_is_kept(ana):
    with pytest.raises(actions.CannotBeRead) as caught:
        stage(ana, linkedin(("", "", "", "X", "Baker")))

    assert caught.value.message == "There is nobody in this file."
    assert StagedImport.objects.count() == 0
    assert Contact.objects.count() == 0
