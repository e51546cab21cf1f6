"""How long somebody waits: for a command's help, and for the first page of local mode."""

import re
import tempfile
import time
from collections.abc import Iterator
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener

from bench.figure import Figure
from bench.processes import WAIT, best_process, process_seconds, run, started

HELP_ROUNDS, HELP_AIM = 7, 0.15
FOLDERS, AGAIN_ROUNDS, PAGE_AIM = 2, 3, 2.0
FIRST_PAGES = ("/", "/welcome/")
LINK = re.compile(r"http://127\.0\.0\.1:\d+/door/\S+/")


def command_start() -> Iterator[Figure]:
    """Start a command, as a process"""
    for arguments, aim in ((["--version"], None), (["lint", "--help"], HELP_AIM)):
        run(*arguments)  # once to warm up
        processor, clock = best_process(HELP_ROUNDS, lambda a=arguments: run(*a))
        yield Figure(f"whoelse {' '.join(arguments)}", processor, clock=clock, aim=aim)


def first_page() -> Iterator[Figure]:
    """Local mode, command to first page"""
    fresh, again = [], []
    for _ in range(FOLDERS):
        with tempfile.TemporaryDirectory(prefix="whoelse-bench-") as folder:
            fresh.append(process_seconds(lambda folder=folder: seconds_to_page(folder)))
            again.append(best_process(AGAIN_ROUNDS, lambda folder=folder: seconds_to_page(folder)))
    for what, times in (("a fresh folder", fresh), ("an existing folder", again)):
        processor, clock = map(min, zip(*times, strict=True))
        note = "processor time until it has ended"
        yield Figure(what, processor, clock=clock, note=note, aim=PAGE_AIM)


def seconds_to_page(folder: str) -> float:
    """Seconds by the clock until the page has come; the process is ended after that."""
    begun = time.perf_counter()
    with started("--no-browser", "--data-dir", folder, "--port", 0) as process:
        found = LINK.search(process.stdout.readline())
        if found is None:
            raise RuntimeError("whoelse did not print its link.")
        path = follow(found.group())
        took = time.perf_counter() - begun
    if path not in FIRST_PAGES:
        raise RuntimeError(f"The link led to {path}.")
    return took


def follow(link: str) -> str:
    """Get the page as a browser with cookies and no proxy does; return the path it ends at."""
    browser = build_opener(ProxyHandler({}), HTTPCookieProcessor())
    with browser.open(link, timeout=WAIT) as page:
        page.read()
        return urlsplit(page.url).path
