"""Reads a folder of ego networks in SNAP's layout for the game of `whoelse simulate`."""

from pathlib import Path
from typing import TYPE_CHECKING

from whoelse.cli.main import Refused

if TYPE_CHECKING:
    from whoelse.engine.choosing import Network

LARGEST_BYTES = 50_000_000  # all files together
_HINT = "Each ego has four files: 0.edges, 0.feat, 0.egofeat and 0.featnames."


def read_folder(folder: Path) -> "Network":
    """Return one network out of all egos of a folder; what is missing is told in a sentence."""
    from whoelse.engine.choosing import EgoText, read_ego_networks  # noqa: PLC0415 - slow import

    edges = sorted(folder.glob("*.edges"))
    parts = [file.with_suffix(end) for file in edges for end in (".feat", ".egofeat", ".featnames")]
    missing = [file.name for file in parts if not file.is_file()]
    if not edges or missing:
        lacks = f" lacks {missing[0]}" if missing else " holds no ego network"
        raise Refused(f"The folder {folder}{lacks}.", _HINT)
    if sum(file.stat().st_size for file in (*edges, *parts)) > LARGEST_BYTES:
        raise Refused(f"The files of {folder} are larger than 50 MB together.")
    try:
        return read_ego_networks(
            EgoText(
                ego=int(file.stem),
                edges=file.read_text("utf-8"),
                features=file.with_suffix(".feat").read_text("utf-8"),
                own_features=file.with_suffix(".egofeat").read_text("utf-8"),
                names=file.with_suffix(".featnames").read_text("utf-8"),
            )
            for file in edges
        )
    except (ValueError, IndexError) as error:
        raise Refused(f"A file of {folder} is no ego network: {error}.", _HINT) from error
