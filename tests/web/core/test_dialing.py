"""Looking names up in bounded time, and which addresses a student's settings may lead to."""
# ruff: noqa: S104 - addresses that must not be reached

import socket
import threading

import pytest

from whoelse.web.core import dialing
from whoelse.web.core.dialing import (
    Deadline,
    NoSuchName,
    PrivateAddress,
    SlowName,
    addresses_of,
    connect,
    ensure_public,
)


def entries(*addresses):
    """What the system answers to a look-up."""
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 443)) for each in addresses]


@pytest.fixture
def hanging():
    """A resolver that answers nothing until the test is over."""
    is_over = threading.Event()
    yield lambda *_, **__: is_over.wait() and entries("203.0.113.7")
    is_over.set()


def test_the_addresses_of_a_name_each_once_and_not_too_many():
    found = addresses_of("127.0.0.1", 443)
    many = addresses_of(
        "cal.example", 443,
        look_up=lambda *_, **__: entries(*(f"203.0.113.{n // 2}" for n in range(200))),
    )  # fmt: skip

    assert found == ["127.0.0.1"]
    assert many == ["203.0.113.0", "203.0.113.1", "203.0.113.2", "203.0.113.3"]


@pytest.mark.parametrize("host", ["no-such-name.invalid", "a" * 70 + ".example", "", "a\x00b"])
def test_a_name_without_addresses(host):
    def look_up(*_, **__):
        return socket.getaddrinfo(host or "no-such-name.invalid", 443)

    with pytest.raises(NoSuchName):
        addresses_of(host, 443, look_up=look_up)


def test_a_resolver_that_hangs_is_not_waited_for(hanging):
    with pytest.raises(SlowName):
        addresses_of("cal.example", 443, seconds=0.05, look_up=hanging)


def test_resolvers_that_hang_are_counted_and_come_back():
    is_over, done = threading.Event(), threading.Semaphore(0)

    def look_up(*_, **__):
        is_over.wait()
        done.release()
        return entries("203.0.113.7")

    for _ in range(dialing.MOST_LOOK_UPS):
        with pytest.raises(SlowName):
            addresses_of("cal.example", 443, seconds=0.001, look_up=look_up)
    with pytest.raises(SlowName):  # at once: no further thread is begun
        addresses_of("127.0.0.1", 443, seconds=60)
    is_over.set()
    for _ in range(dialing.MOST_LOOK_UPS):
        assert done.acquire(timeout=60)

    for _ in range(600):
        try:
            assert addresses_of("127.0.0.1", 443) == ["127.0.0.1"]
            return
        except SlowName:
            threading.Event().wait(0.1)
    pytest.fail("The turns did not come back.")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.9", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fd00::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254",
        "2002:7f00:1::", "2002:a00:1::1", "2001:0:a00:1::", "2001:db8::1", "ff02::1",
    ],
)  # fmt: skip
def test_private_addresses_in_every_dress(settings, address):
    settings.MAY_REACH_PRIVATE = False
    with pytest.raises(PrivateAddress):
        ensure_public(address)

    settings.MAY_REACH_PRIVATE = True
    ensure_public(address)


@pytest.mark.parametrize(
    "address",
    ["93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:93.184.215.14", "64:ff9b::93.184.215.14"],
)
def test_public_addresses(settings, address):
    settings.MAY_REACH_PRIVATE = False

    ensure_public(address)


def test_the_address_that_was_judged_is_the_one_connected_to(settings, monkeypatch):
    """A name that is public when it is judged and private a moment later (DNS rebinding)."""
    settings.MAY_REACH_PRIVATE = False
    asked = []

    def fickle(host, *_, **__):
        asked.append(host)
        return entries("203.0.113.7" if len(asked) == 1 else "127.0.0.1")

    monkeypatch.setattr(socket, "getaddrinfo", fickle)
    monkeypatch.setattr(socket, "create_connection", lambda at, **_: asked.append(at))
    with pytest.raises(PrivateAddress):  # 203.0.113.0/24 belongs to nobody
        connect("fickle.example", 443, seconds=1)

    settings.MAY_REACH_PRIVATE, asked[:] = True, []
    connect("fickle.example", 443, seconds=1)

    assert asked == ["fickle.example", ("203.0.113.7", 443)]


def test_a_deadline_is_shared():
    deadline = Deadline(0)

    assert (deadline.left(), Deadline(60).left() > 50) == (0.001, True)
