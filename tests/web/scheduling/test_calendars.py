"""Busy calendars by link, by file and by CalDAV, from real servers: read, read again, removed."""

from datetime import UTC, datetime, timedelta
from urllib.request import Request, urlopen

import pytest

from tests.engine.calendars.files import calendar, event
from tests.factories import NOW
from tests.web.scheduling.servers import radicale, serving
from whoelse.web.activity.models import Entry
from whoelse.web.scheduling import actions
from whoelse.web.scheduling.dav import BadXml, read_xml
from whoelse.web.scheduling.fetching import CannotBeFetched
from whoelse.web.scheduling.models import BusyCalendar, BusyTime

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AT_NINE = event("DTSTART;TZID=America/New_York:20261106T090000", "DURATION:PT1H")
LOST = event("DTSTART;TZID=Nowhere:20261107T090000", uid="lost")
ICS = calendar(AT_NINE, LOST)
NINE = datetime(2026, 11, 6, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _may_reach_loopback(settings):
    settings.MAY_REACH_PRIVATE = True


@pytest.fixture
def server():
    with serving() as served:
        served.answers["/secret.ics"] = (200, {"ETag": '"1"', "Last-Modified": "today"}, ICS)
        yield served


def times():
    return list(BusyTime.objects.values_list("starts_at", "ends_at"))


def test_a_link_is_read_at_once(ana, server):
    found = actions.add_link(ana, address=server.at("/secret.ics"), at=NOW)

    found.refresh_from_db()
    assert times() == [(NINE, NINE + HOUR)]
    assert found.skipped == [{"uid": "lost", "why": "its time zone “Nowhere” is not known"}]
    assert (found.name, found.host, found.last_error) == ("127.0.0.1", "127.0.0.1", "")
    assert (found.last_fetched_at, found.fetch_after) == (NOW, NOW + HOUR)
    assert "secret.ics" not in str(BusyCalendar.objects.values())
    sentences = list(Entry.objects.values_list("sentence", flat=True))
    assert sentences == ["The calendar 127.0.0.1 says when you are busy"]


def test_a_link_that_gives_nothing_is_not_kept(ana, server):
    server.answers["/page"] = (200, {}, b"<html>Sign in</html>")
    for path, error in (("/missing", CannotBeFetched), ("/page", actions.NoCalendar)):
        with pytest.raises(error):
            actions.add_link(ana, address=server.at(path), at=NOW)
    assert not BusyCalendar.objects.exists()


def test_an_unchanged_calendar_is_asked_for_changes_only(ana, server):
    found = actions.add_link(ana, address=server.at("/secret.ics"), name="Mine", at=NOW)
    server.answers["/secret.ics"] = (304, {}, b"")

    assert actions.read_due(at=NOW + HOUR - timedelta(minutes=1)) == 0
    assert actions.read_due(at=NOW + HOUR) == 1

    found.refresh_from_db()
    headers = server.asked[-1][1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"1"', "today")
    assert (found.last_fetched_at, times()) == (NOW + HOUR, [(NINE, NINE + HOUR)])


def test_after_a_week_the_whole_calendar_is_read_again(ana, server):
    actions.add_link(ana, address=server.at("/secret.ics"), at=NOW)
    actions.read_due(at=NOW + 8 * DAY)
    assert "If-None-Match" not in server.asked[-1][1]
    assert times() == []


def test_a_server_that_is_down_is_asked_less_and_less_and_nothing_is_lost(ana, server):
    found = actions.add_link(ana, address=server.at("/secret.ics"), at=NOW)
    server.answers.clear()
    waits = []
    for _ in range(8):
        at = BusyCalendar.objects.get().fetch_after
        assert actions.read_due(at=at) == 1
        found.refresh_from_db()
        waits.append((found.fetch_after - at) / HOUR)
    assert waits == [0.5, 1, 2, 4, 8, 16, 24, 24]
    assert found.last_error == "There is no calendar at this address. Copy the link once more."
    assert times() == [(NINE, NINE + HOUR)]

    server.answers["/secret.ics"] = (200, {}, calendar())
    actions.read_again(found, at=NOW)
    found.refresh_from_db()
    assert (found.last_error, found.failures, times()) == ("", 0, [])


def test_a_file_is_read_anew_every_day_as_its_weeks_come(ana):
    later = event("DTSTART;TZID=America/New_York:20270401T090000", "DURATION:PT1H")
    actions.add_file(ana, data=calendar(later), name="term.ics", at=NOW)
    assert times() == []
    assert actions.read_due(at=NOW + 60 * DAY) == 1
    assert times() == [(datetime(2027, 4, 1, 13, tzinfo=UTC), datetime(2027, 4, 1, 14, tzinfo=UTC))]


def test_ten_calendars_are_the_most(ana, dora):
    for _ in range(10):
        actions.add_file(ana, data=ICS, name="a.ics", at=NOW)
    with pytest.raises(actions.TooManyCalendars):
        actions.add_file(ana, data=ICS, name="a.ics", at=NOW)
    actions.add_file(dora, data=ICS, name="a.ics", at=NOW)


def test_removing_forgets_everything(ana, server):
    found = actions.add_link(ana, address=server.at("/secret.ics"), at=NOW)
    copy = BusyCalendar.objects.get()
    actions.remove_calendar(found, at=NOW)
    actions.read_again(copy, at=NOW)  # a worker that was reading meanwhile
    assert (BusyCalendar.objects.count(), times()) == (0, [])


@pytest.fixture(scope="module")
def dav(tmp_path_factory):
    with radicale(tmp_path_factory.mktemp("radicale")) as address:
        for name in ("work", "home"):
            send(f"{address}/ana/{name}/", "MKCALENDAR")
        put(address, "work", AT_NINE, "one@norhaven.example")
        weekly = event(
            "DTSTART;TZID=America/New_York:20260105T120000", "DURATION:PT30M",
            "RRULE:FREQ=WEEKLY;COUNT=60", uid="two",
        )  # fmt: skip
        put(address, "home", weekly, "two")
        yield address


def put(address, name, one, uid):
    stamped = one.replace("SUMMARY", "DTSTAMP:20261101T000000Z\nSUMMARY")
    data = calendar(stamped, head="PRODID:-//WhoElse//tests//EN")
    send(f"{address}/ana/{name}/{uid}.ics", "PUT", data)


def send(url, method, data=None):
    from base64 import b64encode

    login = b64encode("ana:pässword".encode()).decode()
    headers = {"Authorization": f"Basic {login}", "Content-Type": "text/calendar"}
    request = Request(url, data=data, method=method, headers=headers)  # noqa: S310
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        return answer.read()


@pytest.mark.parametrize(("path", "count"), [("/", 17), ("/ana/", 17), ("/ana/work/", 1)])
def test_a_real_calendar_server(ana, dav, path, count):
    """All calendars behind an account, or one; of a weekly hour sixteen are left."""
    found = actions.add_account(
        ana, address=dav + path, username="ana", password="pässword", at=NOW
    )
    assert len(times()) == count
    assert (NINE, NINE + HOUR) in times()
    assert (found.skipped, found.last_error) == ([], "")
    stored = str(BusyCalendar.objects.values())
    assert "pässword" not in stored


def test_a_wrong_password(ana, dav):
    with pytest.raises(CannotBeFetched) as told:
        actions.add_account(ana, address=dav, username="ana", password="no", at=NOW)
    assert told.value.message == "It asks for a name and a password."


def test_a_server_without_calendars(ana, server):
    page = b"<html><body>Hello</body></html>"
    for answer in (page, b"<a/>", b"not xml"):
        server.answers["/"] = (200, {}, answer)
        with pytest.raises(CannotBeFetched):
            actions.add_account(ana, address=server.address, username="a", password="b", at=NOW)


def test_calendars_on_another_server_are_not_given_the_password(ana, server):
    home = (
        b'<d:x xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><c:calendar-home-set>'
        b"<d:href>https://elsewhere.example/</d:href></c:calendar-home-set></d:x>"
    )
    server.answers["/"] = (207, {}, home)
    with pytest.raises(CannotBeFetched, match="another server"):
        actions.add_account(ana, address=server.address, username="a", password="b", at=NOW)


def test_a_password_travels_by_https_only(ana, settings):
    settings.MAY_REACH_PRIVATE = False
    with pytest.raises(CannotBeFetched, match="https only"):
        actions.add_account(
            ana, address="http://calendar.example/", username="a", password="b", at=NOW
        )


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b"<a>" * 50 + b"</a>" * 50,
        b"<a>" + b"<b/>" * 200_001 + b"</a>",
        b"<a>",
        b"",
    ],
    ids=["entity", "file", "deep", "wide", "open", "empty"],
)
def test_xml_that_asks_for_more_than_itself(data):
    with pytest.raises(BadXml):
        read_xml(data)
