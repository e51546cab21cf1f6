"""Feed contact files that were damaged at random to the reader: `python -m bench.fuzz_contacts`.

Starts from the tests' own files and, if the folder is there, from others' files in
../shared/data. Prints what came out, how fast, and the slowest input; stops at the first answer
that does not hold and writes that input to a file.
"""

import argparse
import json
import sys
import time
import tracemalloc
from collections import Counter
from pathlib import Path
from random import Random

from tests.engine.contact_files.mutations import SEEDS, check, mutated

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
WEIGHED = 50  # every so many inputs one is weighed, which makes it slow
LARGEST_SEED = 40_000  # bytes; a larger file is cut to this


def main():
    options = parsed()
    seeds = [*SEEDS, *others_files()]
    answers, slowest, peak = Counter(), (0.0, -1), 0
    begun = time.perf_counter()
    for number in range(options.first, options.first + options.count):
        if time.perf_counter() - begun > options.seconds:
            break
        random = Random(number)
        data = mutated(random.choice(seeds), random, seeds)
        if number % WEIGHED == 0:
            tracemalloc.start()
        at = time.perf_counter()
        try:
            answers[check(data)] += 1
        except Exception:
            Path(options.keep).write_bytes(data)
            print(f"input {number} breaks the reader; it is in {options.keep}", file=sys.stderr)
            raise
        if number % WEIGHED == 0:
            peak = max(peak, tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        else:
            slowest = max(slowest, (time.perf_counter() - at, number))
    report(answers, time.perf_counter() - begun, slowest, peak)


def parsed():
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz_contacts", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after this")
    parser.add_argument("--keep", default="fuzz-contacts-failure.bin", metavar="FILE")
    return parser.parse_args()


def others_files():
    """Return others' contact files, from 0 on if the folder is missing."""
    folders = [DATA / name for name in ("linkedin", "contacts_csv", "vcard")]
    paths = [path for folder in folders for path in sorted(folder.rglob("*"))]
    files = [path for path in paths if path.suffix in (".csv", ".vcf")]
    return [path.read_bytes()[:LARGEST_SEED] for path in files]


def report(answers, seconds, slowest, peak):
    print(
        json.dumps(
            {
                "inputs": answers.total(),
                "answers": dict(answers.most_common()),
                "seconds": round(seconds, 1),
                "slowest_ms": round(slowest[0] * 1000, 1),
                "slowest_input": slowest[1],
                "peak_mb": round(peak / 1e6, 1),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
