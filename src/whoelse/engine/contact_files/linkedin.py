"""LinkedIn's Connections.csv, all generations since about 2016, in several languages.

Today: First Name, Last Name, URL, Email Address, Company, Position, Connected On, in any order
and after notes of any wording. Before 2017: 59 columns that look like Outlook's.
"""

from collections.abc import Sequence

from whoelse.engine.contact_files.columns import fields_of
from whoelse.engine.contact_files.layout import Layout, layout_of
from whoelse.engine.contact_files.outlook import columns_of_outlook

_OLD = frozenset({"business street 3", "personal web page", "tty/tdd phone", "e-mail address"})
_NEVER_IN_OLD = frozenset({"sensitivity", "categories", "given yomi", "surname yomi"})


def linkedin(header: Sequence[str], names: Sequence[str]) -> Layout | None:
    """Recognise the header by the date of connection, or by link, employer and post together."""
    if _OLD.issubset(names):
        if not _NEVER_IN_OLD.isdisjoint(names):
            return None
        return layout_of("linkedin", header, columns_of_outlook(names))
    found = fields_of(names)
    named = "given" in found and "family" in found
    linked = "url" in names and ("employer" in found or "job_title" in found)
    if not (named and ("connected_on" in found or linked)):
        return None
    return layout_of("linkedin", header, found, day_first="first name" not in names)
