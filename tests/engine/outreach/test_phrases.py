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
