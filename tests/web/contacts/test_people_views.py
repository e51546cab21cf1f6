"""The list of people over HTTP: filters, search, pages, empty states; adding a person."""

import pytest
from django.utils import timezone

from tests.factories import NOW, make_contact, make_referral
from tests.web.contacts.page import Page
from whoelse.web.contacts import actions
from whoelse.web.contacts.models import Contact, Referral


def names(response):
    return [row[0] for row in Page(response).body_rows]


@pytest.fixture
def people(ana):
    """Okafor (held) named Elif (open); Grace is an alumna who was asked before them."""
    okafor = make_contact(
        ana, "Samuel Okafor", honorific="Dr.", stage="held", stage_at=NOW, circle="known"
    )
    elif_ = make_contact(
        ana, "Elif Aydın", circle="referred", stage_at=NOW.replace(day=6), search_text="elif aydın"
    )
    make_referral(okafor, elif_)
    grace = make_contact(
        ana, "Grace Reyes", circle="alumni", stage="asked", stage_at=NOW.replace(day=1)
    )
    return okafor, elif_, grace


def test_the_most_recent_change_comes_first(as_ana, people):
    response = as_ana.get("/people/")

    page = Page(response)
    assert page.h1 == "People"
    assert [(row[0], row[1], row[2], row[3]) for row in page.body_rows] == [
        ("Elif Aydın", "Referred", "Not asked yet", "Dr. Samuel Okafor"),
        ("Dr. Samuel Okafor", "Known", "Held", ""),
        ("Grace Reyes", "Alumni", "Asked", ""),
    ]
    assert "3 people, 1 of them named by somebody you talked with." in response.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=SAMUEL okafor", ["Dr. Samuel Okafor"]),
        ("q=%25", []),
        ("q=nobody", []),
        ("q=%00", ["Elif Aydın", "Dr. Samuel Okafor", "Grace Reyes"]),
        ("circle=alumni", ["Grace Reyes"]),
        ("circle=nonsense", ["Elif Aydın", "Dr. Samuel Okafor", "Grace Reyes"]),
        ("stage=held", ["Dr. Samuel Okafor"]),
        ("stage=held&circle=alumni", []),
        ("by=nonsense", ["Elif Aydın", "Dr. Samuel Okafor", "Grace Reyes"]),
        ("page=99", ["Elif Aydın", "Dr. Samuel Okafor", "Grace Reyes"]),
    ],
)
def test_filters(as_ana, people, query, found):
    assert names(as_ana.get(f"/people/?{query}")) == found


def test_named_by(as_ana, people):
    okafor, *_ = people

    assert names(as_ana.get(f"/people/?by={okafor.public_id}")) == ["Elif Aydın"]


def test_htmx_gets_the_list_alone(as_ana, people):
    response = as_ana.get("/people/?circle=alumni", headers={"HX-Request": "true"})

    page = Page(response)
    assert "html" not in page.tags
    assert [row[0] for row in page.body_rows] == ["Grace Reyes"]
    assert "HX-Request" in response["Vary"]


def test_search_finds_work_notes_and_letters_without_accents(as_ana, ana):
    actions.add_contact(
        ana,
        full_name="Inês Müller",
        circle="met",
        job_title="Medical dosimetrist",
        notes="Loves ŒUVRES",
        at=NOW,
    )

    for words in ("ines muller", "MÜLLER", "dosimetrist", "medical physics", "œuvres", "oeuvres"):
        assert names(as_ana.get("/people/", {"q": words})) == ["Inês Müller Medical dosimetrist"]


def test_pages_of_fifty_with_the_filters_kept(as_ana, ana):
    for number in range(51):
        make_contact(ana, f"Person {number:02}", circle="met", stage_at=NOW)

    first, second = as_ana.get("/people/?circle=met"), as_ana.get("/people/?circle=met&page=2")

    assert (len(names(first)), names(second)) == (50, ["Person 50"])
    assert Page(first).links["Next"] == "?page=2&circle=met"


