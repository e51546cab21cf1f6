"""The career atlas and the matcher from a job title to an occupation."""

from whoelse.engine.careers.catalogue import Atlas, atlas
from whoelse.engine.careers.figure import OWN_ESTIMATE, Figure
from whoelse.engine.careers.matcher import classify
from whoelse.engine.careers.occupation import Area, Match, Occupation, Sector

__all__ = [
    "OWN_ESTIMATE",
    "Area",
    "Atlas",
    "Figure",
    "Match",
    "Occupation",
    "Sector",
    "atlas",
    "classify",
]
