"""Files made to break the reader: each ends in people or in a clear sentence, within bounds."""

import io
import tracemalloc

import pytest

from tests.engine.contact_files.files import (
    LINKEDIN_HEADER,
    archive,
    card,
    file_of,
    linkedin,
    names,
    read,
)
from whoelse.engine.contact_files import Limits, Skipped, UnreadableFile, read_contacts
from whoelse.engine.contact_files.records import NEVER_CLOSED, TOO_LONG

MEGABYTE = 1_000_000


def refusal(file, **options):
    with pytest.raises(UnreadableFile) as caught:
        read_contacts(file, **options)
    assert caught.value.hint
    return caught.value.message


class Endless(io.RawIOBase):
    """A file of `size` bytes that repeats `piece`; it counts how much was read."""

    def __init__(self, start, piece, size):
        self.start, self.piece, self.size = start, piece, size
        self.place = self.taken = 0

    def seek(self, offset, whence=0):
        self.place = offset if whence == 0 else self.size + offset
        return self.place

    def tell(self):
        return self.place

    def read(self, count=-1):
        count = min(count, self.size - self.place)
        head = self.start[self.place : self.place + count]
        phase = (self.place + len(head)) % len(self.piece)
        need = count - len(head)
        body = (self.piece * (need // len(self.piece) + 2))[phase : phase + need]
        self.place += count
        self.taken += count
        return head + body


def test_two_hundred_megabytes_are_refused_within_fixed_memory():
    row = b"Ada,Lovelace,,,Engines,Engineer,08 Feb 2026\n"
    file = Endless(LINKEDIN_HEADER.encode() + b"\n", row, 200 * MEGABYTE)
    tracemalloc.start()
    try:
        assert refusal(file) == "The file is larger than 50 MB."
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 5 * MEGABYTE
    assert file.taken < 51 * MEGABYTE


@pytest.mark.parametrize(
    ("piece", "message"),
    [
        (b"x", "The file has a line of more than 200,000 characters."),
        (b",", "The file has a line of more than 200,000 characters."),
        (b'"', "The file has a line of more than 200,000 characters."),
        pytest.param(b"\n", "The file has more than 2,000,000 lines.", marks=pytest.mark.bulk),
        (b"\x00", "This is neither a table nor a list of cards."),
        (b"\x01", "This is no text, so it is no list of contacts."),
    ],
)
def test_forty_megabytes_of_one_character(piece, message):
    alone = refusal(Endless(b"", piece, 4 * MEGABYTE))
    after_header = refusal(Endless(LINKEDIN_HEADER.encode() + b"\n", piece, 4 * MEGABYTE))
    assert message in (alone, after_header)


def test_rows_and_columns_are_bounded():
    limits = Limits(max_rows=3, max_columns=8)
    rows = ["Ada,Lovelace,,,,,"] * 4
    assert refusal(file_of(linkedin(*rows)), limits=limits) == "The file has more than 3 rows."
    batch = read(linkedin("Ada,Lovelace" + "," * 9), limits=limits)
    assert batch.skipped == (Skipped(1, "The row has far more cells than the header."),)
    few = Limits(max_lines=4)
    assert refusal(file_of(linkedin(*rows)), limits=few) == "The file has more than 4 lines."
    wide = "a,b,c,d,e,f,g,h,i\n" * 3
    assert refusal(file_of(wide), limits=limits) == "The table has more than 8 columns."
    wide_known = LINKEDIN_HEADER + "," * 9
    assert refusal(file_of(wide_known), limits=limits) == "The table has more than 8 columns."


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office file"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><html>", "a web page"),
        (b"\x1f\x8b\x08", "a packed file"),
    ],
)
def test_other_kinds_of_files_are_named(head, kind):
    file = io.BytesIO(head + b"First Name,Last Name,URL\n" * 3)
    assert refusal(file) == f"This is {kind}, not a list of contacts."


