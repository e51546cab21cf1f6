"""Which tests of the engine count for its coverage: every one whose steps are the same each time.

A line that only random cases reach is reached by luck, so those of Hypothesis do not count; nor do
tests marked `bulk`, whose long input would take minutes under measurement.
"""

from hypothesis import is_hypothesis_test


def pytest_itemcollected(item):
    if not is_hypothesis_test(item.obj) and not item.get_closest_marker("bulk"):
        item.add_marker("measured")
