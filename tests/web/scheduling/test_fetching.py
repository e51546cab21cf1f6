"""Reading a web address with limits, from a real server that behaves badly."""
# ruff: noqa: S104 - addresses that must not be reached

import gzip
import socket
import ssl
import threading
import zlib

import pytest

from tests.certificates import certificate_for
from tests.web.scheduling.servers import serving
from whoelse.web.scheduling import fetching
from whoelse.web.scheduling.fetching import Answer, CannotBeFetched, fetch, place_of

ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.fixture(autouse=True)
def _may_reach_loopback(settings):
    settings.MAY_REACH_PRIVATE = True


@pytest.fixture
def server():
    with serving() as served:
        yield served


def refused(address, **options):
    with pytest.raises(CannotBeFetched) as told:
        fetch(address, **options)
    return told.value.message


def test_a_calendar_is_read(server):
    server.answers["/a.ics?key=1"] = (200, {"ETag": '"7"'}, ICS)
    answer = fetch(server.at("/a.ics?key=1#part"), headers={"If-None-Match": '"6"'})
    assert isinstance(answer, Answer)
    assert (answer.status, answer.body, answer.headers["etag"]) == (200, ICS, '"7"')
    ((path, headers),) = server.asked
    assert path == "/a.ics?key=1"
    assert (headers["If-None-Match"], headers["Accept-Encoding"]) == ('"6"', "identity")


def test_an_unchanged_calendar_has_no_body(server):
    server.answers["/"] = (304, {}, b"")
    assert (fetch(server.address).status, fetch(server.address).body) == (304, b"")


@pytest.mark.parametrize(
    "packed", [gzip.compress(ICS), zlib.compress(ICS)], ids=["gzip", "deflate"]
)
def test_a_packed_answer_is_unpacked(server, packed):
    server.answers["/"] = (200, {"Content-Encoding": "gzip"}, packed)
    assert fetch(server.address).body == ICS


def test_a_packed_answer_that_is_larger_than_it_seems(server):
    bomb = gzip.compress(b"0" * (fetching.MOST_BYTES * 20))
    server.answers["/"] = (200, {"Content-Encoding": "gzip"}, bomb)
    assert len(bomb) < 300_000
    assert refused(server.address) == "The calendar is larger than 10 MB."


def test_an_answer_without_an_end(server):
    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65_536)

    server.answers["/"] = endless
    assert refused(server.address) == "The calendar is larger than 10 MB."


def test_a_server_that_says_nothing(server):
    server.answers["/"] = lambda _: server.released.wait()
    assert refused(server.address, seconds=0.3) == "127.0.0.1 takes too long."


def test_a_server_that_says_one_letter_at_a_time(server):
    """Each letter comes in time; the whole does not."""

    def drip(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not server.released.wait(0.05):
            handler.wfile.write(b"x")

    server.answers["/"] = drip
    assert refused(server.address, seconds=0.6) == "127.0.0.1 takes too long."


def test_a_server_that_stops_in_the_middle(server):
    def half(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nBEGIN")

    server.answers["/"] = half
    assert refused(server.address) == "127.0.0.1 does not answer as it should."


def test_a_server_that_speaks_something_else(server):
    server.answers["/"] = lambda handler: handler.wfile.write(b"SSH-2.0\r\n")
    assert refused(server.address) == "127.0.0.1 does not answer as it should."


def test_an_unknown_packing(server):
    server.answers["/"] = (200, {"Content-Encoding": "br"}, b"x")
    assert refused(server.address) == "It answers in a way that is not known."
    server.answers["/"] = (200, {"Content-Encoding": "gzip"}, b"x")
    assert refused(server.address) == "127.0.0.1 does not answer as it should."


def test_redirects_are_followed_three_times(server):
    for number in range(4):
        server.answers[f"/{number}"] = (302, {"Location": f"{number + 1}"}, b"")
    server.answers["/4"] = (200, {}, ICS)
    assert fetch(server.at("/1")).body == ICS
    assert refused(server.at("/0")) == "It sends on from address to address."
    server.answers["/loop"] = (301, {"Location": "/loop"}, b"")
    assert refused(server.at("/loop")) == "It sends on from address to address."
    server.answers["/file"] = (302, {"Location": "file:///etc/passwd"}, b"")
    assert refused(server.at("/file")) == "This is no web address."


def test_a_password_does_not_follow_to_another_host(server):
    with serving() as other:
        other.answers["/"] = (200, {}, ICS)
        server.answers["/"] = (307, {"Location": other.address}, b"")
        server.answers["/same"] = (307, {"Location": "/"}, b"")
        fetch(server.at("/same"), headers={"Authorization": "Basic x"})
        assert [("Authorization" in headers) for _, headers in server.asked] == [True, True]
        assert ["Authorization" in headers for _, headers in other.asked] == [False]


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (401, "It asks for a name and a password."),
        (403, "It may not be read with this link."),
        (404, "There is no calendar at this address."),
        (410, "The calendar at this address is gone."),
        (418, "The server answers with an error (418)."),
        (302, "The server answers with an error (302)."),
        (503, "The server answers with an error (503)."),
    ],
)
def test_errors_in_words(server, status, message):
    server.answers["/"] = (status, {}, b"")
    assert refused(server.address) == message


