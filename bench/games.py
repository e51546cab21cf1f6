"""The game of whom to ask next, in short: ours against the nearest first and interests first."""

from collections.abc import Iterator

from bench import choosing
from bench.figure import Figure, processor_seconds
from whoelse.engine.choosing import Network, Policy, generate, simulate

SEEDS = range(30)
RIVALS = (Policy.NEAREST, Policy.CURIOUS)


def simulate_students() -> Iterator[Figure]:
    """Simulate 30 students and 40 requests each"""
    networks = {"generated, 1,500 people": generate(1500, seed=1)}
    if choosing.FACEBOOK.is_dir():
        networks["ego-Facebook, 4,039 people"] = choosing.read_folder(choosing.FACEBOOK)
    for name, network in networks.items():
        ours: list[int] = []
        took = processor_seconds(
            lambda ours=ours, network=network: ours.extend(understood(network, Policy.OURS))
        )
        against = [f"{told(ours, network, rival)} × {rival}" for rival in RIVALS]
        note = f"areas understood: {sum(ours) / len(ours):.2f}; {'; '.join(against)}"
        yield Figure(name, took, note=note)


def told(ours: list[int], network: Network, rival: Policy) -> str:
    """The ratio to a rival over the same students, with its interval of 95 %."""
    return "{:.2f} ({:.2f} to {:.2f})".format(*choosing.ratio(ours, understood(network, rival)))


def understood(network: Network, policy: Policy) -> list[int]:
    return [simulate(network, policy, seed).understood[-1] for seed in SEEDS]
