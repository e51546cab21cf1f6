"""Where interviewees reach WhoElse, and how many proxies stand in front: right or refused."""

import pytest

from whoelse.web import env

NAME = "WHOELSE_TEST_VALUE"


@pytest.fixture(autouse=True)
def forget():
    yield
    env.REGISTER.pop(NAME, None)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("", ""),
        ("https://whoelse.example", "https://whoelse.example"),
        (" https://whoelse.example:8443/ ", "https://whoelse.example:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
    ],
)
def test_an_address_is_read(monkeypatch, given, read):
    monkeypatch.setenv(NAME, given)
    assert env.env_address(NAME, meaning="x") == read


@pytest.mark.parametrize(
    "given",
    [
        "whoelse.example",
        "http://whoelse.example",
        "https://",
        "https://whoelse.example/path",
        "https://whoelse.example?x",
        "https://a:b@whoelse.example",
        "https://[",
        "javascript:alert(1)",
    ],
)
def test_an_address_that_cannot_be_right_stops_the_start(monkeypatch, given):
    monkeypatch.setenv(NAME, given)
    with pytest.raises(env.WrongSetting, match="it can be like https"):
        env.env_address(NAME, meaning="x")


@pytest.mark.parametrize("given", ["-1", "ten", "10", "1.5", "٣"])
def test_a_number_that_cannot_be_right_stops_the_start(monkeypatch, given):
    monkeypatch.setenv(NAME, given)
    with pytest.raises(env.WrongSetting, match="a number from 0 to 9"):
        env.env_number(NAME, meaning="x", most=9)


def test_a_number_is_read(monkeypatch):
    monkeypatch.setenv(NAME, "2")
    assert env.env_number(NAME, meaning="x", most=9) == 2
