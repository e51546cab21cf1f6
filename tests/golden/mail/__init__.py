"""The golden mail: invented messages as mail programs and servers write them, and what they are.

`held_out` was written before the sorter was run on it, and is only for measuring; `tuned` is for
making it better. What is expected stands in the table of the same name.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
HALVES = ("tuned", "held_out")


@dataclass(frozen=True, slots=True)
class Example:
    name: str
    raw: bytes
    kind: str
    permanent: bool | None
    recipients: tuple[str, ...]
    original_ids: tuple[str, ...]
    reply_text: str | None  # None where nothing is expected of it


def load(half):
    """The messages of one half with what they are."""
    table = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))
    return [
        Example(
            name=entry["file"].removesuffix(".eml"),
            raw=(FOLDER / half / entry["file"]).read_bytes(),
            kind=entry["kind"],
            permanent=entry.get("permanent"),
            recipients=tuple(entry.get("recipients", ())),
            original_ids=tuple(entry.get("original_ids", ())),
            reply_text=entry.get("reply_text"),
        )
        for entry in table["message"]
    ]
