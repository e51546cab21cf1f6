"""What holds for every rule for ever: it is listed, it flags its flags, it accepts its accepts."""

from importlib.resources import files

import pytest

from whoelse.engine.outreach import RULES, lint
from whoelse.engine.words import MessageKind

FLAGS = [pytest.param(r, d, id=f"{r.name}-{k}") for r in RULES for k, d in enumerate(r.flags)]
ACCEPTS = [pytest.param(r, d, id=f"{r.name}-{k}") for r in RULES for k, d in enumerate(r.accepts)]


def test_the_folder_and_the_list_agree():
    folder = files("whoelse.engine.outreach.rules")
    written = {p.name.removesuffix(".py") for p in folder.iterdir() if p.name.endswith(".py")}

    assert written - {"__init__"} == {rule.name.replace("-", "_") for rule in RULES}


def test_a_table_beside_a_rule_belongs_to_one():
    folder = files("whoelse.engine.outreach.rules")
    tables = {p.name.removesuffix(".txt") for p in folder.iterdir() if p.name.endswith(".txt")}

    assert tables <= {rule.name.replace("-", "_") for rule in RULES}


@pytest.mark.parametrize(("rule", "draft"), FLAGS)
def test_a_rule_flags_its_flags(rule, draft):
    assert {f.rule for f in lint(draft, [rule]).findings} == {rule.name}


@pytest.mark.parametrize(("rule", "draft"), ACCEPTS)
def test_a_rule_accepts_its_accepts(rule, draft):
    assert lint(draft, [rule]).findings == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_reason_a_source_and_examples_of_its_kinds(rule):
    assert rule.kinds
    assert rule.flags
    assert rule.accepts
    assert rule.source
    assert rule.message.endswith(".")
    assert rule.advice.endswith(".")
    assert rule.reason.strip().count(".") >= 1
    assert {draft.kind for draft in rule.flags} <= rule.kinds


def test_names_are_said_once():
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_kind_of_message_has_rules():
    assert [kind for kind in MessageKind if not any(kind in r.kinds for r in RULES)] == []