@pytest.mark.parametrize("content", [b"", b"\n\n  \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named(content):
    assert refusal(io.BytesIO(content)) == "The file is empty."


def test_noise_is_no_text():
    noise = bytes((index * 197 + index // 7) % 256 for index in range(4000))
    assert refusal(io.BytesIO(b"q" + noise)) == "This is no text, so it is no list of contacts."


@pytest.mark.parametrize("cell", ['"Engines', 'a"b,"', '"""', '"x"y"'])
def test_a_stray_quotation_mark_costs_at_most_its_row(cell):
    ada = f"Ada,Lovelace,,,{cell},Engineer,08 Feb 2026"
    karen = "Karen,Liu,,,Fields,Physicist,09 Feb 2026"
    batch = read(linkedin(ada, karen, "Tom,Berg,,,,,10 Feb 2026"))
    assert names(batch)[-2:] == ["Karen Liu", "Tom Berg"]
    assert batch.rows == 3


def test_a_quotation_mark_that_closes_rows_later_costs_its_row():
    rows = ['Ada,Lovelace,,,"Engines,,', "Karen,Liu,,,,,", 'Tom,Berg,,,"Fields",,']
    batch = read(linkedin(*rows))
    assert names(batch) == ["Karen Liu", "Tom Berg"]
    assert batch.skipped == (Skipped(1, NEVER_CLOSED),)


def test_notes_over_many_lines_are_one_row_up_to_a_bound():
    header = "Name,Company,Notes"
    note = "\n".join(["line"] * 400)
    endless = "\n".join(["line"] * 600)
    batch = read(f'{header}\nAda Lovelace,,"{note}"\nKaren Liu,,"{endless}"\nTom Berg,,\n')
    assert names(batch)[0] == "Ada Lovelace"
    assert names(batch)[-1] == "Tom Berg"
    assert batch.skipped[0] == Skipped(2, NEVER_CLOSED)


def test_marks_that_open_on_every_line_do_not_make_reading_slow():
    text = LINKEDIN_HEADER + "\n" + 'a"b,"\n' * 49_000
    batch = read(text)
    assert (batch.rows, batch.kept) == (49_000, 0)


def test_a_cell_beyond_the_limit_of_the_csv_module_costs_its_row():
    batch = read(linkedin(f"Ada,Lovelace,,,{'x' * 150_000},,", "Karen,Liu,,,,,"))
    assert (names(batch), batch.skipped) == (["Karen Liu"], (Skipped(1, TOO_LONG),))


def test_such_a_cell_before_the_header_is_passed_over():
    text = f"{'x' * 150_000}\n{LINKEDIN_HEADER}\nAda,Lovelace,,,,,\n"
    assert names(read(text)) == ["Ada Lovelace"]


def test_a_record_of_a_million_characters_is_given_up():
    limits = Limits(max_record=1_000)
    note = "\n".join(["y" * 100] * 20)
    text = f'Name,Company,Notes\nAda Lovelace,,"{note}"\nTom Berg,,\n'
    batch = read(text, limits=limits)
    assert batch.skipped[0] == Skipped(1, NEVER_CLOSED)
    assert names(batch)[-1] == "Tom Berg"


def test_long_cells_are_shortened_and_reported():
    batch = read(linkedin(f"Ada,Lovelace,,,{'x' * 600},,08 Feb 2026"))
    assert batch.people[0].employer == "x" * 499 + "…"
    assert batch.warnings == ("Very long cells were shortened in row 1.",)


def test_zero_bytes_and_lone_surrogates_in_cells():
    text = linkedin("A\x00da,Love\x00lace,,,,,08 Feb 2026")
    assert names(read(text)) == ["Ada Lovelace"]
    utf16 = "\ufeff" + linkedin("Ada,Love\ud800lace,,,,,")
    batch = read_contacts(io.BytesIO(utf16.encode("utf-16-le", "surrogatepass")))
    assert names(batch) == ["Ada Love\ufffdlace"]


def test_long_card_lines_are_clipped_not_refused():
    photo = "PHOTO:" + "A" * 300_000
    folded = "\r\n ".join(["NOTE:", *["B" * 70] * 5_000])
    batch = read(card("FN:Ada Lovelace", photo, folded, "EMAIL:a@e.example"))
    assert batch.people[0].emails == ("a@e.example",)


def test_a_hostile_file_in_an_archive_is_bounded_too():
    file = archive({"Connections.csv": LINKEDIN_HEADER + "\n" + "x" * 900_000})
    assert refusal(file) == "The file has a line of more than 200,000 characters."
