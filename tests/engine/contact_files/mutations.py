"""Good contact files made bad at random, and what must hold whatever came of it."""

import io
import json
from dataclasses import asdict
from datetime import date

from tests.engine.contact_files.files import archive, card, linkedin
from whoelse.engine.contact_files import UnreadableFile, read_contacts
from whoelse.engine.contact_files.characters import has_hidden

LINKEDIN = linkedin(
    "Ada,Lovelace,https://www.linkedin.com/in/ada,ada@e.example,Engines,Engineer,08 Feb 2026",
    '"Zoé","Müller, PhD",https://www.linkedin.com/in/zoe,,"Größe, ""& Söhne""",,3/4/2024',
    ",,https://www.linkedin.com/in/hidden,,,,01 Jan 2024",
    ",,,,,,",
    "Ada,Lovelace,https://linkedin.com/in/ADA/,,Engines,,08 Feb 2026",
)
GOOGLE = (
    "Name,Given Name,Family Name,Birthday,Notes,Group Membership,E-mail 1 - Value,"
    "Phone 1 - Value,Organization 1 - Name,Website 1 - Value\r\n"
    'Ada Lovelace,Ada,Lovelace,1815-12-10,"two\r\nlines",* myContacts,a@e.example ::: b@e.example,'
    "+1 555 0100,Engines,https://e.example\r\n"
    ",,,,,,team@e.example,,,\r\n"
)
CARDS = (
    card("N:Lovelace;Ada;;;", "FN:Ada Lovelace", "item1.EMAIL;TYPE=pref:a@e.example", "BDAY:1815")
    + card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg=",
        " ;;;",
        "PHOTO;ENCODING=BASE64:/9j/4AAQ",
        " SkZJ",
        "AGENT:",
        "BEGIN:VCARD",
        "FN:Secretary",
        "END:VCARD",
        version="2.1",
    )
    + card("FN:Karen\\, Liu", "TEL;VALUE=uri:tel:+1-555-0100", "KIND:individual", version="4.0")
)
TABLE = "Alum;Where;Mail\nAda Lovelace;Engines;a@e.example\nKaren Liu;Fields;\n"
SEEDS = (
    LINKEDIN.encode(),
    LINKEDIN.encode("cp1252"),
    LINKEDIN.encode("utf-16"),
    LINKEDIN.encode("utf-16-be"),
    GOOGLE.encode(),
    CARDS.encode(),
    CARDS.encode("utf-16-le"),
    TABLE.encode(),
    archive({"messages.csv": "x", "Connections.csv": LINKEDIN}).getvalue(),
    archive({"Takeout/Contacts/All Contacts/All Contacts.vcf": CARDS}).getvalue(),
)
PIECES = (
    *(b'"', b",", b";", b"\n", b"\r", b"\x00", b"\\", b"=\n", b":", b"\t", b'""', b'"\n"', b"\xff"),
    *(b"\xc3", b"\xed\xa0\x80", "\u202e".encode(), b"\xc3\x83\xc2\xa9", b"=cmd|x", b" ::: ", b"@"),
    *(b"BEGIN:VCARD\n", b"END:VCARD\n", b"AGENT:\nBEGIN:VCARD\n", b"PK\x03\x04", b"PK\x05\x06"),
    *(b"First Name,Last Name,URL,Company\n", b"%PDF", b"\xff\xfe", b"\xef\xbb\xbf"),
    *(b'"' * 300, b"," * 600, b"\n" * 300, b"a@" * 200, b"x" * 3000, b"1" * 500, b"(" * 200),
)


def mutated(data, random, others=SEEDS):
    """Return `data` after one to eight random changes."""
    data = bytearray(data)
    for _ in range(random.randint(1, 8)):
        start, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
        end = min(end, start + random.choice((1, 4, 40, 4000)))
        match random.randrange(8):
            case 0:
                del data[start:end]
            case 1:
                data[start:start] = data[start:end]
            case 2:
                data[start:start] = random.choice(PIECES)
            case 3:
                data[start:end] = random.choice(PIECES)
            case 4:
                data[start:end] = random.randbytes(end - start)
            case 5:
                del data[end:]
            case 6:
                other = random.choice(others)
                data[start:end] = other[len(other) // 3 : len(other) // 3 + random.randrange(400)]
            case _:
                data[start : start + 1] = bytes([random.randrange(256)])
    return bytes(data)


def check(data):
    """Read `data` and raise AssertionError if the answer does not hold; return its format."""
    try:
        batch = read_contacts(io.BytesIO(data))
    except UnreadableFile as refusal:
        check_refusal(refusal)
        return "refused"
    assert batch.rows == batch.kept + batch.merged + len(batch.skipped)
    rows = [person.row for person in batch.people]
    assert rows == sorted(set(rows))
    assert all(0 < row <= batch.rows for row in rows)
    json.dumps([asdict(person) for person in batch.people], ensure_ascii=False).encode()
    for person in batch.people:
        check_person(person)
    return batch.format


def check_refusal(refusal):
    assert refusal.message.endswith(".")
    assert refusal.hint.endswith(".")


def check_person(person):
    texts = (person.name, person.given, person.family, person.employer, person.job_title)
    assert person.name
    assert len(person.name) <= 200
    assert not any(map(has_hidden, texts))
    assert all("@" in address and address == address.strip() for address in person.emails)
    assert person.profile_url == "" or person.profile_url.lower().startswith("http")
    assert person.connected_on == "" or date.fromisoformat(person.connected_on)
