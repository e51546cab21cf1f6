"""The page of environment variables is what the code registers."""

from tests.conftest import ROOT
from whoelse.web.configuration_page import page


def test_configuration_page_is_in_step():
    assert (ROOT / "docs" / "configuration.md").read_text("utf-8") == page()
