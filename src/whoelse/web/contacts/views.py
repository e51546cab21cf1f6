"""To be written."""

from django.http import Http404


def people(request, **_):
    raise Http404


def contact_new(request, **_):
    raise Http404


def import_file(request, **_):
    raise Http404


def import_staged(request, **_):
    raise Http404


def import_undo(request, **_):
    raise Http404


def contact(request, **_):
    raise Http404


def contact_edit(request, **_):
    raise Http404


def do_not_contact(request, **_):
    raise Http404


def contact_export(request, **_):
    raise Http404


def contact_erase(request, **_):
    raise Http404
