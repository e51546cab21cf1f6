"""To be written."""

from django.http import Http404


def discoveries(request, **_):
    raise Http404
