"""How far the student has come from a teacher to a stranger."""

from django.db import models

from whoelse.web.accounts.models import Student


class LadderStep(models.Model):
    """A step from a teacher to a stranger that the student has taken; see the rehearsal."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="ladder_steps")
    step = models.CharField(max_length=20)  # code of `ladder.STEPS`
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["taken_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["student", "step"], name="a_ladder_step_once"),
        ]

    def __str__(self) -> str:
        return self.step
