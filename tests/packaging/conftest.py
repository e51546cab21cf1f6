"""The wheel takes a minute and pip: it is built only when asked for, as CI does."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--run-packaging", action="store_true", help="build and run the wheel")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--run-packaging", default=False):
        return
    for item in items:
        if "packaging" in item.nodeid:
            item.add_marker(pytest.mark.skip(reason="the wheel (asked for with --run-packaging)"))
