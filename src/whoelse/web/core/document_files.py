"""A document as a file to keep: Markdown or PDF, as a path names it and as a browser saves it."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from whoelse.web.core.document import Document
from whoelse.web.core.markdown import markdown_of
from whoelse.web.core.pdf import pdf_of

FORMATS = {"md": ("text/markdown; charset=utf-8", markdown_of), "pdf": ("application/pdf", pdf_of)}


class FormatConverter:
    """A format that a document can have as a file."""

    regex = "|".join(FORMATS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def file_of(document: Document, form: str) -> HttpResponse:
    """The answer that a browser saves, named after the document."""
    kind, written = FORMATS[form]
    name = f"{slugify(document.title)[:60] or 'report'}.{form}"
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        written(document), content_type=kind, headers={"Content-Disposition": disposition}
    )
