"""The page of rules is what the rules and the corpus say."""

from tests.conftest import ROOT
from tests.golden.rules_page import page


def test_outreach_rules_page_is_in_step():
    assert (ROOT / "docs" / "outreach-rules.md").read_text("utf-8") == page()
