"""Names of employers and the sector that their words point to."""

import pytest

from whoelse.engine.careers import atlas
from whoelse.engine.careers.employer import sector_of
from whoelse.engine.careers.words import employer_patterns

NAMES = {
    "": "",
    "Foo": "",
    "Halden Photonics GmbH": "private-stem",
    "Kestrel Semiconductor": "private-stem",
    "Marrow Quantum, Inc.": "private-stem",
    "Kestrel Capital": "private-non-stem",
    "First Bank of Ost": "private-non-stem",
    "Vale & Partners Consulting": "private-non-stem",
    "Ost University": "college-university",
    "Universität Ost": "college-university",
    "Tern Community College": "college-university",
    "Vale Institute of Technology": "college-university",
    "Tern Ridge High School": "high-school",
    "Ost Unified School District": "high-school",
    "Vale Academy": "high-school",
    "Tern National Laboratory": "government",
    "NASA": "government",
    "U.S. Geological Survey": "government",
    "City of Ost": "government",
    "Air Force Research Laboratory": "government",
    "US Navy": "military",
    "United States Air Force": "military",
    "St. Bride Hospital": "nonprofit",
    "Ost University Hospital": "nonprofit",
    "Vale Cancer Center": "nonprofit",
    "Tern Science Museum": "nonprofit",
    "Ost Planetarium": "nonprofit",
    "Self-employed": "self-employed",
    "Freelance": "self-employed",
    "Banksia Flowers": "",
    "Schooner Bay": "",
}


@pytest.mark.parametrize(("employer", "sector"), NAMES.items())
def test_sector_of_an_employer(employer, sector):
    assert sector_of(employer) == sector


def test_every_sector_has_words():
    assert {sector for sector, _ in employer_patterns()} == {each.code for each in atlas().sectors}


def test_only_the_beginning_of_a_name_is_read():
    assert sector_of("x" * 300 + " University") == ""
