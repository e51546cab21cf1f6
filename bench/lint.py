"""How fast messages are checked: one, much too long ones, and thousands in a row.

The texts are letters of the golden corpus, one after the other, cut to size.
"""

import json
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from tests.golden.corpus import read_half

from bench.figure import Figure, best_of
from bench.processes import best_process, run
from whoelse.engine.outreach import Draft, lint

SIZES = (2_000, 10_000, 100_000, 1_000_000)
ROUNDS = {2_000: 20, 10_000: 10, 100_000: 3, 1_000_000: 2}
ONE_MESSAGE_AIM = 0.005
MESSAGES, A_SECOND_AIM = 6_000, 3_000


def lint_message() -> Iterator[Figure]:
    """Lint a message, and longer ones"""
    letters = "\n\n".join(example.draft.body for example in read_half("tune"))
    endless = letters * (SIZES[-1] // len(letters) + 1)
    each_of_first = None
    for size in SIZES:
        draft = Draft(endless[:size], subject="A question", to="Dr. Karen Liu", sender="Maya Lind")
        took = best_of(ROUNDS[size], lambda draft=draft: lint(draft))
        each_of_first = each_of_first or took / size
        note = (
            f"{1e6 * took / size:.2f} µs a character, {took / size / each_of_first:.2f} × the first"
        )
        aim = ONE_MESSAGE_AIM if size == SIZES[0] else None
        yield Figure(f"{size:,} characters", took, note=note, aim=aim)


def lint_lines() -> Iterator[Figure]:
    """Lint by the thousand, as a process"""
    drafts = [example.draft for example in read_half("tune")]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "messages.jsonl"
        lines = [
            line(number, draft) for number, draft in enumerate(islice(cycle(drafts), MESSAGES))
        ]
        file.write_text("".join(lines), encoding="utf-8")
        processor, clock = best_process(2, lambda: run("lint", "--jsonl", file))
    mean = sum(len(draft.body) for draft in drafts) / len(drafts)
    note = f"{MESSAGES / processor:,.0f} a second; {mean:.0f} characters each"
    aim = MESSAGES / A_SECOND_AIM
    yield Figure(f"{MESSAGES:,} messages", processor, clock=clock, note=note, aim=aim)


def line(number: int, draft: Draft) -> str:
    known = {"kind": draft.kind.value, "to": draft.to, "from": draft.sender}
    return json.dumps({"id": number, **known, "subject": draft.subject, "text": draft.body}) + "\n"
