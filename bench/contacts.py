"""How fast contact files are read, and whom to ask is suggested.

`python -m bench.fuzz_contacts` feeds more kinds of damaged files and keeps whatever breaks.
"""

import io
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.engine.contact_files.files import linkedin
from tests.engine.contact_files.mutations import SEEDS, check, mutated

from bench.choosing import milliseconds
from bench.figure import Figure, best_of, processor_seconds
from whoelse.engine.contact_files import read_contacts

ROWS, READ_AIM = 30_000, 1.5
CONTACTS = {7_500: None, 30_000: 0.2, 60_000: None}  # number of them -> aim
DAMAGED, DAMAGED_QUICKLY = 100_000, 2_000
WEIGHED = (10_000, 30_000)  # rows


def read_linkedin() -> Iterator[Figure]:
    """Read LinkedIn's Connections.csv"""
    data = linkedin(*map(row, range(ROWS))).encode()
    kept = read_contacts(io.BytesIO(data)).kept
    took = best_of(3, lambda: read_contacts(io.BytesIO(data)))
    note = f"{kept:,} people kept of {len(data) / 1e6:.1f} MB"
    yield Figure(f"{ROWS:,} rows", took, note=note, aim=READ_AIM)
    for rows in WEIGHED:
        yield weighed(rows)


def weighed(rows: int) -> Figure:
    """The most memory while so many rows are read, which is slower under the scales."""
    data = io.BytesIO(linkedin(*map(row, range(rows))).encode())
    tracemalloc.start()
    took = processor_seconds(lambda: read_contacts(data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    note = f"{peak / 1e6:.0f} MB at most, {peak / rows:,.0f} bytes a row, the people themselves too"
    return Figure(f"{rows:,} rows, weighed", took, note=note)


def row(number: int) -> str:
    """One in eight shows an address; days and firms repeat, as in a real export."""
    address = "" if number % 8 else f"person{number}@firm.example"
    link = f"https://www.linkedin.com/in/person-{number}"
    day = f"{number % 28 + 1:02} Feb {2005 + number % 20}"
    firm, title = f'"Firm {number % 9_000}, Inc."', f"Engineer {number % 700}"
    return f"Given{number % 4_000},Family{number},{link},{address},{firm},{title},{day}"


def damaged_files() -> Iterator[Figure]:
    """Read damaged contact files"""
    yield damaged(DAMAGED)


def few_damaged_files() -> Iterator[Figure]:
    """Read a few damaged contact files"""
    yield damaged(DAMAGED_QUICKLY)


def damaged(count: int) -> Figure:
    answers: Counter[str] = Counter()
    took = processor_seconds(lambda: answers.update(map(answer_to, range(count))))
    note = f"all answers hold; {answers['refused']:,} refused, {count / took:,.0f} a second"
    return Figure(f"{count:,} files", took, note=note)


def answer_to(number: int) -> str:
    random = Random(number)
    return check(mutated(random.choice(SEEDS), random, SEEDS))


def suggest_next() -> Iterator[Figure]:
    """Suggest three people to ask"""
    for size, aim in CONTACTS.items():
        took = milliseconds(size) / 1000
        yield Figure(f"{size:,} contacts", took, note=f"{1e6 * took / size:.1f} µs each", aim=aim)