@pytest.mark.parametrize(
    "address",
    [
        "", "calendar.ics", "ftp://a.example/", "file:///etc/passwd", "https://", "http://[::1",
        "https://a.example:99999/", "https://a.example:0/", "https://a .example/",
        "https://a.example/\r\nX: y", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_no_web_address(address):
    assert refused(address) == "This is no web address."


def test_addresses_as_they_are_written():
    assert place_of(" webcal://Cal.example/a.ics ").geturl() == "https://cal.example/a.ics"
    assert place_of("WEBCALS://cal.example").geturl() == "https://cal.example/"
    assert refused("https://me:secret@cal.example/").startswith("There is a name or a password")
    assert refused("https://a.example/ä").startswith(("There is", "a.example", "There are"))


def test_a_name_without_a_server(settings):
    assert refused("https://no-such-name.invalid/") == "There is no server no-such-name.invalid."


def test_nobody_listens():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        assert refused(address) == "127.0.0.1 does not answer as it should."


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "172.16.0.9", "169.254.1.1",
        "0.0.0.0", "[::ffff:127.0.0.1]", "[fd00::1]", "[fe80::1]", "100.64.0.1", "224.0.0.1",
        "2130706433", "0x7f.1",
    ],
)  # fmt: skip
def test_private_networks_are_closed(settings, server, host):
    settings.MAY_REACH_PRIVATE = False
    message = refused(f"http://{host}:{server.address.rpartition(':')[2]}/", seconds=2)
    assert "is inside a private network" in message
    assert server.asked == []


def test_the_whole_way_has_one_span_of_time(server):
    """Each redirect comes in time; all of them together do not."""

    def slow(handler):
        server.released.wait(0.25)
        handler.send_response(302)
        handler.send_header("Location", "/again")
        handler.end_headers()

    server.answers["/"] = server.answers["/again"] = slow
    assert refused(server.address, seconds=0.4) == "127.0.0.1 takes too long."


def test_a_name_that_nobody_looks_up_in_time_costs_its_seconds_and_no_more(monkeypatch):
    is_over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: is_over.wait())
    try:
        assert refused("https://cal.example/", seconds=0.1) == "cal.example takes too long."
    finally:
        is_over.set()


def test_tls_is_checked(settings, tmp_path):
    files = certificate_for(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(files.certificate, files.key)
    with serving(tls=context) as served:
        served.answers["/"] = (200, {}, ICS)
        assert refused(served.address) == "The certificate of localhost does not hold."
        settings.MAIL_CA_FILE = str(files.authority)
        assert fetch(served.address).body == ICS
        served.answers["/"] = (302, {"Location": "http://127.0.0.1/"}, b"")
        assert refused(served.address) == "It sends on to an address without encryption."


def test_no_tls_where_tls_is_asked_for(server):
    message = refused(server.address.replace("http:", "https:"))
    assert message == "127.0.0.1 speaks no TLS there."
