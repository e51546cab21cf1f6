"""What the interviewee sees, and that seeing it changes nothing."""

from tests.web.guests.visitor import text_of


def test_the_page_says_who_asks_how_long_and_what(guest):
    response = guest.open()

    text = text_of(response)
    assert response.status_code == 200
    assert "Ana Brandt asks you for 20 minutes of conversation" in text
    assert "found you in the alumni list" in text
    assert "What Ana would ask" in text
