"""How fast job titles are classified: O*NET's alternate titles where they are, else invented.

Each is another one and comes once, so that nothing is remembered from a round before.
"""

import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random

from bench import careers
from bench.figure import Figure, processor_seconds
from whoelse.engine.careers import Onet, classify, load_onet

TITLES, AIM = 30_000, 5.0


def classify_titles() -> Iterator[Figure]:
    """Classify titles"""
    titles, source = some_titles()
    classify("Physicist")  # loads the atlas
    yield figure_of("by the atlas", titles, f"titles: {source}", None)
    if careers.DATA.is_dir():
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "onet.sqlite3"
            took = processor_seconds(lambda: load_onet(careers.DATA, file))
            yield Figure("load O*NET, once", took, note="the text database into a local file")
            yield figure_of("with O*NET", titles, f"titles: {source}", Onet(file))


def figure_of(how: str, titles: list[str], source: str, onet: Onet | None) -> Figure:
    known = []
    took = processor_seconds(
        lambda: known.extend(bool(classify(title, onet=onet)) for title in titles)
    )
    note = f"{source}; {sum(known) / len(known):.0%} get an answer"
    return Figure(f"{len(titles):,} titles {how}", took, note=note, aim=AIM)


def some_titles() -> tuple[list[str], str]:
    if careers.DATA.is_dir():
        titles, source = (
            {row["Alternate Title"] for row in careers.rows("Alternate Titles")},
            "O*NET's own",
        )
    else:
        titles, source = set(invented()), "invented titles"
    return Random(0).sample(sorted(titles), TITLES), source


def invented() -> Iterator[str]:
    ranks = ("", "Senior ", "Lead ", "Junior ", "Chief ", "Assistant ", "Staff ", "Principal ")
    fields = (
        "Optical",
        "Medical",
        "Data",
        "Process",
        "Test",
        "Software",
        "Laser",
        "Field",
        "Sales",
    )
    works = ("Engineer", "Physicist", "Analyst", "Technician", "Scientist", "Manager", "Teacher")
    places = (f" {word} {n}" for word in ("Group", "@ Firm", "| Site") for n in range(30))
    for rank, field, work, place in product(ranks, fields, works, places):
        yield f"{rank}{field} {work}{place}"
