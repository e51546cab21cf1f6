"""Who led to whom: the forest, its picture, its table."""

import csv
import io
from itertools import pairwise

from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW, make_contact, make_referral
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.contacts.models import Contact, Referral
from whoelse.web.desk.family import connectors_of, drawn_first, forest_of, not_followed
from whoelse.web.desk.picture import draw


def people(count):
    return [Contact(pk=n, full_name=f"Person {n}", stage="held" if n % 2 else "open")
            for n in range(1, count + 1)]  # fmt: skip


def named(*pairs):
    return [
        Referral(pk=n, referrer_id=a, referred_id=b, named_at=n) for n, (a, b) in enumerate(pairs)
    ]


def shape(roots):
    return {r.contact.pk: [c.contact.pk for c in r.named] for root in roots for r in root.walk()}


def test_everybody_stands_below_whoever_named_them_first():
    roots = forest_of(people(4), named((1, 2), (2, 3), (1, 3)))

    assert [root.contact.pk for root in roots] == [1, 4]
    assert shape(roots) == {1: [2], 2: [3], 3: [], 4: []}
    assert [p.generation for p in roots[0].walk()] == [1, 2, 3]


def test_people_who_named_each_other_make_no_circle():
    roots = forest_of(people(2), named((1, 2), (2, 1)))

    assert shape(roots) == {1: [2], 2: []}


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=40))
def test_every_person_is_drawn_once_and_nobody_covers_another(pairs):
    roots = forest_of(people(12), named(*[p for p in pairs if p[0] != p[1]]))
    picture = draw(roots)

    assert sorted(shape(roots)) == list(range(1, 13))
    places = [(spot.person.generation, spot.y) for spot in picture.spots]
    assert len(places) == 12
    for generation in {g for g, _ in places}:
        heights = sorted(y for g, y in places if g == generation)
        assert all(b - a >= 20 for a, b in pairwise(heights))
    assert all(0 <= s.x <= picture.width and 0 <= s.y <= picture.height for s in picture.spots)


def test_adding_somebody_last_moves_nobody_above():
    before = draw(forest_of(people(5), named((1, 2))))
    after = draw(forest_of(people(6), named((1, 2))))

    order = [spot.person.contact.pk for spot in before.spots]
    assert [spot.person.contact.pk for spot in after.spots][: len(order)] == order


def test_quiet_people_beyond_the_limit_are_left_to_the_table():
    roots = forest_of(people(8), named((1, 2)))

    shown, left_out = drawn_first(roots, most=5, quiet=9)

    assert [r.contact.pk for r in shown] == [1, 3, 4, 5, 7]
    assert left_out == 2


def test_of_people_nobody_asked_only_a_few_are_drawn():
    roots = forest_of(people(8), named((1, 2)))

    shown, left_out = drawn_first(roots, most=40, quiet=1)

    assert left_out == len(roots) - len(shown)
    assert sum(not r.named and r.contact.stage == "open" for r in shown) == 1


def test_a_long_chain_makes_the_picture_wider_and_keeps_the_names():
    chain = forest_of(people(6), named((1, 2), (2, 3), (3, 4), (4, 5), (5, 6)))

    picture = draw(chain)

    assert picture.width > draw(forest_of(people(2), named((1, 2)))).width
    assert [spot.name for spot in picture.spots] == [s.person.contact.name for s in picture.spots]


def test_the_page_draws_the_thread_and_says_the_same_in_a_table(as_ana, ana):
    referrer = make_contact(ana, "Ruth Castellane", stage="held")
    make_referral(referrer, make_contact(ana, "Elif Aydin", circle="referred"))

    page = as_ana.get(reverse("desk:network")).content.decode()

    assert page.count("Elif Aydin") >= 3  # picture, tree, table
    assert "net__thread--ahead" in page


def test_connectors_named_two_or_more_and_whoever_named_most_stands_first():
    roots = forest_of(people(7), named((1, 2), (3, 4), (3, 5), (1, 6), (3, 7)))
    everybody = [person for root in roots for person in root.walk()]

    assert [person.contact.pk for person in connectors_of(everybody)] == [3, 1]
    assert [person.contact.pk for person in connectors_of(everybody, most=1)] == [3]


def test_names_wait_until_somebody_writes_to_them_the_newest_first(ana, as_ana):
    ruth, omar = make_contact(ana, "Ruth Castellane"), make_contact(ana, "Omar Haddad")
    waits = make_contact(ana, "Elif Aydin")
    asked = make_contact(ana, "Imre Sandoval", stage="asked")
    alone = make_contact(ana, "Noa Lindqvist")
    record_do_not_contact(alone, reason="", asked_by_them=True, at=NOW)
    first, last = make_referral(ruth, waits), make_referral(omar, waits)
    later = make_contact(ana, "Vera Quill")
    rows = [first, make_referral(ruth, asked), make_referral(ruth, alone), last]
    rows.append(make_referral(ruth, later))

    assert [(r.referrer, r.referred) for r in not_followed(rows)] == [(ruth, later), (omar, waits)]

    page = as_ana.get(reverse("desk:network")).content.decode()
    assert "named by <bdi>Omar Haddad</bdi>" in page
    assert "named four people" in page


def test_a_long_table_has_pages(as_ana, ana):
    people = [make_contact(ana, f"Person {n:03}") for n in range(201)]

    first = as_ana.get(reverse("desk:network")).context["people"]
    last = as_ana.get(reverse("desk:network"), {"page": "2"})

    assert len(first) == 200
    assert [person.contact for person in last.context["people"]] == [people[-1]]
    assert "201 to 201 of 201" in last.content.decode()
    assert as_ana.get(reverse("desk:network"), {"page": "x"}).status_code == 200


def test_the_table_has_no_cell_that_a_spreadsheet_would_run(as_ana, ana):
    make_contact(ana, "=cmd|' /C calc'!A0")

    text = as_ana.get(reverse("desk:network-table")).content.decode()

    (_, row) = csv.reader(io.StringIO(text))
    assert not row[0].startswith(("=", "+", "-", "@"))


def test_a_stranger_sees_an_empty_network(as_dora, ana):
    make_contact(ana, "Ruth Castellane")

    assert "Ruth Castellane" not in as_dora.get(reverse("desk:network")).content.decode()
    assert "Ruth" not in as_dora.get(reverse("desk:network-table")).content.decode()


def test_the_network_asks_the_database_the_same_for_one_and_for_three(
    as_ana, ana, django_assert_num_queries
):
    for count in (1, 2):
        for number in range(count):
            referrer = make_contact(ana, f"Referrer {count}{number}")
            make_referral(referrer, make_contact(ana, f"Named {count}{number}"))
        with django_assert_num_queries(6):
            as_ana.get(reverse("desk:network"))
