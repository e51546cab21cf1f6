"""Google Contacts as CSV, the older and the present header.

Addresses, phones and websites come in numbered groups; several values in one cell are joined
by three colons.
"""

import re
from collections.abc import Sequence

from whoelse.engine.contact_files.layout import Layout, layout_of

_ONE_EACH = {
    "name": ("name",),
    "nickname": ("file as", "nickname"),
    "given": ("given name", "first name"),
    "middle": ("additional name", "middle name"),
    "family": ("family name", "last name"),
    "employer": ("organization name", "organization 1 - name", "organization 2 - name"),
    "job_title": ("organization title", "organization 1 - title", "organization 2 - title"),
}
_NUMBERED = {
    "email": re.compile(r"e-mail \d+ - value"),
    "phone": re.compile(r"phone \d+ - value"),
    "profile_url": re.compile(r"website \d+ - value"),
}
_SIGNS = re.compile(r"(?:e-mail|phone|organization|address|website) \d+ - (?:value|name|formatted)")
_ALSO_SIGNS = frozenset({"organization name", "group membership", "yomi name", "labels"})


def google(header: Sequence[str], names: Sequence[str]) -> Layout | None:
    """Recognise the header by its numbered groups beside a name."""
    named = {"given name", "family name"}.issubset(names) or {
        "first name",
        "last name",
    }.issubset(names)
    signs = any(_SIGNS.fullmatch(name) for name in names)
    if not signs or not (named or not _ALSO_SIGNS.isdisjoint(names) or "name" in names):
        return None
    columns = {
        field: [names.index(alias) for alias in aliases if alias in names]
        for field, aliases in _ONE_EACH.items()
    } | {
        field: [index for index, name in enumerate(names) if pattern.fullmatch(name)]
        for field, pattern in _NUMBERED.items()
    }
    return layout_of("google", header, columns, separator=":::")
