"""What was learned: compare statements, and say how saturated, how clear, how grown it is."""

from whoelse.engine.learning.comparing import Cell, Group, Statement, compare
from whoelse.engine.learning.generations import Growth, Introduction, growth
from whoelse.engine.learning.new_things import Run, Saturation, saturation
from whoelse.engine.learning.ratings import (
    Clarity,
    Period,
    PeriodClarity,
    Rating,
    Stage,
    Step,
    clarity,
)

__all__ = [
    "Cell",
    "Clarity",
    "Group",
    "Growth",
    "Introduction",
    "Period",
    "PeriodClarity",
    "Rating",
    "Run",
    "Saturation",
    "Stage",
    "Statement",
    "Step",
    "clarity",
    "compare",
    "growth",
    "saturation",
]
