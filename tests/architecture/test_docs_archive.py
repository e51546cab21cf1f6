"""The page of the archive is what the models say: a new field changes it, so that it is seen."""

from tests.conftest import ROOT
from whoelse.web.archive.schema_page import page


def test_archive_page_is_in_step():
    assert (ROOT / "docs" / "archive.md").read_text("utf-8") == page()
