"""Contact files for tests, made in memory. All people are invented."""

import csv
import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile

HEADER = [
    "First Name",
    "Last Name",
    "URL",
    "Email Address",
    "Company",
    "Position",
    "Connected On",
]


def linkedin(*people):
    """A LinkedIn table. A person is (given, family, email, employer, title)."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(HEADER)
    for number, (given, family, email, employer, title) in enumerate(people):
        link = f"https://www.linkedin.com/in/person-{number}"
        table.writerow([given, family, link, email, employer, title, "04 Nov 2024"])
    return text.getvalue().encode()


def zipped(**members):
    """A ZIP of `name=bytes`; two underscores in a name stand for a dot."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def upload(content, name="Connections.csv"):
    return {"file": SimpleUploadedFile(name, content)}


FEW = linkedin(
    ("Ida", "Berg", "ida@berg.example", "Berg Bakery", "Baker"),
    ("Elif", "Aydin", "elif@harrowbay.example", "Harrow Bay", "Medical dosimetrist"),
    ("Sam", "Ode", "", "Quillhaven Maps", "Software engineer"),
    ("Ulf", "Strand", "", "", ""),
)
