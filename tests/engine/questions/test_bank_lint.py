"""Every question of the bank, and every follow-up, passes the linter that own questions pass."""

import pytest

from whoelse.engine.outreach import Draft, lint
from whoelse.engine.questions import load_bank
from whoelse.engine.words import MessageKind


@pytest.mark.parametrize("part", ["text", "follow_up"])
def test_linter_has_nothing_to_remark(part: str):
    texts = {question.id: getattr(question, part) for question in load_bank()}

    reports = {q: lint(Draft(text, kind=MessageKind.QUESTION)) for q, text in texts.items()}
    remarks = [(q, f.rule) for q, report in reports.items() for f in report.findings]
    assert remarks == []
    assert {report.rules_run > 0 for report in reports.values()} == {True}
