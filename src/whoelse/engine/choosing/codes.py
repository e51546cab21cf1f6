"""Small numbers for the distinct values of a column, so that NumPy can count with them."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

import numpy as np

Value = TypeVar("Value", bound=Hashable)


class Codes(Generic[Value]):
    """`values` are the distinct ones in order of appearance; `column` has a number for each row."""

    def __init__(self, rows: Iterable[Value]) -> None:
        self.numbers: dict[Value, int] = {}
        numbers = self.numbers
        self.column = np.array(
            [numbers.setdefault(row, len(numbers)) for row in rows], dtype=np.int64
        )
        self.values = tuple(numbers)

    def __len__(self) -> int:
        return len(self.values)
