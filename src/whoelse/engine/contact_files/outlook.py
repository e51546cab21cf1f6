"""Outlook's address books as CSV: classic desktop, Outlook.com, and Google's “Outlook CSV”.

Here “Title” is Dr. or Ms. and the post is “Job Title”.
"""

from collections.abc import Sequence

from whoelse.engine.contact_files.columns import fields_of
from whoelse.engine.contact_files.layout import Layout, layout_of

_COLUMNS = {
    "given": ("first name",),
    "middle": ("middle name",),
    "family": ("last name",),
    "nickname": ("e-mail display name", "nickname"),
    "email": ("e-mail address", "e-mail 2 address", "e-mail 3 address"),
    "phone": (
        "mobile phone",
        "business phone",
        "primary phone",
        "business phone 2",
        "home phone",
        "home phone 2",
        "other phone",
        "car phone",
    ),
    "employer": ("company",),
    "job_title": ("job title", "profession"),
    "profile_url": ("web page", "personal web page"),
}
_SIGNS = frozenset({"first name", "last name", "e-mail address"})
_ALSO_SIGNS = frozenset({"business phone", "business street", "mobile phone", "categories"})

# The classic German export; other languages are read by the names of their columns.
_GERMAN_SIGNS = frozenset({"vorname", "nachname", "e-mail-adresse"})
_GERMAN_ALSO = ("telefon geschaftlich", "mobiltelefon", "anrede", "straße geschaftlich")


def outlook(header: Sequence[str], names: Sequence[str]) -> Layout | None:
    """Recognise the header by its addresses and business columns."""
    if _SIGNS.issubset(names) and not _ALSO_SIGNS.isdisjoint(names):
        return layout_of("outlook", header, columns_of_outlook(names))
    if _GERMAN_SIGNS.issubset(names) and any(name in names for name in _GERMAN_ALSO):
        return layout_of("outlook", header, fields_of(names), day_first=True)
    return None


def columns_of_outlook(names: Sequence[str]) -> dict[str, list[int]]:
    """Return the columns of the English layout, also used by LinkedIn until about 2017."""
    return {
        field: [names.index(alias) for alias in aliases if alias in names]
        for field, aliases in _COLUMNS.items()
    }
