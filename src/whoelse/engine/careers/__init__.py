"""The career atlas and the matcher from a job title to an occupation."""

from whoelse.engine.careers.catalogue import Atlas, atlas
from whoelse.engine.careers.figure import OWN_ESTIMATE, Figure
from whoelse.engine.careers.matcher import classify
from whoelse.engine.careers.occupation import Area, Match, Occupation, Sector
from whoelse.engine.careers.onet import Onet
from whoelse.engine.careers.onet_file import Loaded, load_onet
from whoelse.engine.careers.onet_tables import NotOnet

__all__ = [
    "OWN_ESTIMATE",
    "Area",
    "Atlas",
    "Figure",
    "Loaded",
    "Match",
    "NotOnet",
    "Occupation",
    "Onet",
    "Sector",
    "atlas",
    "classify",
    "load_onet",
]
