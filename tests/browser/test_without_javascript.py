"""The main job once more, with scripts turned off: every page works as plain HTML."""

import pytest

from tests.browser import steps
from tests.browser.visitor import expect
from tests.local.process import started

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def test_the_main_path_without_javascript(tmp_path, visit):
    with started(tmp_path / "data", "--port", "0") as (_, link):
        me = visit(link, java_script_enabled=False)
        steps.welcome(me)
        steps.choose_two_from_a_file(me)
        steps.write_without_asking_for_a_job(me)
        steps.record_yes_and_agree(me)
        steps.prepare(me)
        hold(me)
        steps.close_with_a_name(me)
        steps.write_up(me)
        steps.thank(me)
        steps.meet_the_next_person(me)
        steps.see_it_in_network_and_discoveries(me)


def hold(me):
    """Every button of the room takes the note along."""
    me.follow("Open the room").press("Begin, 20 minutes").sees("Question 1 of")
    me.fill("Notes", "Starts at seven on the bench.").press("Next question")
    me.sees("Question 2 of").fill("Notes", steps.SPOKEN)
    me.page.locator("#mark-surprise").click()
    expect(me.page.locator("#mark-surprise")).to_have_attribute("data-pressed", "")
    expect(me.page.get_by_label("Notes")).to_have_value(steps.SPOKEN)
    me.press("Back")
    expect(me.page.get_by_label("Notes")).to_have_value("Starts at seven on the bench.")
