"""To be written."""

from django.http import Http404


def interviews(request, **_):
    raise Http404


def agree(request, **_):
    raise Http404


def move(request, **_):
    raise Http404


def cancel(request, **_):
    raise Http404


def prepare(request, **_):
    raise Http404


def sheet(request, **_):
    raise Http404


def room(request, **_):
    raise Http404


def write_up(request, **_):
    raise Http404
