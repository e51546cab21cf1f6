"""Rows of worksheets: bounds, what is refused, two windows, taking off and putting back."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories import NOW, make_contact, make_interview
from tests.web.roadmap.worksheets import FULL_PITCH, PLAIN, add, add_evidence, on_sheet
from whoelse.web.activity.models import Entry
from whoelse.web.interviews.models import Mark
from whoelse.web.roadmap import actions, queries
from whoelse.web.roadmap.actions.rows import MOST, MOST_REMOVED, MOST_VERSIONS
from whoelse.web.roadmap.models import LetterPart, Part, Pitch, Skill, Title

LATER = NOW + timedelta(minutes=1)


def save(row, *, base, tab="one", turn=0, **values):
    row = type(row).objects.get(pk=row.pk)
    return actions.save_row(row, values=values, base=base, tab=tab, turn=turn, at=LATER)


def versions(row):
    return list(row.copies.filter(removed_at=None).values_list("name", flat=True))


def test_a_window_that_knows_the_row_changes_it(ana):
    title = add(ana, "titles")

    first = save(title, base=1, name="Optics engineer")
    second = save(title, base=2, name="Lens designer")

    assert (first.is_copy, second.is_copy) == (False, False)
    assert (second.row.name, second.row.version) == ("Lens designer", 3)


def test_the_same_words_again_change_nothing(ana):
    title = add(ana, "titles")

    assert save(title, base=0, tab="other", name="Optical engineer").row.version == 1


def test_a_window_that_missed_a_save_keeps_a_row_of_its_own(ana):
    title = add(ana, "titles")
    save(title, base=1, tab="one", name="From one")

    first = save(title, base=1, tab="two", name="From two")
    second = save(title, base=1, tab="two", name="From two, longer")

    title.refresh_from_db()
    assert (title.name, title.version) == ("From one", 2)
    assert (first.is_copy, second.is_copy) == (True, True)
    assert versions(title) == ["From two, longer"]
    assert [row.name for row in on_sheet(ana, "titles")] == ["From one"]


def test_one_window_never_makes_two_versions_of_its_own(ana):
    title = add(ana, "titles")
    save(title, base=1, tab="one", name="First")

    lost_answer = save(title, base=1, tab="one", turn=1, name="Second")

    assert (lost_answer.row.name, lost_answer.is_copy) == ("Second", False)


def test_a_save_that_arrives_late_is_passed_over(ana):
    title = add(ana, "titles")
    save(title, base=1, tab="one", turn=2, name="Typed last")

    assert save(title, base=1, tab="one", turn=1, name="Typed first").row.name == "Typed last"


def test_versions_are_bounded(ana):
    title = add(ana, "titles")
    save(title, base=1, tab="first", name="First")
    for number in range(MOST_VERSIONS):
        save(title, base=1, tab=f"tab {number}", name=f"Version {number}")

    with pytest.raises(actions.TooMany):
        save(title, base=1, tab="one more", name="One more")


@pytest.fixture
def two_versions(ana):
    """A row and another window's version of it."""
    story = add(ana, "stories", skills=[add(ana, "skills")])
    save(story, base=1, tab="one", name="First")
    return story, save(story, base=1, tab="two", name="Second", skills=[]).row


def test_the_first_version_counts(ana, two_versions):
    story, _ = two_versions

    actions.keep_only(story, at=LATER)

    story.refresh_from_db()
    assert (story.name, versions(story), story.skills.count()) == ("First", [], 1)


def test_the_other_version_counts_and_takes_the_first_ones_place(ana, two_versions):
    story, copy = two_versions

    actions.keep_only(copy, at=LATER)

    assert on_sheet(ana, "stories") == [story]
    story.refresh_from_db()
    assert (story.name, versions(story), story.skills.count()) == ("Second", [], 0)


def test_both_versions_count(ana, two_versions):
    story, copy = two_versions

    actions.keep_both(copy, at=LATER)

    assert on_sheet(ana, "stories") == [story, copy]


def test_both_versions_of_a_part_of_a_letter_cannot_count(ana):
    part = add(ana, "letters").parts.first()
    save(part, base=1, tab="one", points="One")
    copy = save(part, base=1, tab="two", points="Two").row

    with pytest.raises(actions.AlreadyThere, match="each part once"):
        actions.keep_both(copy, at=LATER)
    assert (copy.part, copy.letter) == (part.part, part.letter)


