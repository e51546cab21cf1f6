"""Whatever the bytes, reading ends in an account that adds up or in a clear refusal."""

from random import Random
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.contact_files.files import LINKEDIN_HEADER, card, names, read
from tests.engine.contact_files.mutations import SEEDS, check, mutated
from whoelse.engine.contact_files import harmless_cell
from whoelse.engine.contact_files.characters import clean, repaired
from whoelse.engine.contact_files.dates import iso_date
from whoelse.engine.contact_files.links import addresses, link_key, phones, web_link
from whoelse.engine.contact_files.names import split, without_credentials, without_titles

STARTS = (
    b"",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    LINKEDIN_HEADER.encode() + b"\n",
    b"Name;Company\n",
    b"BEGIN:VCARD\nFN:Ada\n",
    b"PK\x03\x04",
    b"PK\x05\x06",
)
NAMES = st.text(st.characters(categories=["L"]), min_size=1, max_size=20)


@given(st.sampled_from(STARTS), st.binary(max_size=400))
def test_any_bytes(start, rest):
    check(start + rest)


@given(st.sampled_from(STARTS), st.text(max_size=200))
def test_any_text(start, rest):
    check(start + rest.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("number", range(300))
def test_mutations_of_good_files(number):
    random = Random(number)  # noqa: S311 - the same numbers every time
    check(mutated(random.choice(SEEDS), random))


@given(st.lists(st.tuples(NAMES, NAMES), max_size=8, unique=True))
def test_what_is_written_into_cards_is_read_back(people):
    text = "".join(
        card(f"FN:{given} {family}", f"N:{family};{given};;;", f"EMAIL:p{number}@e.example")
        for number, (given, family) in enumerate(people)
    )
    batch = read(text or card("KIND:group"))
    expected = [clean(f"{given} {family}") for given, family in people]
    assert names(batch) == [name for name in expected if name]


@given(st.text())
def test_cleaned_text_is_one_line_without_control_characters_and_stays_clean(text):
    once = clean(text)
    assert clean(once) == once
    assert not any(category(character) in ("Cc", "Cs") for character in once)


@given(st.text())
def test_a_harmless_cell_never_begins_like_a_formula(text):
    assert not harmless_cell(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.text())
def test_text_functions_take_any_text(text):
    assert isinstance(repaired(text), str)
    assert all("@" in address for address in addresses(text))
    assert all(any(map(str.isdigit, phone)) for phone in phones(text))
    assert web_link(text) == "" or web_link(text).lower().startswith(("https://", "http://"))
    assert link_key(link_key(text)) == link_key(text) or "%" in text or "//" in text
    assert len(iso_date(text)) in (0, 10)
    assert all(isinstance(part, str) for part in split(without_titles(text)))
    assert bool(without_credentials(text)[0]) >= bool(text.partition(",")[0].strip())
