"""Hours of the week as they are typed, and the page of them with calendars and the feed."""

from datetime import time
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.engine.calendars.files import calendar, event
from tests.factories import NOW
from tests.web.scheduling.servers import serving
from whoelse.web.scheduling import actions
from whoelse.web.scheduling.forms import HoursForm
from whoelse.web.scheduling.models import AvailabilityRule, BusyCalendar, WeeklyWindow

PAGE = "/appointments/hours/"
RULE = {"notice_hours": "48", "breathing_minutes": "10", "most_per_day": "3"}
ICS = calendar(event("DTSTART;TZID=Nowhere:20300401T090000", "RRULE:FREQ=DAILY"))


def form(**days):
    return HoursForm({**RULE, **days})


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("", []),
        ("9-12", [(time(9), time(12))]),
        ("9:30 – 12, 13-17", [(time(9, 30), time(12)), (time(13), time(17))]),
        ("1pm-5pm and 9am to 12 pm", [(time(9), time(12)), (time(13), time(17))]),
        ("8.15-9.45; 12am-1 a.m.", [(time(0), time(1)), (time(8, 15), time(9, 45))]),
        ("18-24", [(time(18), time(23, 59))]),
    ],
)
def test_hours_are_read_as_people_write_them(typed, spans):
    said = form(day_0=typed)
    assert said.is_valid(), said.errors
    assert said.windows == [(0, *span) for span in spans]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("mornings", "is no span"),
        ("9", "is no span"),
        ("12-9", "Write 21 or 9pm"),
        ("17-13", "ends before it begins"),
        ("9-9", "ends before it begins"),
        ("25-26", "no 25:00 on a clock"),
        ("9:75-10", "no 9:75 on a clock"),
        ("13pm-14pm", "There is no 13 pm"),
        ("9-12, 11-13", "overlap"),
        ("1-2,3-4,5-6,7-8,9-10", "Four stretches"),
    ],
)
def test_hours_that_are_none_say_why(typed, words):
    said = form(day_3=typed)
    assert words in said.errors["day_3"][0]


def test_hours_are_saved_and_shown_again(as_ana, ana):
    typed = {"day_0": "9-12, 13-17", "day_6": "10-11", **RULE}
    assert as_ana.post(PAGE, typed).status_code == 302

    rows = WeeklyWindow.objects.values_list("weekday", "starts", "ends")
    assert list(rows) == [
        (0, time(9), time(12)),
        (0, time(13), time(17)),
        (6, time(10), time(11)),
    ]
    assert list(AvailabilityRule.objects.values_list("notice_hours", "most_per_day")) == [(48, 3)]
    shown = as_ana.get(PAGE).content.decode()
    assert 'value="9:00-12:00, 13:00-17:00"' in shown
    as_ana.post(PAGE, {**RULE, "day_1": "9-10"})
    assert WeeklyWindow.objects.count() == 1


def test_office_hours_stand_there_at_first(as_ana):
    assert as_ana.get(PAGE).content.decode().count('value="9:00-17:00"') == 5


def test_hours_that_do_not_work_are_told(as_ana):
    answer = as_ana.post(PAGE, {**RULE, "day_0": "soon", "most_per_day": "0"})
    assert answer.status_code == 422
    assert not WeeklyWindow.objects.exists()


def test_a_file_is_uploaded_and_its_reasons_are_shown(as_ana):
    file = SimpleUploadedFile("term.ics", ICS)
    assert as_ana.post(reverse("scheduling:calendar-file"), {"file": file}).status_code == 302
    page = as_ana.get(PAGE).content.decode()
    assert "term.ics" in page
    assert "its time zone “Nowhere” is not known" in page


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (None, "Choose a file first."),
        (SimpleUploadedFile("a.ics", b"<html>"), "What is there is no calendar."),
        (SimpleUploadedFile("a.ics", b"x" * 2_000_001), "larger than 2 MB"),
    ],
)
def test_a_file_that_is_none(as_ana, file, words):
    given = {"file": file} if file else {}
    answer = as_ana.post(reverse("scheduling:calendar-file"), given)
    assert (answer.status_code, BusyCalendar.objects.count()) == (422, 0)
    assert words in answer.content.decode()


def test_an_upload_that_would_fill_the_disk_is_refused_unread(as_ana):
    answer = as_ana.post(
        reverse("scheduling:calendar-file"), {}, headers={"content-length": "9" * 12}
    )
    assert answer.status_code == 422
    assert "larger than 2 MB" in answer.content.decode()


def test_a_link_is_added_read_again_and_forgotten(as_ana, settings):
    settings.MAY_REACH_PRIVATE = True
    with serving() as served:
        served.answers["/secret.ics"] = (200, {}, ICS)
        link = {"address": served.at("/secret.ics"), "name": "Mine"}
        assert as_ana.post(reverse("scheduling:calendar-link"), link).status_code == 302
        found = BusyCalendar.objects.get()
        assert "secret.ics" not in as_ana.get(PAGE).content.decode()
        served.answers.clear()
        again = reverse("scheduling:calendar-read", args=[found.public_id])
        assert as_ana.post(again).status_code == 302
    assert "There is no calendar at this address." in as_ana.get(PAGE).content.decode()
    as_ana.post(reverse("scheduling:calendar-remove", args=[found.public_id]))
    assert not BusyCalendar.objects.exists()


def test_a_link_that_does_not_work_is_told_at_its_form(as_ana):
    answer = as_ana.post(reverse("scheduling:calendar-link"), {"address": "ftp://a.example"})
    assert answer.status_code == 422
    assert "This is no web address." in answer.content.decode()
    account = {"address": "http://10.0.0.1/", "username": "a", "password": "hush-hush"}
    answer = as_ana.post(reverse("scheduling:calendar-account"), account)
    assert answer.status_code == 422
    assert "hush-hush" not in answer.content.decode()


def test_a_stranger_finds_no_calendar(as_dora, ana):
    found = actions.add_file(ana, data=ICS, name="a.ics", at=NOW)
    for name in ("calendar-read", "calendar-remove"):
        mine = as_dora.post(reverse(f"scheduling:{name}", args=[found.public_id]))
        nobodys = as_dora.post(reverse(f"scheduling:{name}", args=[uuid4()]))
        assert (mine.status_code, mine.content) == (404, nobodys.content)
    assert "a.ics" not in as_dora.get(PAGE).content.decode()


def test_queries_do_not_grow_with_calendars(as_ana, ana, django_assert_max_num_queries):
    counts = []
    for number in (1, 3):
        while BusyCalendar.objects.count() < number:
            actions.add_file(ana, data=ICS, name="a.ics", at=NOW)
        with django_assert_max_num_queries(30) as asked:
            as_ana.get(PAGE)
        counts.append(len(asked))
    assert counts[0] == counts[1]
