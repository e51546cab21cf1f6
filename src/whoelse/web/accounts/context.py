"""What every template knows: the student whose pages these are."""

from django.http import HttpRequest


def student(request: HttpRequest) -> dict[str, object]:
    return {"student": getattr(request, "student", None)}
