"""Ask O*NET, loaded from its local file, which occupations a phrase of a title fits."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from whoelse.engine.careers.catalogue import atlas
from whoelse.engine.careers.evidence import Floats
from whoelse.engine.careers.likeness import Likeness
from whoelse.engine.careers.occupation import Occupation
from whoelse.engine.careers.onet_file import FORMAT, groups_of, unpacked
from whoelse.engine.careers.onet_tables import NotOnet
from whoelse.engine.careers.title import Phrase, key_of, plain_words
from whoelse.engine.careers.weighing import Weighing

MOST_LIKE = 3
# Own settings, chosen on one half of the titles that people reported to O*NET 29.3; see
# docs/careers.md.
SAME_TITLE, SAME_TITLE_OF_OURS = 3.0, 2.0  # what a title that O*NET, or the atlas, lists is worth
SUREST = 0.95
ENOUGH, ENOUGH_FOR_MORE = 0.015, 0.005  # for the first, for those after it

# The usual sector of a major group, for occupations outside the atlas; own estimates.
_SECTORS = {"55": "military", "21": "nonprofit", "29": "nonprofit", "31": "nonprofit"}
_SECTORS |= dict.fromkeys(("15", "17", "19"), "private-stem")


class Onet:
    """The O*NET occupations with their titles, some 60 MB in memory; never changes."""

    def __init__(self, path: Path) -> None:
        """Read a file that `load_onet` made; raises `NotOnet` when it is not one."""
        if not path.is_file():
            raise NotOnet(f"There is no file {path.name}. Load O*NET first.")
        try:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
                self._read(file, path)
        except NotOnet:
            raise
        except (sqlite3.DatabaseError, KeyError, ValueError) as error:
            raise NotOnet(f"{path.name} is no O*NET file of ours. Load O*NET again.") from error

    def occupation(self, soc: str) -> Occupation | None:
        """The occupation with this code, "19-2012" or "17-2199.07", or None."""
        return next((each for each in self.occupations if each.soc == soc), None)

    def like(self, phrase: Phrase, ours: Likeness | None = None) -> tuple[Likeness, ...]:
        """The occupations that fit, best first, at most three; empty when too little points.

        `ours` is what the atlas found for the same title, if O*NET has its code.
        """
        titles = dict(self._owners(phrase))
        place = self.place(ours.occupation.soc) if ours else None
        if len(titles) == 1 and place in (None, *titles) and self._is_told(phrase, titles):
            found = tuple(self._likely(each, SUREST, titles) for each in titles)
        else:
            found = self._weighed(phrase, titles, place)
        return tuple(_named(each, ours) for each in found) if ours else found

    def _weighed(
        self, phrase: Phrase, titles: dict[int, str], place: int | None
    ) -> tuple[Likeness, ...]:
        """By its words; `titles` are of occupations that O*NET gives it, `place` is what we say."""
        value = self._weighing.value(phrase.words)
        if value is None:
            if not titles:
                return ()
            value = self._weighing.usual
        for each in titles:
            value[each] += SAME_TITLE
        if place is not None:
            value[place] += SAME_TITLE_OF_OURS
        chances = self._weighing.chances(value)
        if not titles:
            chances *= self._weighing.known(phrase.words)
        return self._chosen(chances, titles)

    def place(self, soc: str) -> int | None:
        """The position in `occupations` of the one with this code, or None."""
        return self._places.get(soc)

    def _is_told(self, phrase: Phrase, titles: dict[int, str]) -> bool:
        return all(plain_words(title) == phrase.words for title in titles.values())

    def _chosen(self, chances: Floats, titles: dict[int, str]) -> tuple[Likeness, ...]:
        found: list[Likeness] = []
        for each in self._weighing.best(chances, MOST_LIKE):
            score = min(float(chances[each]), found[-1].score if found else SUREST)
            if score < (ENOUGH_FOR_MORE if found else ENOUGH):
                break
            found.append(self._likely(each, score, titles))
        return tuple(found)

    def _likely(self, place: int, score: float, titles: dict[int, str]) -> Likeness:
        title = titles.get(place, "")
        return Likeness(self.occupations[place], score, title, is_exact=bool(title))

    def pointing(self, phrase: Phrase, occupation: Occupation) -> tuple[str, ...]:
        """The words of a phrase that point to an occupation of O*NET."""
        place = self._places[occupation.soc]
        return tuple(
            word for word in dict.fromkeys(phrase.words) if self._weighing.points(word, place)
        )

    def _read(self, file: sqlite3.Connection, path: Path) -> None:
        about = dict(file.execute("SELECT name, value FROM about").fetchall())
        if about.get("format") != FORMAT:
            raise NotOnet(f"{path.name} was made by another version. Load O*NET again.")
        self.release: str = about["release"]
        rows = file.execute("SELECT code, name, what FROM occupation ORDER BY id").fetchall()
        self.occupations: tuple[Occupation, ...] = tuple(_occupation(*row) for row in rows)
        self._places = {each.soc: place for place, each in enumerate(self.occupations)}
        groups = groups_of([each.soc for each in self.occupations])
        contents = dict(file.execute("SELECT name, content FROM evidence").fetchall())
        self._weighing = Weighing(unpacked(contents, groups))
        self._titles: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for key, occupation, title in file.execute("SELECT key, occupation, title FROM title"):
            self._titles[key].append((occupation, title))
        self.titles = len({title for owners in self._titles.values() for _, title in owners})

    def _owners(self, phrase: Phrase) -> list[tuple[int, str]]:
        found = (self._titles.get(key_of(words)) for words in phrase.variants())
        return next(filter(None, found), [])


def _named(like: Likeness, ours: Likeness) -> Likeness:
    """Called by the family of the atlas where that has the same title and the code."""
    if like.occupation.soc != ours.occupation.soc:
        return like
    return replace(like, occupation=ours.occupation, title=ours.title, is_exact=True)


def _occupation(code: str, name: str, what: str) -> Occupation:
    """The family of the atlas to which the code belongs, else the occupation as O*NET has it."""
    soc = code.removesuffix(".00")
    for family in atlas().with_soc(soc):
        if not family.borrows_soc:
            return family
    slug = f"soc-{soc.replace('.', '-')}"
    return Occupation(slug, soc, name, "", _SECTORS.get(soc[:2], "private-non-stem"), (), what)
