"""Job titles of interest, and where each was heard."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from whoelse.web.interviews.models import Interview
from whoelse.web.roadmap.models.row import ON_SHEET, Row


class Interest(models.TextChoices):
    DRAWS = "draws", "draws me"
    OPEN = "open", "want to know more"
    NOT_ME = "not_me", "not for me"


class Title(Row):
    """A job title that the student wants to know more about."""

    name = models.CharField(max_length=120)
    occupation = models.CharField(max_length=60, blank=True)  # code of the atlas, or ""
    interest = models.CharField(max_length=8, choices=Interest, default=Interest.OPEN)
    note = models.CharField(max_length=600, blank=True)
    heard_in = models.ForeignKey(
        Interview, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta(Row.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="title_has_a_name"),
            models.CheckConstraint(
                condition=Q(interest__in=Interest.values), name="title_interest_is_known"
            ),
            models.UniqueConstraint(
                "student",
                Lower("name"),
                condition=ON_SHEET,
                name="one_row_a_title",
                violation_error_message="This title stands on the sheet already.",
            ),
        ]
        indexes = [models.Index(fields=["student"], name="title_by_student")]

    def __str__(self) -> str:
        return self.name
