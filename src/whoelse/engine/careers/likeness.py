"""How well one occupation fits one phrase of a title, and through which known title."""

from dataclasses import dataclass

from whoelse.engine.careers.occupation import Occupation


@dataclass(frozen=True, slots=True)
class Likeness:
    """A fit from 0 to 1, through a known title or, where `title` is empty, through words."""

    occupation: Occupation
    score: float
    title: str = ""  # the known title that is the same or shares words
    is_exact: bool = False
