"""Dates as contact files write them, to ISO: “08 Feb 2026”, “12 mars 2023”, “1/12/10, 9:14 AM”."""

import re
from datetime import date
from functools import lru_cache

from whoelse.engine.contact_files.columns import plain

# Numbers of the months by name, as lower-case letters without accents: English, German, French,
# Spanish, Portuguese, Italian, Dutch, Danish, Swedish, Polish.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier janv ene enero janeiro gen gennaio januari styczen sty",
            "feb february februar febr fevrier fevr fev febrero fevereiro febbraio februari luty",
            "mar march marz maerz mrz mars marzo marco maart mrt marts marzec",
            "apr april avril avr abr abril aprile kwiecien kwi",
            "may mai mayo maio mag maggio mei maj",
            "jun june juni juin junio junho giu giugno czerwiec cze",
            "jul july juli juillet juil julio julho lug luglio lipiec lip",
            "aug august aout ago agosto augustus augusti sierpien sie",
            "sep sept september septembre septiembre set setembro settembre wrzesien wrz",
            "oct october okt oktober octobre octubre out outubro ott ottobre pazdziernik paz",
            "nov november novembre noviembre novembro listopad lis",
            "dec december dez dezember decembre dic diciembre dezembro dicembre grudzien gru",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[.\s-]+(?:de |d')?([a-z]{3,11})\.?[,\s-]+(?:de )?(\d{4}|\d{2})\b"
)
_MONTH_FIRST = re.compile(r"([a-z]{3,11})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})\b")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")
_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})")


@lru_cache(maxsize=4096)
def iso_date(text: str, *, day_first: bool = False) -> str:
    """Return the date in ISO form, or nothing if it is none.

    `day_first` decides only where the file does not: dots always mean day first, and a number
    over twelve is no month.
    """
    if len(text) == 11 and text[2] == text[6] == " " and text.isascii():
        return _iso(text[7:], _MONTHS.get(text[3:6].lower(), 0), text[:2])
    text = plain(text[:60])
    if found := _ISO.match(text) or _ASIAN.match(text):
        return _iso(found[1], int(found[2]), found[3])
    if found := _NAMED.match(text):
        return _iso(found[3], _MONTHS.get(found[2], 0), found[1])
    if found := _MONTH_FIRST.match(text):
        return _iso(found[3], _MONTHS.get(found[1], 0), found[2])
    if found := _NUMBERS.match(text):
        first, second = int(found[1]), int(found[3])
        if first > 12 or (second <= 12 and (day_first or found[2] == ".")):
            first, second = second, first
        return _iso(found[4], first, str(second))
    return ""


def is_ambiguous(text: str) -> bool:
    """Say whether only a convention tells the day from the month in `text`."""
    found = _NUMBERS.match(text.strip())
    return bool(found and found[2] != "." and found[1] != found[3]) and (
        max(int(found[1]), int(found[3])) <= 12 if found else False
    )


def _iso(year: str, month: int, day: str) -> str:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day)).isoformat()
    except ValueError:
        return ""
