"""Small contact files, made in memory."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from whoelse.engine.contact_files import read_contacts

LINKEDIN_HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def file_of(text, encoding="utf-8"):
    return BytesIO(text.encode(encoding))


def read(text, encoding="utf-8", **options):
    return read_contacts(file_of(text, encoding), **options)


def linkedin(*rows, header=LINKEDIN_HEADER):
    return "\r\n".join(["Notes:", '"Some addresses are missing."', "", header, *rows, ""])


def card(*lines, version="3.0"):
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def archive(members, compression=ZIP_DEFLATED):
    """A ZIP of `members`, name to text or bytes."""
    file = BytesIO()
    with ZipFile(file, "w", compression) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return file


def names(batch):
    return [person.name for person in batch.people]
