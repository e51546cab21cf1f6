"""The golden corpus: messages and questions of many voices with what a careful reader remarks.

`tune*.txt` is for making rules; `held_out*.txt` was written before the rules were run on it and is
only for measuring. The `_strangers` wrote without having seen the rules, the code or the corpus.
`expect` lists rules that should speak, `also` those that may.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from whoelse.engine.outreach import RULES, Draft, lint
from whoelse.engine.words import MessageKind, Permission

FOLDER = Path(__file__).parent
HALVES = ("tune", "held_out")


@dataclass(frozen=True, slots=True)
class Example:
    id: str
    voice: str
    draft: Draft
    expected: frozenset[str]
    allowed: frozenset[str]  # may be said or not

    @property
    def is_clean(self) -> bool:
        return not self.expected


@dataclass(frozen=True, slots=True)
class Score:
    """How often a rule spoke where it should, and where it should not."""

    rule: str
    wanted: int
    found: int
    false: int
    examples: int  # to which the rule applies


def read_half(name: str) -> tuple[Example, ...]:
    files = (FOLDER / f"{name}.txt", FOLDER / f"{name}_strangers.txt")
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return tuple(_example(block) for block in re.split(r"(?m)^(?=@ )", text) if block.strip())


def said(example: Example) -> frozenset[str]:
    return frozenset(finding.rule for finding in lint(example.draft).findings)


def score(examples: tuple[Example, ...]) -> tuple[Score, ...]:
    spoken = {example.id: said(example) for example in examples}
    return tuple(_score_of(rule, examples, spoken) for rule in RULES)


def stopped_though_clean(examples: tuple[Example, ...]) -> tuple[str, ...]:
    """Examples that are clean and that nevertheless bring a remark of level "error"."""
    return tuple(e.id for e in examples if e.is_clean and lint(e.draft).errors)


def _score_of(rule, examples, spoken) -> Score:
    applying = [e for e in examples if e.draft.kind in rule.kinds]
    wanted = [e for e in applying if rule.name in e.expected]
    others = [e for e in applying if rule.name not in e.expected | e.allowed]
    return Score(
        rule.name,
        wanted=len(wanted),
        found=sum(rule.name in spoken[e.id] for e in wanted),
        false=sum(rule.name in spoken[e.id] for e in others),
        examples=len(applying),
    )


def _example(block: str) -> Example:
    head, _, body = block.partition("\n\n")
    first, *lines = head.splitlines()
    _, name, kind, *voice = first.split()
    fields = {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}
    draft = Draft(
        body=body.strip("\n"),
        subject=fields.get("subject", ""),
        kind=MessageKind(kind),
        to=fields.get("to", ""),
        sender=fields.get("from", ""),
        attachments=tuple(fields.get("attach", "").split()),
        **_state(fields.get("state", "")),
    )
    expected = frozenset(fields["expect"].split())
    return Example(
        name, " ".join(voice), draft, expected, frozenset(fields.get("also", "").split())
    )


def _state(text: str) -> dict:
    """The state of the correspondence: `since=1 days=7 referrer=Tom Alvarez permission=...`."""
    values = dict(re.findall(r"(\w+)=(.*?)(?=\s+\w+=|$)", text))
    days = values.get("days")
    return {
        "referrer": values.get("referrer", ""),
        "permission": Permission(values["permission"]) if "permission" in values else None,
        "resume_requested": "resume" in values,
        "said_no": "no" in values,
        "do_not_contact": "dnc" in values,
        "messages_since_reply": int(values.get("since", 0)),
        "business_days_since_last": None if days is None else int(days),
    }
