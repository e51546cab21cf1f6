"""`whoelse plan`: the questions for one interview, for people and for programs."""

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from whoelse.cli.main import Refused

if TYPE_CHECKING:
    from whoelse.engine.questions import Need, Plan

AUDIENCES = ("family", "professor", "alum", "recruiter", "executive", "recent_graduate")
CIRCLES = ("known", "referred", "alumni", "met", "cold")
LARGEST_BYTES = 100_000  # of the counts of findings
MOST_FINDINGS = 1_000_000


class WrongUse(Refused):
    """Something on the command line or in its file that means nothing: exit 2."""

    exit_code = 2


@click.command()
@click.option(
    "--minutes",
    type=click.IntRange(5, 30),
    default=20,
    show_default=True,
    help="How long the interview lasts; 15 or 20 is usual.",
)
@click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default="alum",
    show_default=True,
    help="Who the interviewee is.",
)
@click.option("--area", default="", help="Their field of work, such as medical-physics.")
@click.option("--circle", type=click.Choice(CIRCLES), help="How near they are to you.")
@click.option("--degree", default="", help="What they studied, such as physics.")
@click.option(
    "--heard",
    type=click.File("rb"),
    help='What you have findings on, as JSON: {"skills": 3}. "-" reads the input.',
)
@click.option("--first", multiple=True, help="A facet that you put first; may be repeated.")
@click.option("--pin", "pinned", multiple=True, help="A question that must be in; repeatable.")
@click.option(
    "--asked",
    multiple=True,
    help="A question that somebody in this work answered already; repeat it for each.",
)
@click.option("--ban", "banned", multiple=True, help="A question that must be out; repeatable.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs.",
)
def plan(minutes: int, form: str, **wanted: Any) -> None:
    """Plan the questions for one interview.

    Answers fill at most 85 % of the minutes, the opening comes first and "who else" last. The exit
    code is 1 if the pins do not fit, 2 if an id, an area or a file means nothing.
    """
    made = _made(_need(wanted), minutes)
    if form == "json":
        click.echo(json.dumps(_as_json(made), ensure_ascii=False))
    else:
        _print_for_people(made)


def _made(need: "Need", minutes: int) -> "Plan":
    from whoelse.engine import questions  # noqa: PLC0415 - slow import

    try:
        return questions.plan(need, minutes, questions.load_bank())
    except questions.UnknownQuestion as error:
        raise WrongUse(error.message, error.hint) from error
    except questions.PlanDoesNotFit as error:
        raise Refused(error.message, error.hint) from error


def _need(wanted: dict[str, Any]) -> "Need":
    from whoelse.engine.questions import Need  # noqa: PLC0415 - slow import
    from whoelse.engine.words import Audience, Circle  # noqa: PLC0415 - slow import

    return Need(
        audience=Audience(wanted["audience"]),
        priorities={_facet(name): 2.0 for name in wanted["first"]},
        heard=_heard(wanted["heard"]) if wanted["heard"] else {},
        area=_area(wanted["area"]) if wanted["area"] else "",
        circle=Circle(wanted["circle"]) if wanted["circle"] else None,
        pinned=tuple(dict.fromkeys(wanted["pinned"])),
        banned=frozenset(wanted["banned"]),
        degree=wanted["degree"].strip().lower(),
        asked=Counter(map(_question, wanted["asked"])),
    )


def _area(code: str) -> str:
    from whoelse.engine.careers import atlas  # noqa: PLC0415 - slow import

    codes = [area.code for area in atlas().areas]
    if code not in codes:
        raise WrongUse(f"There is no area “{code[:60]}”.", f"Areas are {', '.join(codes)}.")
    return code


def _question(identity: str) -> str:
    from whoelse.engine.questions import load_bank  # noqa: PLC0415 - slow import

    if all(question.id != identity for question in load_bank()):
        raise WrongUse(
            f"There is no question “{identity[:60]}”.", "A plan as JSON shows the ids of its own."
        )
    return identity


def _facet(name: str) -> Any:
    from whoelse.engine.words import Facet  # noqa: PLC0415 - slow import

    try:
        return Facet(name)
    except ValueError:
        names = ", ".join(Facet)
        raise WrongUse(f"There is no facet “{name[:60]}”.", f"Facets are {names}.") from None


def _heard(file: BinaryIO) -> dict[Any, int]:
    """Counts of findings by facet; whatever else the file holds is told in one sentence."""
    content = file.read(LARGEST_BYTES + 1)
    hint = 'Write what you have findings on as {"skills": 3, "path": 1}.'
    if len(content) > LARGEST_BYTES:
        raise WrongUse("The file of findings is larger than 100 kB.", hint)
    try:
        counts = json.loads(content)
    except (ValueError, RecursionError):
        raise WrongUse("The file of findings is no JSON.", hint) from None
    if not isinstance(counts, dict):
        raise WrongUse("The file of findings holds no JSON object.", hint)
    for name, count in counts.items():
        if type(count) is not int or not 0 <= count <= MOST_FINDINGS:
            raise WrongUse(f"The findings on “{name[:60]}” are no count.", hint)
    return {_facet(name): count for name, count in counts.items()}


def _as_json(made: "Plan") -> dict[str, Any]:
    return {
        "minutes": made.minutes,
        "filled_minutes": made.filled_minutes,
        "value": made.value,
        "core": list(made.core),
        "questions": [
            {
                "id": planned.question.id,
                "text": planned.question.text,
                "topic": planned.question.topic,
                "phase": planned.question.phase.value,
                "minutes": planned.question.minutes,
                "why": planned.why,
            }
            for planned in made.questions
        ],
        "near_misses": [
            {"id": miss.question.id, "text": miss.question.text, "why_not": miss.why_not}
            for miss in made.near_misses
        ],
    }


def _print_for_people(made: "Plan") -> None:
    from whoelse.cli.plan_text import print_plan  # noqa: PLC0415 - slow import

    print_plan(made)
