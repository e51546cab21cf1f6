"""What may be typed in: a job title to look up, the ZIP of O*NET."""

from django import forms

from whoelse.web.core.forms import PlainForm


class TitleForm(PlainForm):
    """A job title, as it stands on a card or a profile."""

    title = forms.CharField(
        label="A job title",
        max_length=300,
        help_text="As people write it: “Sr. optical eng. @ Lumenfold” will do.",
        error_messages={
            "required": "Type a title first.",
            "max_length": "That is longer than a title. Its first words will do.",
        },
    )


class OnetForm(PlainForm):
    """The text database as it was downloaded."""

    file = forms.FileField(
        label="ZIP of the O*NET text database",
        max_length=300,
        help_text="Named like db_29_3_text.zip. Reading it can take a minute.",
        error_messages={
            "required": "Choose the ZIP first.",
            "empty": "The file is empty. Download it again.",
            "max_length": "The name of the file is too long. Rename it, then choose it again.",
        },
    )
