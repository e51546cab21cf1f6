"""A published number about physics and astronomy graduates, with its classes and its source."""

from dataclasses import dataclass

OWN_ESTIMATE = "own estimate"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number or range: about whom, from which classes, published where.

    `low` and `high` are equal unless the figure is a range, such as the middle half of
    starting salaries. `unit` is "percent", "dollars" (a year, before tax) or "people".
    """

    kind: str  # "outcome", "employed-in", "field", "starting-salary", "count"
    degree: str  # "physics" or "astronomy" bachelors
    what: str  # "graduate study", "private-stem" ...
    low: float
    high: float
    unit: str
    classes: str  # years of graduation, "2019-20"
    source: str
    sector: str = ""  # code, where the figure is about one sector
    note: str = ""

    @property
    def is_estimate(self) -> bool:
        """Not published: must be shown as our own estimate."""
        return self.source == OWN_ESTIMATE
