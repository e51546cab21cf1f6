"""`whoelse lint`: check a message or a question, for people, for programs, or by the thousand."""

import json
import os
import sys
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

import click

from whoelse.cli.main import Refused

if TYPE_CHECKING:
    from concurrent.futures import Future

    from whoelse.engine.outreach import Draft, Report

KINDS = (
    "request",
    "referral_intro",
    "followup",
    "confirmation",
    "thanks",
    "report_back",
    "keep_in_touch",
    "question",
)
LARGEST_BYTES = 1_000_000  # one message; a longer one is no message
LONGEST_LINE_BYTES = 2_000_000  # one object of a JSON Lines file
_CHUNK_LINES = 500
_MOST_PROCESSES = 8
_FOUND = 1
_WRONG_USE = 2


@click.command()
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="request",
    show_default=True,
    help="What the text is for.",
)
@click.option("--to", default="", help='The addressee, with title if known: "Dr. Karen Liu".')
@click.option("--from", "sender", default="", help="The full name of the sender.")
@click.option("--subject", default="", help="The subject line.")
@click.option("--attachment", "attachments", multiple=True, help="A file name; may be repeated.")
@click.option("--referrer", default="", help="Who named the addressee.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs.",
)
@click.option("--jsonl", is_flag=True, help="Read one JSON object a line and answer in kind.")
@click.argument("file", type=click.File("rb"), default="-")
@click.pass_context
def lint(ctx: click.Context, file: BinaryIO, *, form: str, jsonl: bool, **known: Any) -> None:
    """Check a message or a question before it leaves.

    FILE holds the text alone; without it, or with "-", the text comes from standard input. The exit
    code is 0 if there is nothing to remark, 1 if there is, 2 if the command was used wrongly.
    """
    if jsonl:
        ctx.exit(_lint_lines(file))
    draft = _draft_of({**known, "text": _read(file)})
    report = _lint(draft)
    if form == "json":
        click.echo(json.dumps(_as_json(report), ensure_ascii=False))
    else:
        _print_for_people(draft, report)
    ctx.exit(_FOUND if report.findings else 0)


def _lint(draft: "Draft") -> "Report":
    from whoelse.engine.outreach import lint as check  # noqa: PLC0415 - slow import

    return check(draft)


def _draft_of(fields: dict[str, Any]) -> "Draft":
    from whoelse.engine.outreach import Draft  # noqa: PLC0415 - slow import
    from whoelse.engine.words import MessageKind  # noqa: PLC0415 - slow import

    return Draft(
        body=fields["text"],
        subject=fields.get("subject") or "",
        kind=MessageKind(fields.get("kind") or "request"),
        to=fields.get("to") or "",
        sender=fields.get("sender") or fields.get("from") or "",
        attachments=tuple(fields.get("attachments") or ()),
        referrer=fields.get("referrer") or "",
    )


def _read(file: BinaryIO) -> str:
    content = file.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise Refused("This is larger than 1 MB, so it is no message.", "Check the file name.")
    text = content.decode("utf-8-sig", errors="replace")
    if not text.strip():
        raise Refused("There is no text to check.", "Give a file, or write the text to the input.")
    return text


def _as_json(report: "Report") -> dict[str, Any]:
    return {
        "rules_run": report.rules_run,
        "words": report.words,
        "findings": [_finding_as_json(finding) for finding in report.findings],
    }


def _finding_as_json(finding: Any) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "field": finding.span.field,
        "start": finding.span.start,
        "end": finding.span.end,
        "message": finding.message,
        "advice": finding.advice,
        "instead": finding.instead,
    }


def _lint_lines(file: BinaryIO) -> int:
    """Answer one line for each line; a line that cannot be read is told and stepped over."""
    worst = 0
    for answered in _answered(_chunks(_lines(file))):
        sys.stdout.write(answered.answers)
        for error in answered.errors:
            click.echo(error, err=True)
        worst = max(worst, answered.exit_code)
    return worst


class Answered(NamedTuple):
    answers: str  # lines of JSON
    errors: list[str]
    exit_code: int


def answer_chunk(chunk: list[tuple[int, bytes]]) -> Answered:
    """Lint some numbered lines; may run in a process of its own."""
    answers: list[str] = []
    errors: list[str] = []
    found = 0
    for number, line in chunk:
        try:
            fields = _fields(line)
            report = _lint(_draft_of(fields))
        except ValueError as error:
            errors.append(f"Line {number}: {error}")
            continue
        answer = {"id": fields.get("id"), "findings": _as_json(report)["findings"]}
        answers.append(json.dumps(answer, ensure_ascii=False) + "\n")
        found = found or (_FOUND if report.findings else 0)
    return Answered("".join(answers), errors, _WRONG_USE if errors else found)


def _answered(chunks: Iterator[list[tuple[int, bytes]]]) -> Iterator[Answered]:
    """Chunks answered in their order; many of them by as many processes as there are processors."""
    first = list(islice(chunks, 2))
    workers = min(os.cpu_count() or 1, _MOST_PROCESSES)
    if len(first) < 2 or workers < 2:
        yield from map(answer_chunk, chain(first, chunks))
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow import

    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[Future[Answered]] = deque()
        for chunk in chain(first, chunks):
            waiting.append(pool.submit(answer_chunk, chunk))
            if len(waiting) > 2 * workers:  # so that a long file is never held as a whole
                yield waiting.popleft().result()
        for future in waiting:
            yield future.result()


def _chunks(lines: Iterator[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    while chunk := list(islice(lines, _CHUNK_LINES)):
        yield chunk


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(LONGEST_LINE_BYTES + 1):
        number += 1
        yield number, line
        while len(line) > LONGEST_LINE_BYTES and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE_BYTES + 1)


def _fields(line: bytes) -> dict[str, Any]:
    """The object on a line; a `ValueError` says in one sentence what is the case."""
    if len(line) > LONGEST_LINE_BYTES:
        raise ValueError("the line is longer than 2 MB.")
    try:
        fields = json.loads(line.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        raise ValueError("this is no JSON.") from None
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise ValueError('there must be an object with a "text".')
    for name in ("kind", "to", "from", "subject", "referrer"):
        if not isinstance(fields.get(name) or "", str):
            raise ValueError(f'"{name}" must be a string.')
    if (fields.get("kind") or "request") not in KINDS:
        raise ValueError(f'there is no kind "{fields["kind"][:40]}".')
    attachments = fields.get("attachments") or []
    if not isinstance(attachments, list) or not all(isinstance(a, str) for a in attachments):
        raise ValueError('"attachments" must be a list of names.')
    return fields


def _print_for_people(draft: "Draft", report: "Report") -> None:
    from whoelse.cli.lint_text import print_report  # noqa: PLC0415 - slow import

    print_report(draft, report)
