"""The pictures say what the figures say and leave open what these do not."""

from collections import Counter

from whoelse.web.careers import chart


def test_the_hundred_dots_are_the_newest_figures():
    found = chart.hundred()

    assert Counter(dot.kind for dot in found.dots) == {"technical": 37, "outside": 22, "open": 41}
    assert len({(dot.x, dot.y) for dot in found.dots}) == 100
    assert (found.private, found.outside, found.open) == (59, 22, 41)


def test_the_bars_are_the_newest_whole_split():
    found = chart.bars()

    assert sum(bar.share for bar in found.bars) == 100
    assert [bar.share for bar in found.bars] == [31, 30, 13, 8, 5, 6, 7]
    assert [bar.note for bar in found.bars if bar.note] == ["by subtraction"]
    assert found.classes == "2011-12"


def test_bars_are_as_long_as_their_shares():
    bars = chart.bars().bars

    assert max(bar.width for bar in bars) == chart.FULL
    assert all(abs(bar.width / bar.share - chart.FULL / 31) < 0.01 for bar in bars)
    assert len({bar.y for bar in bars}) == len(bars)


def test_tables_name_sectors_in_words():
    rows = {row.what for table in chart.tables() for row in table.rows}

    assert "Military" in rows
    assert "Private companies, technical work, middle half" in rows
    assert not [what for what in rows if "-non-stem" in what]
