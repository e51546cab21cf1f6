"""Fills a data folder with agreed talks, in a process of its own, and logs in.

`python -m tests.browser.rooms_world FOLDER COUNT` prints a session and the rooms as JSON.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def rooms_in(folder, count):
    """The session cookie and the ids of so many fresh rooms."""
    command = [sys.executable, "-m", "tests.browser.rooms_world", str(folder), str(count)]
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {k: v for k, v in os.environ.items() if not k.startswith("WHOELSE_")}
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**environment, "PYTHONPATH": path}
    )
    return json.loads(done.stdout.splitlines()[-1])


def main(folder, count):
    os.environ["WHOELSE_DATA_DIR"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "whoelse.web.settings"
    import django

    django.setup()
    from django.test import Client
    from django.utils import timezone

    from tests.factories import make_contact, make_interview
    from whoelse.web.accounts.models import Student
    from whoelse.web.interviews import actions

    student, rooms = Student.objects.get(), []
    for number in range(count):
        talk = make_interview(make_contact(student, f"Tomas Beck {number}"))
        talk.appointment.starts_at = timezone.now()
        talk.appointment.save()
        actions.make_first_plan(talk)
        rooms.append(str(talk.public_id))
    client = Client()
    client.force_login(student.user)
    print(json.dumps({"session": client.cookies["whoelse_session"].value, "rooms": rooms}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
