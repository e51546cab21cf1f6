"""What every row of a worksheet shares, and which edition of the toolbox a student follows."""

from django.db import models
from django.db.models import Q

from whoelse.web.accounts.models import Student
from whoelse.web.core.models import PublicId

# A row that stands on the sheet: not taken off, and not another window's version of one.
ON_SHEET = Q(removed_at__isnull=True, copy_of__isnull=True)


class Row(PublicId):
    """One row of a worksheet. `version` grows with each save.

    Two windows that write the same row do not overwrite each other: the second keeps a row of its
    own, `copy_of` the first, and the sheet shows both. What is taken off can be put back.
    """

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveIntegerField(default=1)
    tab = models.CharField(max_length=40, blank=True)  # which window wrote it last
    turn = models.PositiveBigIntegerField(default=0)  # its last save, in its own count
    copy_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="copies"
    )
    added_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["pk"]


class Toolbox(models.Model):
    """Which edition the student follows; without a row it is the first, of eight tools."""

    student = models.OneToOneField(Student, on_delete=models.CASCADE, related_name="toolbox")
    has_nine_tools = models.BooleanField(default=False)

    def __str__(self) -> str:
        return "nine tools" if self.has_nine_tools else "eight tools"
