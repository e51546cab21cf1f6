"""Tables of phrases are found in a sentence whatever was looked for in it before."""

from whoelse.engine.outreach.phrases import Phrases
from whoelse.engine.text import sentences


def test_a_table_that_is_read_later_is_found_in_the_same_sentence():
    (sentence,) = sentences("The zebrafish meets a yakherd.")
    first = Phrases(lambda: "[one]\nzebrafish meets")
    second = Phrases(lambda: "[two]\nmeets a yakherd")

    found = [one.label for table in (first, second) for one in table.find(sentence)]

    assert found == ["one", "two"]
    assert second.occurs(sentence)


def test_what_may_be_missing_may_be_missing_at_the_end_of_the_text():
    (sentence,) = sentences("The zebrafish meets")
    table = Phrases(lambda: "[met]\nmeets a? yakherd?")

    assert [(one.first, one.last) for one in table.find(sentence)] == [(2, 2)]
