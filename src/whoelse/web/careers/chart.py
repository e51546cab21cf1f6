"""The published figures as pictures and tables: only what they say, what they do not is left open.

Places in the pictures are computed here; words and colours stand in the templates.
"""

from dataclasses import dataclass
from itertools import groupby

from whoelse.web.careers import bridge

COLUMNS, ROWS, STEP = 20, 5, 24  # of the hundred dots
NEWEST, NEWEST_WHOLE = "2019-20", "2011-12"  # classes; the second is the newest full split
PRIVATE, OUTSIDE = "private", "private-non-stem"
BAR, FULL = 38, 70.0  # the height of a bar with its words; the width of the longest, per cent
KINDS = {
    "outcome": "One year after the degree",
    "employed-in": "Where the employed work",
    "field": "Fields within the private sector",
    "starting-salary": "Starting salaries a year, full time, before tax",
    "count": "How many",
}


@dataclass(frozen=True, slots=True)
class Dot:
    x: int
    y: int
    kind: str  # "technical", "outside" or "open"


@dataclass(frozen=True, slots=True)
class Hundred:
    """Of a hundred employed bachelors: in private companies, outside STEM, not told."""

    private: int
    outside: int
    classes: str
    source: str
    dots: tuple[Dot, ...]

    @property
    def open(self) -> int:
        return 100 - self.private


@dataclass(frozen=True, slots=True)
class Bar:
    name: str
    share: int
    y: int
    width: float  # per cent
    note: str

    @property
    def words(self) -> int:
        """Where the words begin, above the bar."""
        return self.y + 13

    @property
    def top(self) -> int:
        return self.y + 19


@dataclass(frozen=True, slots=True)
class Bars:
    bars: tuple[Bar, ...]
    classes: str
    source: str

    @property
    def height(self) -> int:
        return len(self.bars) * BAR


def hundred() -> Hundred:
    """The newest figures of physics bachelors."""
    told = {f.what: f for f in _employed(NEWEST)}
    private, outside = int(told[PRIVATE].low), int(told[OUTSIDE].low)
    kinds = ["technical"] * (private - outside) + ["outside"] * outside
    kinds += ["open"] * (COLUMNS * ROWS - private)
    dots = tuple(
        Dot(STEP // 2 + n // ROWS * STEP, STEP // 2 + n % ROWS * STEP, kind)
        for n, kind in enumerate(kinds)
    )
    return Hundred(private, outside, NEWEST, told[PRIVATE].source, dots)


def bars() -> Bars:
    """The newest split in which every employed bachelor is somewhere."""
    told = {f.what: f for f in _employed(NEWEST_WHOLE)}
    private, outside = int(told[PRIVATE].low), int(told[OUTSIDE].low)
    shares = [(bridge.sector_name("private-stem"), private - outside, "by subtraction")]
    shares += [
        (bridge.sector_name(f.sector) or "Elsewhere", int(f.low), f.note)
        for f in told.values()
        if f.what != PRIVATE
    ]
    longest = max(share for _, share, _ in shares)
    drawn = tuple(
        Bar(name, share, n * BAR, round(share / longest * FULL, 1), note)
        for n, (name, share, note) in enumerate(shares)
    )
    return Bars(drawn, NEWEST_WHOLE, told[PRIVATE].source)


@dataclass(frozen=True, slots=True)
class Row:
    degree: str
    classes: str
    what: str
    amount: str
    note: str
    source: str
    is_estimate: bool


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    rows: tuple[Row, ...]


def tables() -> tuple[Table, ...]:
    """Every figure with its classes and its source, kind by kind."""
    by_kind = sorted(bridge.figures(), key=lambda f: [*KINDS].index(f.kind))
    return tuple(
        Table(KINDS[kind], tuple(_row(figure) for figure in figures))
        for kind, figures in groupby(by_kind, key=lambda f: f.kind)
    )


def _employed(classes: str) -> list[bridge.Figure]:
    return [
        f
        for f in bridge.figures()
        if (f.kind, f.degree, f.classes) == ("employed-in", "physics", classes)
    ]


def _row(figure: bridge.Figure) -> Row:
    sector = bridge.sector_name(figure.sector)
    what = {"private": "Private companies", "other": "Elsewhere"}.get(figure.what, figure.what)
    if sector:
        is_share = figure.kind == "employed-in"
        what = sector if is_share else f"{sector}, {figure.what}"
    numbers = f"{figure.low:,.0f}"
    if figure.low != figure.high:
        numbers += f" to {figure.high:,.0f}"
    unit = {"percent": " %", "dollars": " dollars"}.get(figure.unit, "")
    return Row(
        degree=figure.degree.capitalize(),
        classes=figure.classes,
        what=what,
        amount=numbers + unit,
        note=figure.note,
        source=figure.source,
        is_estimate=figure.is_estimate,
    )
