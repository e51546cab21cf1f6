"""The same person, written down in several windows at the same moment."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from tests.factories import NOW, make_student
from whoelse.web.contacts import actions
from whoelse.web.contacts.models import Contact

WINDOWS = 8


@pytest.mark.django_db(transaction=True)
def test_one_address_is_kept_once_and_the_others_are_told():
    ana = make_student("ana")
    barrier, outcomes = Barrier(WINDOWS), []

    def write_down():
        barrier.wait()
        try:
            actions.add_contact(
                ana, full_name="Imre Sandoval", circle="met", email="imre@lumen.example", at=NOW
            )
            outcomes.append("added")
        except actions.AlreadyInPeople as told:
            outcomes.append(str(told))
        finally:
            connection.close()

    threads = [Thread(target=write_down) for _ in range(WINDOWS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    told = "Imre Sandoval is in your list with the address imre@lumen.example."
    assert sorted(outcomes) == [told] * (WINDOWS - 1) + ["added"]
    assert Contact.objects.count() == 1
