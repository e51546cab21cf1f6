"""`docs/outreach-rules.md`: every rule with its reason and examples, and how well it does.

`python -m tests.golden.rules_page > docs/outreach-rules.md` writes it anew; a test compares them.
"""

from tests.golden.corpus import HALVES, read_half, score, stopped_though_clean
from whoelse.engine.outreach import RULES, Draft
from whoelse.engine.outreach.rule import Rule

HEAD = """\
# Rules for messages and questions

What the linter remarks on before a message leaves. `error`: do not send. `warning`: most regret it.
`hint`: could be better. This page is made from the rules; their tests run the examples.
"""
TOLD = """\
Rules and weights were tuned on the first half only. `found` of `wanted`, and false alarms at any
level. Both halves hold messages of strangers: writers who had seen the table of rules but neither
the rules' code nor the corpus. The newest 210 of the held-out ones, of two writers, were scored
before anybody read them: 45 of 47 job asks were found, and no clean message was held back for one.
""".splitlines()
SHOWN = 3  # examples of each kind; the rule's file has all


def page() -> str:
    return "\n".join([HEAD, scores(), *(section(rule) for rule in RULES)])


def scores() -> str:
    """How often each rule speaks where it should, on both halves of the corpus."""
    halves = {name: read_half(name) for name in HALVES}
    lines = ["## How well they do", ""]
    for name, examples in halves.items():
        clean = sum(example.is_clean for example in examples)
        alarms = len(stopped_though_clean(examples))
        lines.append(
            f"*{name.replace('_', ' ')}*: {len(examples)} messages and questions, {clean} of them"
            f" clean; {alarms} clean ones with a remark of level `error`."
        )
    lines += ["", *TOLD, ""]
    lines += ["| rule | tune | false | held out | false |", "| --- | --- | --- | --- | --- |"]
    tune, held = (score(halves[name]) for name in HALVES)
    lines += [
        f"| `{a.rule}` | {a.found} of {a.wanted} | {a.false} | {b.found} of {b.wanted} | {b.false} "
        f"|"
        for a, b in zip(tune, held, strict=True)
    ]
    return "\n".join(lines) + "\n"


def section(rule: Rule) -> str:
    kinds = ", ".join(sorted(kind.value for kind in rule.kinds))
    return (
        f"## {rule.name}\n\n*{rule.severity.value}* · {kinds} · source: {rule.source}\n\n"
        f"{rule.reason.strip()}\n\n**{rule.message}** {rule.advice}\n\n"
        f"Flagged:\n\n{examples(rule.flags)}\nAccepted:\n\n{examples(rule.accepts)}"
    )


def examples(drafts: tuple[Draft, ...]) -> str:
    return "".join(f"- {told(draft)}\n" for draft in drafts[:SHOWN])


def told(draft: Draft) -> str:
    """A draft on one line, as far as it says something."""
    parts = [" ".join(draft.body.split())]
    if draft.subject:
        parts.insert(0, f"subject “{draft.subject}”:")
    if draft.attachments:
        parts.append(f"(attached: {', '.join(draft.attachments)})")
    return " ".join(part for part in parts if part) or "(empty)"


if __name__ == "__main__":
    print(page(), end="")
