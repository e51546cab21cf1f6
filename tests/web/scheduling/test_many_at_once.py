"""Fifty people pick at the same moment: one gets the minute, forty-nine are told. No check, but a
constraint decides; the suite runs this on SQLite and on PostgreSQL.
"""

from collections import Counter
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from tests.factories import NOW, make_contact, make_message, make_student
from whoelse.web.scheduling import actions
from whoelse.web.scheduling.models import Appointment, OfferedTime, TakenSlot

PEOPLE = 50
DAY = timedelta(days=1)


def picked_at_once(offers):
    """What became of every pick, all made at the same moment."""
    outcomes, begin = [], Barrier(len(offers))

    def pick(offer):
        begin.wait()
        try:
            outcomes.append(actions.take_offered_time(offer, at=NOW).contact.full_name)
        except (actions.AlreadyTaken, actions.NoLongerOffered) as told:
            outcomes.append(told.message)
        finally:
            connection.close()

    threads = [Thread(target=pick, args=[offer]) for offer in offers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("apart", [0, 5])
def test_one_of_fifty_gets_the_minute(apart):
    """`apart` minutes between their starts at most: the talks overlap without being the same."""
    student = make_student("ana")
    offers = []
    for number in range(PEOPLE):
        contact = make_contact(student, f"Person {number}")
        message = make_message(contact, sent_at=NOW)
        starts_at = NOW + DAY + timedelta(minutes=apart * (number % 4))
        offers += actions.offer_times(student, message=message, times=[starts_at], at=NOW)

    outcomes = Counter(name.split(" ")[0] for name in picked_at_once(offers))

    assert outcomes == {"Person": 1, "Friday,": PEOPLE - 1}
    assert Appointment.objects.count() == 1
    assert TakenSlot.objects.count() == 4
    assert OfferedTime.objects.filter(state="taken").count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_person_with_many_windows_picks_once():
    student = make_student("ana")
    message = make_message(make_contact(student), sent_at=NOW)
    times = [NOW + day * DAY for day in range(1, 6)]
    offers = actions.offer_times(student, message=message, times=times, at=NOW)

    outcomes = Counter(picked_at_once(offers * 4))

    assert Appointment.objects.count() == 1
    assert outcomes == {"Imre Sandoval": 4, "This time is no longer offered.": 16}
