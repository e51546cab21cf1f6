"""Run the rules over a draft and put what they say in the order of the text."""

from collections.abc import Iterator, Sequence

from whoelse.engine.findings import Finding, Span
from whoelse.engine.outreach.draft import Draft, Report
from whoelse.engine.outreach.reading import Reading, read
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.outreach.rules import RULES

_FIELDS = ("subject", "body", "attachments")


def lint(draft: Draft, rules: Sequence[Rule] = RULES) -> Report:
    """Check a message or question before it leaves.

    Runs the rules that apply to the draft's kind. Takes time linear in the length of the body; a
    bad message is never an error here, only a report.
    """
    reading = read(draft)
    applying = [rule for rule in rules if draft.kind in rule.kinds]
    findings = [finding for rule in applying for finding in _findings(rule, reading)]
    findings.sort(key=lambda f: (_FIELDS.index(f.span.field), f.span.start, f.span.end))
    return Report(tuple(findings), words=reading.words, rules_run=len(applying))


def _findings(rule: Rule, reading: Reading) -> Iterator[Finding]:
    hits = list(rule.check(reading))
    for hit in _merged(hits) if len(hits) > 1 else hits:
        yield Finding(
            rule=rule.name,
            severity=hit.severity or rule.severity,
            span=hit.span,
            message=hit.message or rule.message,
            advice=hit.advice or rule.advice,
            instead=hit.instead,
        )


def _merged(hits: Sequence[Hit]) -> list[Hit]:
    """Hits of one rule that overlap or touch count once, as the first of them."""
    merged: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.span.field, h.span.start, -h.span.end)):
        last = merged[-1] if merged else None
        if last and last.span.field == hit.span.field and hit.span.start < last.span.end:
            if hit.span.end > last.span.end:
                joined = Span(last.span.start, hit.span.end, last.span.field)
                merged[-1] = Hit(joined, last.message, last.advice, last.instead, last.severity)
            continue
        merged.append(hit)
    return merged
