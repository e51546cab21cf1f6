"""What happened, when, and with whom: the timeline that lower pages show of higher apps."""

from django.db import models

from whoelse.web.accounts.models import Student


class Entry(models.Model):
    """One thing that happened. `contact` is a public id, because contacts stand above."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="entries")
    contact = models.UUIDField(null=True, blank=True)
    verb = models.CharField(max_length=40)  # "sent_request": for machines
    sentence = models.CharField(max_length=300)  # "You asked, using Prof. Castellane's name"
    path = models.CharField(max_length=200, blank=True)  # where it can be seen
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["student", "contact", "-at"], name="entry_by_contact")]

    def __str__(self) -> str:
        return self.sentence
