"""Starts the system's Chromium for tests and pictures; nothing is downloaded."""

import shutil
from contextlib import contextmanager

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    "--no-sandbox",  # root in a container has no sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def path():
    """Where Chromium is, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path(), args=QUIET)
        yield browser
        browser.close()


def new_context(browser, **options):
    """A visitor's own window: in New York, without motion, so that colours stand still."""
    usual = {
        "viewport": DESK,
        "timezone_id": "America/New_York",
        "locale": "en-US",
        "color_scheme": "light",
        "reduced_motion": "reduce",
    }
    context = browser.new_context(**(usual | options))
    context.set_default_timeout(90_000)
    return context
