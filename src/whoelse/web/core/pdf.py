"""A document as PDF, set by typst. What people typed goes in as data, so it cannot be markup."""

import json
from importlib.resources import files

from whoelse.web.core.document import Document


def pdf_of(document: Document) -> bytes:
    """The document on A4 pages."""
    import typst  # noqa: PLC0415 - slow import

    looks = files("whoelse.web.core").joinpath("document.typ").read_bytes()
    words = json.dumps(document.plain)
    return typst.compile(looks, format="pdf", sys_inputs={"document": words})
