"""Ask O*NET, loaded from its local file, which occupations a phrase of a title fits."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from operator import itemgetter
from pathlib import Path

from whoelse.engine.careers.catalogue import atlas
from whoelse.engine.careers.clues import clues
from whoelse.engine.careers.likeness import Likeness
from whoelse.engine.careers.occupation import Occupation
from whoelse.engine.careers.onet_file import FORMAT, PART
from whoelse.engine.careers.onet_tables import NotOnet
from whoelse.engine.careers.title import Phrase, key_of

MOST_LIKE = 3
# Own settings, chosen on titles held out of O*NET 29.3; see docs/careers.md.
VOTERS, GROUP_VOTE = 8, 0.6  # how much the major group of the best counts in choosing the first
SAME_TITLE = 0.95
RIGHT_PER_EVIDENCE, MOST_FOR_WORDS = 2.8, 0.85  # evidence to how often it is right
ENOUGH, ENOUGH_FOR_MORE = 0.1, 0.05  # for the first, for those after it

# The usual sector of a major group, for occupations outside the atlas; own estimates.
_SECTORS = {"55": "military", "21": "nonprofit", "29": "nonprofit", "31": "nonprofit"}
_SECTORS |= dict.fromkeys(("15", "17", "19"), "private-stem")

Parts = tuple[tuple[int, float], ...]  # occupations with their part of a clue's evidence


class Onet:
    """The O*NET occupations with their titles, some 60 MB in memory; never changes."""

    def __init__(self, path: Path) -> None:
        """Read a file that `load_onet` made; raises `NotOnet` when it is not one."""
        if not path.is_file():
            raise NotOnet(f"There is no file {path.name}. Load O*NET first.")
        try:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
                self._read(file, path)
        except sqlite3.DatabaseError as error:
            raise NotOnet(f"{path.name} is no O*NET file of ours. Load O*NET again.") from error

    def occupation(self, soc: str) -> Occupation | None:
        """The occupation with this code, "19-2012" or "17-2199.07", or None."""
        return next((each for each in self.occupations if each.soc == soc), None)

    def like(self, phrase: Phrase) -> tuple[Likeness, ...]:
        """The occupations that fit, best first, at most three; empty when too little points."""
        fit = self._evidence(phrase.core)
        found = self._with_this_title(phrase, fit)
        ceiling = found[-1].score if found else MOST_FOR_WORDS
        for each in self._best(fit)[: MOST_LIKE - len(found)]:
            score = min(fit[each] * RIGHT_PER_EVIDENCE, ceiling)
            if score < (ENOUGH_FOR_MORE if found else ENOUGH):
                break
            found.append(Likeness(self.occupations[each], score))
            ceiling = min(ceiling, found[0].score)
        return tuple(found)

    def pointing(self, phrase: Phrase, occupation: Occupation) -> tuple[str, ...]:
        """The words of a phrase that point to an occupation of O*NET."""
        number = self._numbers[occupation.code]
        return tuple(
            word
            for word in dict.fromkeys(phrase.core)
            if number in [each for each, _ in self._parts.get(word, ())]
        )

    def _read(self, file: sqlite3.Connection, path: Path) -> None:
        about = dict(file.execute("SELECT name, value FROM about").fetchall())
        if about.get("format") != FORMAT:
            raise NotOnet(f"{path.name} was made by another version. Load O*NET again.")
        self.release: str = about["release"]
        rows = file.execute("SELECT code, name, what FROM occupation ORDER BY id").fetchall()
        self.occupations: tuple[Occupation, ...] = tuple(_occupation(*row) for row in rows)
        self._numbers = {each.code: number for number, each in enumerate(self.occupations)}
        self._groups = tuple(each.soc[:2] for each in self.occupations)
        self._parts: dict[str, Parts] = {
            clue: tuple(PART.iter_unpack(packed))
            for clue, packed in file.execute("SELECT clue, parts FROM clue")
        }
        self._titles: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for key, occupation, title in file.execute("SELECT key, occupation, title FROM title"):
            self._titles[key].append((occupation, title))

    def _with_this_title(self, phrase: Phrase, fit: dict[int, float]) -> list[Likeness]:
        """The occupations that O*NET lists with this very title, taken out of `fit`."""
        titles = dict(self._owners(phrase))
        if not titles:
            return []
        weights = {each: fit.pop(each, 0.0) + ENOUGH for each in titles}
        whole = sum(weights.values()) / SAME_TITLE
        ranked = sorted(weights, key=lambda each: -weights[each])[:MOST_LIKE]
        return [
            Likeness(self.occupations[each], weights[each] / whole, titles[each], is_exact=True)
            for each in ranked
        ]

    def _owners(self, phrase: Phrase) -> list[tuple[int, str]]:
        found = (self._titles.get(key_of(words)) for words in phrase.variants())
        return next(filter(None, found), [])

    def _evidence(self, words: tuple[str, ...]) -> dict[int, float]:
        """What part of all that the clues in these words could say points to which occupation."""
        wanted = clues(words, self._parts)
        fit: dict[int, float] = {}
        so_far = fit.get
        for parts in filter(None, map(self._parts.get, wanted)):
            for occupation, part in parts:
                fit[occupation] = so_far(occupation, 0.0) + part
        whole = sum(wanted.values())
        return {each: value / whole for each, value in fit.items()}

    def _best(self, fit: dict[int, float]) -> list[int]:
        """The first is chosen with the vote of its major group, the others by their own fit."""
        ranked = sorted(fit.items(), key=itemgetter(1), reverse=True)[:VOTERS]
        votes: dict[str, float] = defaultdict(float)
        for each, value in ranked:
            votes[self._groups[each]] += GROUP_VOTE * value
        together = [value + votes[self._groups[each]] for each, value in ranked]
        order = [each for each, _ in ranked]
        return [order.pop(together.index(max(together))), *order] if ranked else []


def _occupation(code: str, name: str, what: str) -> Occupation:
    """The family of the atlas to which the code belongs, else the occupation as O*NET has it."""
    soc = code.removesuffix(".00")
    for family in atlas().with_soc(soc):
        if not family.borrows_soc:
            return family
    slug = f"soc-{soc.replace('.', '-')}"
    return Occupation(slug, soc, name, "", _SECTORS.get(soc[:2], "private-non-stem"), (), what)
