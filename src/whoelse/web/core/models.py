"""What every row of the product shares: a public name and its dates."""

import uuid

from django.db import models


class PublicId(models.Model):
    """A row with a public id; primary keys never leave the server."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


class Dated(models.Model):
    """A row that knows when it was made and last changed. Updates name `updated_at` too."""

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
