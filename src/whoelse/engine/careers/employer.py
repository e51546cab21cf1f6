"""What the name of an employer says about its sector: words in the name, never a list of firms."""

from functools import lru_cache

from whoelse.engine.careers.words import employer_patterns

LONGEST_NAME = 200  # characters; what stands behind them is not read


@lru_cache(maxsize=4096)
def sector_of(employer: str) -> str:
    """The code of the sector that an employer's name points to, or "" when it does not say."""
    name = employer[:LONGEST_NAME]
    return next((sector for sector, names in employer_patterns() if names.search(name)), "")
