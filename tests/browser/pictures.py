"""Takes the pictures in docs/pictures: `python3 start.py pictures`.

Every stop of the tour at two sizes, light and dark, from a demonstration world built for it.
"""

import sys
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser import chromium
from tests.browser.tour import PUBLIC_ADDRESS, tour
from tests.browser.visitor import Visitor
from tests.local.process import running

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
A4 = {"width": 794, "height": 1123}


def main():
    if chromium.path() is None:
        sys.exit("The pictures need Chromium. On Debian: apt-get install chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    demo = running("demo", "--no-browser", WHOELSE_PUBLIC_ADDRESS=PUBLIC_ADDRESS)
    with demo as (_, link), chromium.chromium() as browser:
        parts = urlsplit(link)
        page = chromium.new_context(browser).new_page()
        me = Visitor(page, at=f"{parts.scheme}://{parts.netloc}").go(parts.path)
        for name in tour(me):
            print(name, flush=True)
            take(page, name)


def take(page, name):
    page.mouse.move(0, 0)
    for size in (chromium.DESK, chromium.PHONE):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate("scrollTo(0, 0)")
            save(page, f"{name}-{size['width']}-{scheme}")
    if name == "sheet":
        take_on_paper(page, name)
    page.emulate_media(color_scheme="light", media="screen")
    page.set_viewport_size(chromium.DESK)


def take_on_paper(page, name):
    """As a printer sees it, with the margins of a sheet."""
    page.set_viewport_size(A4)
    page.emulate_media(color_scheme="light", media="print")
    page.evaluate("document.body.style.padding = '14mm 15mm'")
    save(page, f"{name}-paper")


def save(page, name):
    page.screenshot(path=FOLDER / f"{name}.png", scale="css", animations="disabled")


if __name__ == "__main__":
    main()
