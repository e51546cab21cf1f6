"""Whom to ask next: how fast, and how well against other orders: `python -m bench.choosing`.

Plays students on a generated network and, if the folder is there, on SNAP's ego-Facebook in
../shared/data. Prints tables; --json FILE writes the figures.
"""

import argparse
import json
import time
from datetime import date
from pathlib import Path
from random import Random
from statistics import fmean

from whoelse.cli.graph_folder import read_folder
from whoelse.engine.choosing import (
    Candidate,
    History,
    Policy,
    Student,
    generate,
    interval,
    simulate,
    suggest,
)
from whoelse.engine.words import Circle

FACEBOOK = Path(__file__).resolve().parents[2] / "shared" / "data" / "graph" / "ego_facebook"
SEEDS, REQUESTS = 40, 40
SIZES = (7_500, 15_000, 30_000, 60_000)
ROUNDS, RESAMPLES = 5, 2_000
# The true shares of yes need not be those that the engine expects.
RATES = {
    "as expected": None,
    "everybody alike": dict.fromkeys(Circle, 0.4),
    "all harder": {
        Circle.KNOWN: 0.6,
        Circle.REFERRED: 0.35,
        Circle.ALUMNI: 0.2,
        Circle.MET: 0.2,
        Circle.COLD: 0.05,
    },
    "strangers are kind": {
        Circle.KNOWN: 0.6,
        Circle.REFERRED: 0.5,
        Circle.ALUMNI: 0.5,
        Circle.MET: 0.5,
        Circle.COLD: 0.4,
    },
}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=SEEDS)
    options.add_argument("--json", type=Path)
    chosen = options.parse_args()
    found = measure(chosen.seeds)
    tell_speed(found["milliseconds"])
    for title, table in found["games"].items():
        tell_games(title, table)
    if chosen.json:
        chosen.json.write_text(json.dumps(found, indent=1))


def measure(seeds=SEEDS):
    """Return milliseconds by number of contacts, and the games by network and true rates."""
    networks = {"generated, 1,500 people": generate(1500, seed=1)}
    if FACEBOOK.is_dir():
        networks["ego-Facebook, 4,039 people"] = read_folder(FACEBOOK)
    games = {
        f"{name}; rates: {kind}": played(network, rates, seeds)
        for name, network in networks.items()
        for kind, rates in RATES.items()
    }
    return {"milliseconds": {size: milliseconds(size) for size in SIZES}, "games": games}


def milliseconds(size):
    """The best of a few rounds, in processor time: neighbours on the machine do not count."""
    people, random = [], Random(size)
    for n in range(size):
        area = random.randrange(25)
        people.append(
            Candidate(
                id=str(n),
                name=f"Person {n}",
                circle=random.choice(list(Circle)),
                occupation=f"o{area}-{random.randrange(5)}",
                area=f"a{area}",
                sector=f"s{random.randrange(8)}",
                employer=f"Employer {random.randrange(size // 3)}",
                job_title="Senior engineer of something",
            )
        )
    student, history = Student({"a1": 1.0, "a2": 0.5}), History(date(2026, 11, 5))
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        suggest(student, people, history)
        times.append(1000 * (time.process_time() - begun))
    return min(times)


def played(network, rates, seeds):
    """Return for each policy what was reached, with the gain over nearest-first, seed by seed."""
    games = {
        policy: [simulate(network, policy, s, requests=REQUESTS, rates=rates) for s in range(seeds)]
        for policy in Policy
    }
    nearest = [game.understood[-1] for game in games[Policy.NEAREST]]
    return {
        policy.value: {
            "after_20": told(after(game, 20) for game in rows),
            "after_40": told(after(game, 40) for game in rows),
            "any_area": told(game.understood_any[-1] for game in rows),
            "interviews": told(game.interviews for game in rows),
            "new_contacts": told(game.contacts_made for game in rows),
            "over_nearest": ratio([game.understood[-1] for game in rows], nearest),
        }
        for policy, rows in games.items()
    }


def after(game, requests):
    return game.understood[min(requests, len(game.understood)) - 1]


def told(values):
    found = interval(list(values))
    return found.mean, found.low, found.high


def ratio(ours, theirs):
    """The ratio of two means over the same seeds, with a bootstrap interval of 95 %."""
    random, pairs = Random(1), list(zip(ours, theirs, strict=True))
    drawn = sorted(quotient(random.choices(pairs, k=len(pairs))) for _ in range(RESAMPLES))
    return quotient(pairs), drawn[RESAMPLES // 40], drawn[-RESAMPLES // 40]


def quotient(pairs):
    return fmean(one for one, _ in pairs) / (fmean(other for _, other in pairs) or 1e-9)


def tell_speed(times):
    print("contacts    milliseconds    microseconds per contact")
    for size, took in times.items():
        print(f"{size:8,}    {took:12.0f}    {1000 * took / size:24.2f}")


def tell_games(title, table):
    print(f"\n{title}")
    names = ("after_20", "after_40", "any_area", "interviews", "new_contacts", "over_nearest")
    print(f"{'policy':16}" + "".join(f"{name:>21}" for name in names))
    for policy, row in table.items():
        cells = "".join(f"{'{:.2f} [{:.2f}, {:.2f}]'.format(*row[name]):>21}" for name in names)
        print(f"{policy:16}{cells}")


if __name__ == "__main__":
    main()
