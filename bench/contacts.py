"""How fast contact files are read, and whom to ask is suggested.

Of damaged files there are a few here; `python -m bench.fuzz_contacts` tries many more.
"""

import io
from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.engine.contact_files.files import linkedin
from tests.engine.contact_files.mutations import SEEDS, check, mutated

from bench.choosing import milliseconds
from bench.figure import Figure, best_of, processor_seconds
from whoelse.engine.contact_files import read_contacts

ROWS, READ_AIM = 30_000, 1.5
CONTACTS = {3_000: None, 30_000: 0.2}  # number of them -> aim
DAMAGED = 500


def read_linkedin() -> Iterator[Figure]:
    """Read LinkedIn's Connections.csv"""
    data = linkedin(*map(row, range(ROWS))).encode()
    kept = read_contacts(io.BytesIO(data)).kept
    took = best_of(3, lambda: read_contacts(io.BytesIO(data)))
    note = f"{kept:,} people kept of {len(data) / 1e6:.1f} MB"
    yield Figure(f"{ROWS:,} rows", took, note=note, aim=READ_AIM)


def row(number: int) -> str:
    """One in eight shows an address; days and firms repeat, as in a real export."""
    address = "" if number % 8 else f"person{number}@firm.example"
    link = f"https://www.linkedin.com/in/person-{number}"
    day = f"{number % 28 + 1:02} Feb {2005 + number % 20}"
    firm, title = f'"Firm {number % 9_000}, Inc."', f"Engineer {number % 700}"
    return f"Given{number % 4_000},Family{number},{link},{address},{firm},{title},{day}"


def damaged_files() -> Iterator[Figure]:
    """Read damaged contact files"""
    answers: Counter[str] = Counter()
    took = processor_seconds(lambda: answers.update(map(answer_to, range(DAMAGED))))
    note = f"all answers hold; {answers['refused']} refused, {DAMAGED / took:,.0f} a second"
    yield Figure(f"{DAMAGED} files", took, note=note)


def answer_to(number: int) -> str:
    random = Random(number)
    return check(mutated(random.choice(SEEDS), random, SEEDS))


def suggest_next() -> Iterator[Figure]:
    """Suggest three people to ask"""
    for size, aim in CONTACTS.items():
        took = milliseconds(size) / 1000
        yield Figure(f"{size:,} contacts", took, note=f"{1e6 * took / size:.1f} µs each", aim=aim)
