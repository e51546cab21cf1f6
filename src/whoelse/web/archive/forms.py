"""What may be chosen: the archive."""

from django import forms

from whoelse.web.core.forms import PlainForm


class ArchiveForm(PlainForm):
    file = forms.FileField(
        label="Archive",
        max_length=300,
        help_text="The ZIP as WhoElse made it, whoelse.zip.",
        error_messages={
            "required": "Choose the archive first.",
            "empty": "The file is empty. Download or copy it again.",
            "max_length": "The name of the file is too long. Rename it, then choose it again.",
        },
    )
