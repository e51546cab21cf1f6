"""`whoelse simulate`: ways of choosing whom to ask, played against each other on a social graph."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whoelse.cli.graph_folder import read_folder
from whoelse.cli.main import Refused

if TYPE_CHECKING:
    from whoelse.engine.choosing import Game, Network

POLICIES = ("ours", "random", "nearest", "best-connected", "curious")
FEWEST_PEOPLE = 100


@click.command()
@click.option(
    "--graph",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of ego networks in SNAP's layout; without it a network is generated.",
)
@click.option(
    "--people",
    type=click.IntRange(FEWEST_PEOPLE, 20_000),
    default=1500,
    show_default=True,
    help="The size of the generated network.",
)
@click.option(
    "--policy",
    "policies",
    multiple=True,
    type=click.Choice(POLICIES),
    help="A way of choosing; may be repeated. Without it all are played.",
)
@click.option(
    "--seeds",
    type=click.IntRange(2, 1000),
    default=30,
    show_default=True,
    help="How many students are played, the same ones with every policy.",
)
@click.option(
    "--requests",
    type=click.IntRange(1, 500),
    default=40,
    show_default=True,
    help="How many requests each student sends, at most one a week.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs.",
)
def simulate(form: str, policies: tuple[str, ...], **given: Any) -> None:
    """Play years of interviewing on a social graph, one policy against the other.

    An area of interest is understood when two people of it were talked with. Means come with their
    95 % interval. The game is made of own estimates: it compares policies and foretells nothing.
    """
    network = _network(given["graph"], given["people"])
    chosen = tuple(dict.fromkeys(policies)) or POLICIES
    played = dict(_played(network, chosen, given["seeds"], given["requests"]))
    summary = {
        "people": len(network.people),
        "ties": sum(map(len, network.ties)) // 2,
        "seeds": given["seeds"],
        "requests": given["requests"],
        "policies": [_summary(policy, games) for policy, games in played.items()],
    }
    if form == "json":
        click.echo(json.dumps(summary))
    else:
        from whoelse.cli.simulate_text import print_summary  # noqa: PLC0415 - slow import

        print_summary(summary)


def _network(folder: Path | None, people: int) -> "Network":
    from whoelse.engine.choosing import generate  # noqa: PLC0415 - slow import

    return read_folder(folder) if folder else generate(people, seed=1)


def _played(
    network: "Network", policies: Sequence[str], seeds: int, requests: int
) -> Iterator[tuple[str, list["Game"]]]:
    from whoelse.engine import choosing  # noqa: PLC0415 - slow import

    rounds = [(policy, seed) for policy in policies for seed in range(seeds)]
    games: dict[str, list[Game]] = {policy: [] for policy in policies}
    hidden = not sys.stderr.isatty()
    with click.progressbar(rounds, label="Playing", file=sys.stderr, hidden=hidden) as bar:
        for policy, seed in bar:
            try:
                game = choosing.simulate(network, choosing.Policy(policy), seed, requests=requests)
            except ValueError as error:
                raise Refused(f"Nobody can play: {error}.", "Take a larger network.") from error
            games[policy].append(game)
    yield from games.items()


def _summary(policy: str, games: Sequence["Game"]) -> dict[str, Any]:
    return {
        "policy": policy,
        "understood": _interval([game.understood[-1] for game in games]),
        "understood_any": _interval([game.understood_any[-1] for game in games]),
        "interviews": _interval([game.interviews for game in games]),
        "contacts_made": _interval([game.contacts_made for game in games]),
        "requests_sent": _interval([game.requests for game in games]),
    }


def _interval(values: Sequence[float]) -> dict[str, float]:
    from whoelse.engine.choosing import interval  # noqa: PLC0415 - slow import

    found = interval(values)
    return {"mean": round(found.mean, 3), "low": round(found.low, 3), "high": round(found.high, 3)}
