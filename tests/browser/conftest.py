"""A browser for the whole session, visitors in it, and the demonstration world."""

import os
from urllib.parse import urlsplit

import pytest

from tests.browser import chromium
from tests.browser.tour import PUBLIC_ADDRESS
from tests.browser.visitor import Visitor
from tests.local.process import running


@pytest.fixture(scope="session")
def browser():
    if chromium.path() is None:
        if os.environ.get("WHOELSE_REQUIRE_ALL"):
            pytest.fail("Chromium is required here, and there is none", pytrace=False)
        pytest.skip("no Chromium here: browser paths")
    with chromium.chromium() as started:
        yield started


@pytest.fixture
def visit(browser):
    """Opens a window on an address: `visit(link)`; options are Playwright's."""
    contexts = []

    def open_window(link, **options):
        contexts.append(chromium.new_context(browser, **options))
        parts = urlsplit(link)
        visitor = Visitor(
            contexts[-1].new_page(),
            at=f"{parts.scheme}://{parts.netloc}",
            has_scripts=options.get("java_script_enabled", True),
        )
        return visitor.go(parts.path)

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def demo():
    """The link of a demonstration world, fresh for each test."""
    with running("demo", "--no-browser", WHOELSE_PUBLIC_ADDRESS=PUBLIC_ADDRESS) as (_, link):
        yield link
