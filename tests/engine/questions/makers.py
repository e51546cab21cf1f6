"""Dull questions for the tests of the planner; every default can be said otherwise."""

from whoelse.engine.questions import Question
from whoelse.engine.words import Audience, Facet, Phase


def make_question(id: str, **said: object) -> Question:  # noqa: A002
    usual = {
        "text": f"What about {id}?",
        "topic": "T03",
        "phase": Phase.CORE,
        "minutes": 2.0,
        "audiences": frozenset(Audience),
        "facets": (Facet.DAY_TO_DAY,),
    }
    return Question(id=id, **{**usual, **said})


def make_opening(id: str = "opening", **said: object) -> Question:  # noqa: A002
    usual = {"phase": Phase.OPENING, "topic": "T02", "facets": (Facet.PATH,)}
    return make_question(id, **{**usual, **said})


def make_who_else(id: str = "who-else", **said: object) -> Question:  # noqa: A002
    usual = {"phase": Phase.CLOSING, "topic": "T20", "facets": (), "asks_name": True}
    return make_question(id, **{**usual, **said})
