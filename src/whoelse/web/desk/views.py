"""To be written."""

from django.http import Http404


def today(request, **_):
    raise Http404


def welcome(request, **_):
    raise Http404


def settings(request, **_):
    raise Http404


def network(request, **_):
    raise Http404