@pytest.mark.parametrize("kind", PLAIN)
def test_every_sheet_has_an_end(ana, kind, monkeypatch):
    monkeypatch.setitem(MOST, type(add(ana, kind)), 2)
    add(ana, kind, name="Another")

    with pytest.raises(actions.TooMany, match="room for 2"):
        add(ana, kind, name="One too many")


@pytest.mark.parametrize("kind", ["titles", "skills"])
def test_a_name_stands_on_the_sheet_once(ana, dora, kind):
    row = add(ana, kind)
    other = add(ana, kind, name="Something else")
    add(dora, kind)  # anybody else may have it

    with pytest.raises(actions.AlreadyThere):
        add(ana, kind, name=row.name.upper())
    with pytest.raises(actions.AlreadyThere):
        save(other, base=1, name=row.name)


def test_what_is_taken_off_can_be_put_back(ana):
    title = add(ana, "titles")
    actions.remove_row(title, at=LATER)
    assert on_sheet(ana, "titles") == []

    actions.restore_row(title, at=LATER)

    assert on_sheet(ana, "titles") == [title]


def test_a_row_is_not_put_back_beside_its_like(ana):
    title = add(ana, "titles")
    actions.remove_row(title, at=LATER)
    add(ana, "titles")

    with pytest.raises(actions.AlreadyThere):
        actions.restore_row(title, at=LATER)


def test_a_row_in_which_somebody_still_writes_comes_back(ana):
    title = add(ana, "titles")
    actions.remove_row(title, at=LATER)

    save(title, base=1, name="Still writing")

    assert [row.name for row in on_sheet(ana, "titles")] == ["Still writing"]


def test_the_oldest_of_many_that_were_taken_off_go_for_good(ana):
    for number in range(MOST_REMOVED + 2):
        row = add(ana, "places", name=f"Place {number}")
        actions.remove_row(row, at=NOW + timedelta(minutes=number))

    assert type(row).objects.filter(student=ana).count() == MOST_REMOVED
    assert not type(row).objects.filter(name="Place 1").exists()


def test_evidence_leaves_and_returns_with_its_skill(ana):
    evidence = add_evidence(ana)
    actions.remove_row(evidence.skill, at=LATER)
    assert on_sheet(ana, "evidence") == []

    actions.restore_row(evidence.skill, at=LATER)

    assert on_sheet(ana, "evidence") == [evidence]


def test_a_letter_comes_with_all_its_parts(ana):
    letter = add(ana, "letters")

    assert [part.part for part in letter.parts.order_by("pk")] == Part.values


def test_a_title_heard_in_a_conversation_stands_in_that_persons_history(ana):
    interview = make_interview(make_contact(ana), held_at=NOW)
    mark = Mark.objects.create(
        interview=interview, kind="title", text="  Lens\n designer ", made_at=NOW
    )

    title = actions.add_heard_title(ana, mark, at=NOW)

    assert (title.name, title.heard_in) == ("Lens designer", interview)
    entry = Entry.objects.get(verb="noted_title")
    assert (entry.contact, entry.sentence) == (
        interview.contact.public_id,
        "Title of interest: Lens designer",
    )


def test_the_edition_is_chosen_again_and_again(ana):
    for has_nine in (True, True, False):
        actions.choose_edition(ana, has_nine_tools=has_nine)

    assert queries.has_nine_tools(ana) is False


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Title, {"name": ""}),
        (Title, {"name": "A", "interest": "loves"}),
        (Skill, {"name": "A", "group": "magic"}),
        (Pitch, {"name": ""}),
    ],
)
def test_the_database_refuses_what_says_nothing(ana, kind, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        kind.objects.create(student=ana, added_at=NOW, saved_at=NOW, **fields)


def test_the_database_refuses_a_second_part_of_a_letter(ana):
    letter = add(ana, "letters")

    with pytest.raises(IntegrityError), transaction.atomic():
        LetterPart.objects.create(
            student=ana, letter=letter, part="opening", added_at=NOW, saved_at=NOW
        )


def test_a_full_pitch_is_kept_as_it_was_said(ana):
    assert add(ana, "pitches", **FULL_PITCH).spoken.startswith("I am Ana Brandt")
