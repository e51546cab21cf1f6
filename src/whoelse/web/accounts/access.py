"""Who is this, as a student?"""

from django.http import Http404

from whoelse.web.accounts.models import Student, User


def student_of(user: User) -> Student:
    """The student behind a login. A login without one sees nothing, like a stranger."""
    try:
        return user.student
    except Student.DoesNotExist:
        raise Http404 from None
