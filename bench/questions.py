"""How fast the exact question plan is found on the full bank."""

from collections.abc import Iterator
from statistics import median

from bench.figure import Figure, best_of
from whoelse.engine.questions import Need, load_bank, plan
from whoelse.engine.words import Audience

MINUTES, ROUNDS = (15, 20, 30), 5


def question_plan() -> Iterator[Figure]:
    """Plan questions, over all audiences"""
    bank = load_bank()
    for minutes in MINUTES:
        times = {
            audience: best_of(ROUNDS, lambda a=audience, m=minutes: plan(Need(a), m, bank))
            for audience in Audience
        }
        worst = max(times, key=times.__getitem__)
        note = f"{len(bank)} questions, {len(times)} audiences"
        yield Figure(f"{minutes} minutes, median", median(times.values()), note=note)
        yield Figure(f"{minutes} minutes, worst", times[worst], note=f"audience {worst}")
