"""Appointments that were agreed before slots existed take theirs; of overlapping ones the first."""

from datetime import datetime, timedelta, timezone

from django.db import migrations

SLOT = timedelta(minutes=5)
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def take_slots(apps, schema_editor):
    Appointment = apps.get_model("scheduling", "Appointment")
    TakenSlot = apps.get_model("scheduling", "TakenSlot")
    agreed = Appointment.objects.filter(cancelled_at__isnull=True).order_by("created_at", "pk")
    for appointment in agreed.iterator():
        slot = appointment.starts_at - (appointment.starts_at - EPOCH) % SLOT
        ends_at = appointment.starts_at + timedelta(minutes=appointment.minutes)
        rows = []
        while slot < ends_at:
            rows.append(
                TakenSlot(
                    student_id=appointment.student_id, appointment=appointment, starts_at=slot
                )
            )
            slot += SLOT
        TakenSlot.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("scheduling", "0002_availability_and_offers")]

    operations = [migrations.RunPython(take_slots, migrations.RunPython.noop)]
