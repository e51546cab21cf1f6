"""Phrase tables that stand beside their rules as text files."""

from importlib.resources import files

from whoelse.engine.outreach.phrases import Phrases


def read_table(name: str) -> Phrases:
    """The table `rules/<name>` of this package."""
    place = files("whoelse.engine.outreach.rules").joinpath(name)
    return Phrases(lambda: place.read_text(encoding="utf-8"))
