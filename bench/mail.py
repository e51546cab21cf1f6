"""How fast incoming mail is sorted, and that damaged mail harms nothing.

`python -m bench.mail` sorts 20,000 messages that were damaged at random and tells the slowest;
it stops at the first answer that does not hold and writes that message to a file.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.engine.mail.mutations import SEEDS, check, mutated

from bench.figure import Figure, best_of, processor_seconds
from whoelse.engine.mail import sort_mail

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "mail"
DAMAGED = 300
LARGE = (
    b"From: a@b.example\nSubject: Re: it\nContent-Type: multipart/mixed; boundary=q\n\n"
    b"--q\n\nYes.\n--q\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
    + (b"QUJD" * 19 + b"\n") * 260_000
    + b"--q--\n"
)
LARGE_AIM = 1.0


def sort_messages() -> Iterator[Figure]:
    """Sort incoming mail"""
    took = best_of(3, lambda: [sort_mail(raw) for raw in SEEDS]) / len(SEEDS)
    yield Figure("one message", took, note=f"the mean of {len(SEEDS)} golden ones", aim=0.05)
    took = best_of(3, lambda: sort_mail(LARGE))
    note = f"{len(LARGE) / 1e6:.0f} MB, nearly all of it a picture"
    yield Figure("a large message", took, note=note, aim=LARGE_AIM)


def damaged_mail() -> Iterator[Figure]:
    """Sort damaged mail"""
    kinds: Counter[str] = Counter()
    took = processor_seconds(lambda: kinds.update(map(answer_to, range(DAMAGED))))
    note = f"all answers hold; {kinds['bounce']} bounces, {DAMAGED / took:,.0f} a second"
    yield Figure(f"{DAMAGED} messages", took, note=note)


def answer_to(number: int) -> str:
    random = Random(number)
    return check(mutated(random.choice(SEEDS), random)).kind


def main():
    options = parsed()
    seeds = [*SEEDS, *(path.read_bytes() for path in sorted(DATA.rglob("*.txt")))]
    kinds, slowest, begun = Counter(), (0.0, -1), time.perf_counter()
    for number in range(options.first, options.first + options.count):
        random = Random(number)
        data = mutated(random.choice(seeds), random)
        at = time.process_time()
        try:
            kinds[check(data).kind] += 1
        except Exception:
            Path(options.keep).write_bytes(data)
            print(f"input {number} breaks the sorter; it is in {options.keep}", file=sys.stderr)
            raise
        slowest = max(slowest, (time.process_time() - at, number))
    report = {
        "inputs": kinds.total(),
        "kinds": dict(kinds.most_common()),
        "seconds": round(time.perf_counter() - begun, 1),
        "slowest_ms": round(slowest[0] * 1000, 1),
        "slowest_input": slowest[1],
    }
    print(json.dumps(report, indent=2))


def parsed():
    parser = argparse.ArgumentParser(prog="python -m bench.mail", description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first message")
    parser.add_argument("--keep", default="fuzz-mail-failure.eml", metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    main()
