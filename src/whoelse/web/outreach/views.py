"""To be written."""

from django.http import Http404


def write(request, **_):
    raise Http404


def message(request, **_):
    raise Http404


def findings(request, **_):
    raise Http404


def eml(request, **_):
    raise Http404


def sent(request, **_):
    raise Http404


def reply(request, **_):
    raise Http404