@pytest.mark.parametrize("people_in_the_list", [1, 3])
def test_the_list_takes_as_many_queries_for_three_as_for_one(
    as_ana, ana, django_assert_num_queries, people_in_the_list
):
    referrer = make_contact(ana, "Samuel Okafor")
    for number in range(people_in_the_list):
        make_referral(referrer, make_contact(ana, f"Person {number}"))

    with django_assert_num_queries(9):
        as_ana.get("/people/")


def test_nobody_yet_says_what_to_do(as_ana):
    page = Page(as_ana.get("/people/"))

    assert {"Add a person", "Import from LinkedIn or an address book"} <= set(page.links)
    assert "table" not in page.tags


def test_dora_sees_nobody_of_anas(as_dora, people):
    response = as_dora.get("/people/")

    assert "Okafor" not in response.content.decode()


def test_names_are_text_and_not_markup(as_ana, ana):
    make_contact(ana, "<script>alert(1)</script>", employer="</td><img src=x onerror=alert(1)>")

    page = Page(as_ana.get("/people/"))

    assert "img" not in page.tags
    assert page.body_rows[0][0].startswith("<script>alert(1)</script>")


def test_somebody_blocked_is_marked(as_ana, ana):
    contact = make_contact(ana, "Owen Pryce")
    actions.record_do_not_contact(contact, reason="", asked_by_them=True, at=NOW)

    assert Page(as_ana.get("/people/")).body_rows[0][2] == "not to be contacted"


def test_adding_a_person(as_ana, ana):
    before = timezone.now()
    response = as_ana.post(
        "/people/new/",
        {"full_name": "Dr Elif Aydin", "circle": "met", "job_title": "Medical dosimetrist"},
    )

    contact = Contact.objects.get(student=ana)
    assert response.headers["Location"] == f"/people/{contact.public_id}/"
    assert (contact.name, contact.circle, contact.occupation) == (
        "Dr. Elif Aydin",
        "met",
        "medical-dosimetrist",
    )
    assert contact.stage_at >= before


def test_adding_a_person_whom_somebody_named(as_ana, ana):
    okafor = make_contact(ana, "Samuel Okafor", stage="held")

    as_ana.post(
        "/people/new/",
        {"full_name": "Elif Aydin", "circle": "met", "named_by": str(okafor.public_id)},
    )

    referral = Referral.objects.get()
    assert (referral.referrer, referral.referred.circle, referral.permission) == (
        okafor,
        "referred",
        "ask_first",
    )


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"full_name": ""}, "This field is required."),
        ({"full_name": "   "}, "This field is required."),
        ({"full_name": "A\x00B"}, "Null characters are not allowed."),
        ({"full_name": "x" * 161}, "Ensure this value has at most 160 characters (it has 161)."),
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"email": "KNOWN@people.example"}, "Grace Reyes is in your list with this address."),
        ({"profile_url": "ftp://x.example/"}, "A link begins with https://."),
        ({"profile_url": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"circle": "referred"}, "Say who named this person, or choose another circle."),
    ],
)
def test_a_form_that_is_wrong_says_so_at_the_field(as_ana, ana, said, error):
    make_contact(ana, "Grace Reyes", email="known@people.example")

    response = as_ana.post("/people/new/", {"full_name": "Elif", "circle": "met"} | said)

    assert response.status_code == 422
    assert Page(response).errors == [error]
    assert Contact.objects.count() == 1


def test_somebody_blocked_is_refused_with_a_way_back(as_ana, ana):
    contact = make_contact(ana, "Owen Pryce")
    actions.record_do_not_contact(contact, reason="", asked_by_them=True, at=NOW)
    actions.erase_contact(contact)

    response = as_ana.post("/people/new/", {"full_name": "Owen Pryce", "circle": "met"})

    assert response.status_code == 422
    assert Page(response).h1 == "Owen Pryce asked not to be contacted."
    assert Contact.objects.count() == 0


def test_dora_cannot_name_anas_people(as_dora, ana):
    okafor = make_contact(ana, "Samuel Okafor", stage="held")

    response = as_dora.post(
        "/people/new/",
        {"full_name": "Elif Aydin", "circle": "met", "named_by": str(okafor.public_id)},
    )

    assert response.status_code == 422
    assert Referral.objects.count() == 0
