"""What `whoelse lint` shows to people: each place with why, and what instead."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from whoelse.engine.findings import Finding, Severity
from whoelse.engine.outreach import Draft, Report

_LOOKS = {
    Severity.ERROR: ("✖", "bold red"),
    Severity.WARNING: ("▲", "yellow"),
    Severity.HINT: ("●", "green"),
}
_LONGEST_EXCERPT = 90


def print_report(draft: Draft, report: Report) -> None:
    console = Console(highlight=False, soft_wrap=False)
    for finding in report.findings:
        _print_finding(console, draft, finding)
    console.print(_summary(report))


def _print_finding(console: Console, draft: Draft, finding: Finding) -> None:
    sign, style = _LOOKS[finding.severity]
    head = Text.assemble(
        (f"{sign} {finding.severity.value}", style),
        f"  {finding.rule.replace('-', ' ')}  ",
        (_place(draft, finding), "dim"),
    )
    console.print(head)
    if excerpt := _excerpt(draft, finding):
        _print_indented(console, f"“{excerpt}”", "italic")
    _print_indented(console, finding.message, "")
    _print_indented(console, finding.advice, "dim")
    if finding.instead:
        _print_indented(console, f"→ {finding.instead}", "cyan")
    console.print()


def _print_indented(console: Console, words: str, style: str) -> None:
    console.print(Padding(Text(words, style=style), (0, 0, 0, 4), expand=False))


def _place(draft: Draft, finding: Finding) -> str:
    if finding.span.field != "body":
        return finding.span.field
    return f"line {draft.body.count(chr(10), 0, finding.span.start) + 1}"


def _excerpt(draft: Draft, finding: Finding) -> str:
    """The words remarked on, on one line; nothing if the remark is about what is missing."""
    span = finding.span
    if span.field == "attachments":
        return draft.attachments[span.start]
    text = draft.subject if span.field == "subject" else draft.body
    words = " ".join(text[span.start : span.end].split())
    printable = "".join(c if c.isprintable() else "�" for c in words)
    if len(printable) > _LONGEST_EXCERPT:
        return printable[: _LONGEST_EXCERPT - 1] + "…"
    return printable


def _summary(report: Report) -> Text:
    looked = f"{report.words} words, {report.rules_run} rules."
    if not report.findings:
        return Text.assemble(("✔ Nothing to remark.", "green"), f" {looked}")
    counts = [
        _count(sum(f.severity is severity for f in report.findings), severity.value)
        for severity in _LOOKS
        if any(f.severity is severity for f in report.findings)
    ]
    verdict = " It asks for a job, so it cannot be sent." if report.asks_for_a_job else ""
    return Text(f"{', '.join(counts)}. {looked}{verdict}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
