"""The doorbell: a ring is answered, a broken bell stops nothing, a failing job harms no other."""

import json
import threading

import pytest

from whoelse.web.core import doorbell

LONG = 60  # a bound for a busy machine, not a measurement


@pytest.fixture
def jobs(monkeypatch):
    """No jobs but those of the test."""
    monkeypatch.setattr(doorbell, "JOBS", {})
    monkeypatch.setattr(doorbell, "autodiscover_modules", lambda _name: None)
    return doorbell.JOBS


def test_a_ring_is_answered_in_the_background(db, jobs):
    rung = threading.Event()
    doorbell.job("test")(rung.set)

    with doorbell.answering():
        doorbell.ring("test")
        assert rung.wait(LONG)


def test_what_lies_in_the_queue_is_json_with_a_name(db, jobs):
    huey = doorbell.bell()[0]
    huey.storage.flush_queue()

    doorbell.ring("test")

    (lying,) = huey.storage.enqueued_items()
    assert json.loads(bytes(lying))[6] == ["test"]
    assert huey.deserialize_task(bytes(lying)).args == ["test"]
    huey.storage.flush_queue()
    huey.storage.close()


def test_a_job_that_fails_keeps_no_other_from_its_work(db, jobs, caplog):
    done = []

    @doorbell.job("broken")
    def broken():
        raise ValueError("told in the log")

    doorbell.job("whole")(lambda: done.append(True))

    doorbell.look_everywhere()

    assert done == [True]
    assert "The job broken failed; the next sweep tries again." in caplog.text


def test_a_bell_that_does_not_work_stops_nothing(db, jobs, monkeypatch, caplog):
    def no_bell():
        raise OSError("disk full")

    monkeypatch.setattr(doorbell, "bell", no_bell)

    doorbell.ring("test")

    assert "did not ring for test" in caplog.text


def test_a_name_nobody_knows_any_more_is_nothing_to_do(db, jobs, caplog):
    doorbell._do("gone")

    assert caplog.text == ""
