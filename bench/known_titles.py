"""How often a title whose occupation is known is classified rightly; needs ../shared/data."""

from collections.abc import Iterator

from bench import careers
from bench.figure import Figure, processor_seconds

HALF = "held out: "
WANTED = {"occupation in 3": 0.6, "group in 3": 0.8}  # shares, at least


def known_titles() -> Iterator[Figure]:
    """Classify titles whose occupation is known"""
    if not careers.DATA.is_dir():
        return
    found: dict[str, float] = {}
    took = processor_seconds(lambda: found.update(careers.measured()))
    held_out = {name.removeprefix(HALF): each for name, each in found.items() if HALF in name}
    shares = "; ".join(
        f"{name} {held_out[name]:.0%}, at least {least:.0%} wanted"
        for name, least in WANTED.items()
    )
    yield Figure(f"{held_out['reported titles']:,} reported titles", took, note=shares)
    messy = f"{found['own messy titles, right first']} of {found['own messy titles']} right first"
    yield Figure("messy titles", took, note=f"{messy}; in the time above")
