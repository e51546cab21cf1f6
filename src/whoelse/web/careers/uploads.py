"""How much of an upload is taken in: more than the limit is thrown away while it arrives."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

MOST_BYTES = 60 * 1024 * 1024  # of a ZIP; several times what a release has
_FORM = 100_000  # bytes of a form around its file; own estimate


class BoundedUpload(FileUploadHandler):
    """Stands before the handler that writes to the disk, and stops it at the limit."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self._taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002 - Django's
        self._taken += len(raw_data)
        if self._taken > MOST_BYTES:
            self.request.is_upload_too_large = True
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:  # noqa: ARG002 - Django's signature
        return None


def bound_upload(request: HttpRequest) -> bool:
    """Bound what is read of this request, before anything reads it; False if it is hopeless."""
    request.is_upload_too_large = False
    length: Any = request.META.get("CONTENT_LENGTH") or 0
    if str(length).isdigit() and int(length) > MOST_BYTES + _FORM:
        return False
    request.upload_handlers.insert(0, BoundedUpload(request))
    return True


def is_too_large(request: HttpRequest) -> bool:
    return bool(getattr(request, "is_upload_too_large", False))
