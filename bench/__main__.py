"""Measure and tell: `python -m bench`. Takes some minutes, `--quick` fewer; `--long` all games.

Figures go to the terminal as a table and to bench/results as JSON. An aim that is missed is told,
but is no failure: machines differ.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import (
    calendars,
    choosing,
    contacts,
    games,
    growth,
    known_titles,
    lint,
    mail,
    pages,
    questions,
    start,
    table,
    titles,
)
from bench.figure import Figure, reference_seconds
from whoelse import __version__

Measure = Callable[[], Iterator[Figure]]
# In the order of the table. Pages come last: they set up Django in this process.
MEASURES: tuple[Measure, ...] = (
    lint.lint_message,
    lint.lint_lines,
    questions.question_plan,
    questions.integer_program,
    contacts.suggest_next,
    games.simulate_students,
    contacts.read_linkedin,
    contacts.damaged_files,
    contacts.few_damaged_files,
    mail.sort_messages,
    mail.damaged_mail,
    titles.classify_titles,
    known_titles.known_titles,
    calendars.read_calendars,
    calendars.offer_times,
    start.command_start,
    start.first_page,
    growth.page_growth,
    pages.page_times,
)
QUICKER = {contacts.damaged_files: contacts.few_damaged_files}
SLOW = (
    games.simulate_students,
    growth.page_growth,
    known_titles.known_titles,
    questions.integer_program,
)
RESULTS = Path(__file__).parent / "results"


def main() -> None:
    chosen = options()
    wanted = wanted_of(chosen)
    begun, measured, shown = datetime.now(UTC), [], table.new_table()
    for measure in wanted:
        print(f"{measure.__name__} ...", file=sys.stderr)
        rows = list(measured_by(measure))
        table.add_measure(shown, measure.__doc__, rows)
        measured += [as_json(measure, *row) for row in rows]
    table.show(shown)
    found = {**circumstances(begun), "figures": measured}
    if chosen.long:
        found |= long_measures()
    print(f"Written to {written(found, begun)}")


def wanted_of(chosen: argparse.Namespace) -> list[Measure]:
    if chosen.only:
        return [measure for measure in MEASURES if measure.__name__ in chosen.only]
    left_out = (*QUICKER, *SLOW) if chosen.quick else tuple(QUICKER.values())
    return [measure for measure in MEASURES if measure not in left_out]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    names = [measure.__name__ for measure in MEASURES]
    parser.add_argument("--only", action="append", choices=names, help="may be repeated")
    parser.add_argument("--quick", action="store_true", help="leave out what takes long")
    parser.add_argument("--long", action="store_true", help="also play all games with all orders")
    return parser.parse_args()


def measured_by(measure: Measure) -> Iterator[tuple[Figure, float]]:
    """The figures of a measure, each with the best reference loop just before and after it."""
    before = reference_seconds()
    for figure in measure():
        after = reference_seconds()
        yield figure, min(before, after)
        before = after


def as_json(measure: Measure, figure: Figure, reference: float) -> dict[str, Any]:
    return {
        "measure": measure.__name__,
        "what": figure.what,
        "processor_seconds": figure.processor,
        "clock_seconds": figure.clock,
        "reference_seconds": reference,
        "ratio": figure.processor / reference,
        "aim_seconds": figure.aim,
        "is_kept": figure.is_kept,
        "note": figure.note,
    }


def circumstances(begun: datetime) -> dict[str, Any]:
    return {
        "begun_at": begun.isoformat(timespec="seconds"),
        "whoelse": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
    }


def long_measures() -> dict[str, Any]:
    """Whom to ask next against other orders, at several true rates."""
    print("The games; this takes many minutes ...", file=sys.stderr)
    played = choosing.measure()["games"]
    for title, rows in played.items():
        choosing.tell_games(title, rows)
    return {"games": played}


def written(found: dict[str, Any], begun: datetime) -> Path:
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{begun:%Y%m%d-%H%M%S}.json"
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


if __name__ == "__main__":
    main()
