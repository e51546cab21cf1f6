"""To be written."""

from django.http import Http404


def invitation(request, **_):
    raise Http404
