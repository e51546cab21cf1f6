"""Every golden message is what its table says."""

import pytest

from tests.golden.mail import FOLDER, HALVES, load
from whoelse.engine.mail import sort_mail

EXAMPLES = [example for half in HALVES for example in load(half)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_golden_message_is_sorted(example):
    found = sort_mail(example.raw)
    assert (found.kind, found.permanent) == (example.kind, example.permanent)
    assert not found.truncated
    if example.recipients or example.kind not in ("bounce", "feedback"):
        assert sorted(found.recipients) == sorted(example.recipients)
    if example.original_ids:
        assert found.original_ids == example.original_ids
    if example.reply_text is not None:
        assert found.reply_text == example.reply_text


@pytest.mark.parametrize("half", HALVES)
def test_every_file_of_a_half_stands_in_its_table(half):
    files = sorted(path.stem for path in (FOLDER / half).glob("*.eml"))
    assert sorted(example.name for example in load(half)) == files
