"""A busy calendar as a link, as a file, or as an account of a calendar server."""

from django import forms

from whoelse.web.core.forms import PlainForm

MOST_BYTES = 2_000_000
NO_FILE = "Choose a file first."


class LinkForm(PlainForm):
    address = forms.CharField(
        label="Link",
        max_length=2_000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        help_text="The private link of your calendar; it ends in .ics or begins with webcal://.",
    )
    name = forms.CharField(label="What you call it", max_length=120, required=False)


class FileForm(PlainForm):
    file = forms.FileField(
        label="File",
        max_length=200,
        help_text="An .ics file, up to 2 MB. Export it again when your plans change.",
        error_messages={"required": NO_FILE, "empty": "The file is empty. Export it again."},
    )

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError("The file is larger than 2 MB. Export fewer months.")
        return file


class AccountForm(PlainForm):
    """The password is never shown again, so it is asked for each time."""

    address = forms.CharField(
        label="Server",
        max_length=2_000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        help_text="The CalDAV address of your provider, or of one calendar.",
    )
    username = forms.CharField(
        label="User name",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    password = forms.CharField(
        label="Password",
        max_length=400,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="An app password, where your provider has them. It is stored sealed.",
    )
